"""From messages as they are kept to the letters that leave: addresses made real, on paper left out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam
from sqlmodel import col, select

from dondoc.services.statements import one_of
from dondoc.services.tokens import derived, digest
from models import URGED, DigestLine, MessageKind, SignInLink, Task, TaskLink
from notifications.addresses import PLACE
from notifications.digest import Section
from notifications.sender import Letter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence

    from sqlmodel import Session

    from models import Delivery, Message, Person

ADDRESSED_LINE = re.compile(rf"^ {{3}}.*: {PLACE}\S+\n", re.MULTILINE)
"""A line of a digest that is there for its address alone."""

POINTLESS_WHEN_DONE = (Section.LATE, Section.DUE_SOON, Section.WAITING, Section.CLIMBED, Section.WEEKLY)
"""Sections whose lines say nothing once the task is handed in or the decision taken."""


UNSPENT_LINK = (
    select(SignInLink.id)
    .where(SignInLink.message_id == bindparam("message_id"), SignInLink.expires_at > bindparam("now"))
    .where(col(SignInLink.used_at).is_(None))
)
TELLING_LINE = (
    select(DigestLine.task_id)
    .join(Task, col(Task.id) == DigestLine.task_id)
    .where(DigestLine.message_id == bindparam("message_id"))
    .where(~one_of(DigestLine.section, POINTLESS_WHEN_DONE) | one_of(Task.state, URGED))
    .limit(1)
)
"""Built once: they are asked before every letter."""


@dataclass(frozen=True)
class Addresses:
    """Where the page is, and the secret key that signs links to it; without one there are none."""

    base_url: str
    key: str | None = field(repr=False)


class Waiting(NamedTuple):
    """A delivery with its message, and whom that is for."""

    delivery: Delivery
    message: Message
    person: Person


def letters_of(session: Session, waiting: Sequence[Waiting], addresses: Addresses) -> list[Letter]:
    """Return what leaves by each delivery: the same, links too, however often it is sent."""
    messages = {one.message.id for one in waiting if one.delivery.address is not None}
    places = _places(session, messages, addresses)
    return [_letter(one, places[one.message.id], addresses) for one in waiting]


def still_needed(session: Session, message: Message, now: dt.datetime) -> bool:
    """Say whether a message still says something: work handed in needs no reminding, a spent link no mail."""
    if message.kind is MessageKind.TEST:
        return True
    asked = UNSPENT_LINK if message.kind is MessageKind.SIGN_IN else TELLING_LINE
    found = session.connection().execute(asked, {"message_id": message.id, "now": now})
    return found.first() is not None


def _letter(waiting: Waiting, places: Mapping[str, str], addresses: Addresses) -> Letter:
    """Word one letter. On paper nobody follows a link: there the code of the task stands for it."""
    delivery, message, person = waiting
    text = ADDRESSED_LINE.sub("", message.text) if delivery.address is None else message.text
    return Letter(
        message_id=f"<{_identity(message, person)}.{delivery.position}@dondoc>",
        person_name=person.name,
        language=message.language,
        day=message.day,
        composed_at=message.composed_at,
        subject=message.subject,
        text=_filled(text, places, addresses),
        html=_filled(message.html, places, addresses),
    )


def _identity(message: Message, person: Person) -> str:
    plain = f"{message.day}.{person.code}"
    return plain if message.kind is MessageKind.DIGEST else f"{plain}.{message.kind}.{message.number}"


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
