"""From a message as it is kept to the letter that leaves: its addresses made real, on paper left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.services.tokens import derived, digest
from models import URGED, DigestLine, MessageKind, SignInLink, Task, TaskLink
from notifications.addresses import PLACE
from notifications.digest import Section
from notifications.sender import Letter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlmodel import Session

    from models import Delivery, Message, Person

ADDRESSED_LINE = re.compile(rf"^ {{3}}.*: {PLACE}\S+\n", re.MULTILINE)
"""A line of a digest that is there for its address alone."""

POINTLESS_WHEN_DONE = (Section.LATE, Section.DUE_SOON, Section.WAITING, Section.CLIMBED, Section.WEEKLY)
"""Sections whose lines say nothing once the task is handed in or the decision taken."""


@dataclass(frozen=True)
class Addresses:
    """Where the page is, and the secret key that signs links to it; without one there are none."""

    base_url: str
    key: str | None = field(repr=False)


def letter_of(
    session: Session, delivery: Delivery, message: Message, person: Person, addresses: Addresses
) -> Letter:
    """Return what leaves by a delivery: the same, links too, however often it is sent.

    On paper nobody follows a link: there the code of the task stands for it.
    """
    places = dict(_places(session, message, addresses)) if delivery.address is not None else {}
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


def still_needed(session: Session, message: Message, now: dt.datetime) -> bool:
    """Say whether a message still says something: work handed in needs no reminding, a spent link no mail."""
    if message.kind is MessageKind.SIGN_IN:
        mine = select(SignInLink.id).where(SignInLink.message_id == message.id, SignInLink.expires_at > now)
        return session.exec(mine.where(col(SignInLink.used_at).is_(None))).first() is not None
    if message.kind is MessageKind.TEST:
        return True
    telling = (
        select(DigestLine.task_id)
        .join(Task, col(Task.id) == DigestLine.task_id)
        .where(DigestLine.message_id == message.id)
        .where(col(DigestLine.section).not_in(POINTLESS_WHEN_DONE) | col(Task.state).in_(URGED))
    )
    return session.exec(telling).first() is not None


def _identity(message: Message, person: Person) -> str:
    plain = f"{message.day}.{person.code}"
    return plain if message.kind is MessageKind.DIGEST else f"{plain}.{message.kind}.{message.number}"


def _places(session: Session, message: Message, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Go through the places of links with what is to stand there; the database learns the tokens' hashes.

    A task that has changed hands since has no link any more: its line leads to the page of the task.
    """
    key = addresses.key
    if message.kind is MessageKind.SIGN_IN:
        for one in session.exec(select(SignInLink).where(SignInLink.message_id == message.id)):
            yield f"sign-in/{one.nonce}", f"sign-in/{_token(one, key)}" if key else "sign-in"
        return
    offered = select(TaskLink, Task.code).join(Task).where(TaskLink.message_id == message.id)
    for link, code in session.exec(offered):
        lives = link.revoked_at is None
        yield f"s/{link.nonce}", f"s/{_token(link, key)}" if key and lives else f"tasks/{code}"


def _token(link: TaskLink | SignInLink, key: str) -> str:
    token = derived(key, link.nonce or "")
    link.token_sha256 = digest(token)
    return token


def _filled(text: str, places: dict[str, str], addresses: Addresses) -> str:
    for place, real in places.items():
        text = text.replace(PLACE + place, PLACE + real)
    return text.replace(PLACE, f"{addresses.base_url}/")
