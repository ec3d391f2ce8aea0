"""From messages as they are kept to the letters that leave: addresses made real, on paper left out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, true
from sqlmodel import col, select

from dondoc.services.statements import among
from dondoc.services.tokens import derived, digest
from models import URGED, Delivery, DigestLine, Message, MessageKind, Person, SignInLink, Task, TaskLink
from notifications.addresses import PLACE
from notifications.digest import Section
from notifications.sender import Letter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlmodel import Session

    from models import Language

ADDRESSED_LINE = re.compile(rf"^ {{3}}.*: {PLACE}\S+\n", re.MULTILINE)
"""A line of a digest that is there for its address alone."""

POINTLESS_WHEN_DONE = (Section.LATE, Section.DUE_SOON, Section.WAITING, Section.CLIMBED, Section.WEEKLY)
"""Sections whose lines say nothing once the task is handed in or the decision taken."""


_UNSPENT_LINK = (
    select(SignInLink.id)
    .where(SignInLink.message_id == bindparam("message"), SignInLink.expires_at > bindparam("now"))
    .where(col(SignInLink.used_at).is_(None))
)
_TELLING_LINE = (
    select(DigestLine.task_id)
    .join(Task, col(Task.id) == DigestLine.task_id)
    .where(DigestLine.message_id == bindparam("message"))
    .where(~among(DigestLine.section, POINTLESS_WHEN_DONE) | among(Task.state, URGED))
)
NEEDED: dict[MessageKind, ColumnElement[bool]] = {
    MessageKind.DIGEST: _TELLING_LINE.exists(),
    MessageKind.SIGN_IN: _UNSPENT_LINK.exists(),
    MessageKind.TEST: true(),
}
"""Whether `:message` still says something: work handed in needs no reminding, a spent link no mail."""


@dataclass(frozen=True)
class Addresses:
    """Where the page is, and the secret key that signs links to it; without one there are none."""

    base_url: str
    key: str | None = field(repr=False)


class Waiting(NamedTuple):
    """A delivery with what is to be said of its message, and whom that is for."""

    delivery_id: int
    position: int
    address: str | None
    message_id: int
    kind: MessageKind
    number: int
    day: dt.date
    language: Language
    subject: str
    text: str
    html: str
    composed_at: dt.datetime
    person_id: int
    code: str
    name: str


WAITING = (
    *map(col, (Delivery.id, Delivery.position, Delivery.address)),
    *map(col, (Message.id, Message.kind, Message.number, Message.day, Message.language)),
    *map(col, (Message.subject, Message.text, Message.html, Message.composed_at)),
    *map(col, (Person.id, Person.code, Person.name)),
)
"""What is asked of the database for it."""


def letters_of(session: Session, waiting: Sequence[Waiting], addresses: Addresses) -> list[Letter]:
    """Return what leaves by each delivery: the same, links too, however often it is sent."""
    messages = {one.message_id for one in waiting if one.address is not None}
    places = _places(session, messages, addresses)
    return [_letter(one, places[one.message_id], addresses) for one in waiting]


def _letter(waiting: Waiting, places: Mapping[str, str], addresses: Addresses) -> Letter:
    """Word one letter. On paper nobody follows a link: there the code of the task stands for it."""
    text = ADDRESSED_LINE.sub("", waiting.text) if waiting.address is None else waiting.text
    return Letter(
        message_id=f"<{_identity(waiting)}.{waiting.position}@dondoc>",
        person_name=waiting.name,
        language=waiting.language,
        day=waiting.day,
        composed_at=waiting.composed_at,
        subject=waiting.subject,
        text=_filled(text, places, addresses),
        html=_filled(waiting.html, places, addresses),
    )


def _identity(waiting: Waiting) -> str:
    plain = f"{waiting.day}.{waiting.code}"
    return plain if waiting.kind is MessageKind.DIGEST else f"{plain}.{waiting.kind}.{waiting.number}"


def _places(
    session: Session, messages: Collection[int], addresses: Addresses
) -> Mapping[int | None, Mapping[str, str]]:
    """Return by message the places of its links, with what is to stand there.

    The database learns the tokens' hashes. A task that has changed hands since has no link any more: its line
    leads to the page of the task.
    """
    places: defaultdict[int | None, dict[str, str]] = defaultdict(dict)
    key = addresses.key
    for one in session.exec(select(SignInLink).where(col(SignInLink.message_id).in_(messages))):
        places[one.message_id][f"sign-in/{one.nonce}"] = f"sign-in/{_token(one, key)}" if key else "sign-in"
    offered = select(TaskLink, Task.code).join(Task).where(col(TaskLink.message_id).in_(messages))
    for link, code in session.exec(offered):
        lives = link.revoked_at is None
        real = f"s/{_token(link, key)}" if key and lives else f"tasks/{code}"
        places[link.message_id][f"s/{link.nonce}"] = real
    return places


def _token(link: TaskLink | SignInLink, key: str) -> str:
    token = derived(key, link.nonce or "")
    link.token_sha256 = digest(token)
    return token


def _filled(text: str, places: Mapping[str, str], addresses: Addresses) -> str:
    for place, real in places.items():
        text = text.replace(PLACE + place, PLACE + real)
    return text.replace(PLACE, f"{addresses.base_url}/")
