"""Single-use links that sign one person in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import col, select, update

from dondoc.errors import Refused
from dondoc.i18n import N_
from dondoc.services.tokens import digest, new_token
from models import Person, SignInLink

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlmodel import Session

LASTS = dt.timedelta(minutes=30)
SPENT = N_("This link has expired or has been used: ask for another one.")


def make_link(session: Session, person: Person, now: dt.datetime) -> str:
    """Return the token of a new link that signs `person` in once, within LASTS."""
    token = new_token()
    session.add(SignInLink(person_id=person.id, token_sha256=digest(token), expires_at=now + LASTS))
    return token


def spend_all(session: Session, person: Person, now: dt.datetime) -> None:
    """Make every link of a person useless."""
    unused = (col(SignInLink.person_id) == person.id) & col(SignInLink.used_at).is_(None)
    session.exec(update(SignInLink).where(unused).values(used_at=now))


def holder(session: Session, token: str, now: dt.datetime) -> Person:
    """Return whom a link would sign in, and use nothing up.

    Raises Refused for a link used, expired or unknown.
    """
    wanted = select(Person).join(SignInLink, col(SignInLink.person_id) == Person.id)
    person = session.exec(wanted.where(*_usable(token, now), col(Person.active))).one_or_none()
    if person is None:
        raise Refused(SPENT)
    return person


def by_link(session: Session, token: str, now: dt.datetime) -> Person:
    """Use a link up and return whom it signs in; raises Refused for one used, expired or unknown."""
    person = holder(session, token, now)
    used = session.exec(update(SignInLink).where(*_usable(token, now)).values(used_at=now))
    if used.rowcount != 1:
        raise Refused(SPENT)
    return person


def _usable(token: str, now: dt.datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(SignInLink.token_sha256) == digest(token),
        col(SignInLink.expires_at) > now,
        col(SignInLink.used_at).is_(None),
    )
