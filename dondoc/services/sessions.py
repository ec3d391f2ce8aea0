"""Sessions on the page: begun, recognised by their secret, ended."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, select, update

from dondoc.errors import Absent
from dondoc.services.statements import look_at
from dondoc.services.tokens import digest, new_token
from models import Person, SignIn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

SIGNED_IN = (
    select(Person)
    .join(SignIn, col(SignIn.person_id) == Person.id)
    .where(SignIn.token_sha256 == bindparam("digest"), SignIn.ends_at > bindparam("now"), col(Person.active))
)
OPEN = (
    select(SignIn)
    .where(SignIn.person_id == bindparam("person"), SignIn.ends_at > bindparam("now"))
    .order_by(col(SignIn.began_at).desc())
)

LASTS = dt.timedelta(hours=12)
"""A working day; nobody is signed out in the middle of it, and nobody stays signed in overnight."""


def begin(session: Session, person: Person, browser: str, now: dt.datetime) -> str:
    """Open a session for a person and return its token, which is kept nowhere else."""
    token = new_token()
    session.add(
        SignIn(
            person_id=person.id,
            token_sha256=digest(token),
            began_at=now,
            ends_at=now + LASTS,
            browser=browser,
        )
    )
    return token


def signed_in(session: Session, token: str, now: dt.datetime) -> Person | None:
    """Return whose session a token opens, to be looked at.

    None where it has ended or its person is no longer active.
    """
    return next(iter(look_at(session, SIGNED_IN, digest=digest(token), now=now)), None)


def sessions_of(session: Session, person: Person, now: dt.datetime) -> Sequence[SignIn]:
    """Return a person's open sessions, the newest first, to be looked at."""
    return look_at(session, OPEN, person=person.id, now=now)


def end(session: Session, token: str, now: dt.datetime) -> None:
    """End the session a token opens."""
    open_ = (col(SignIn.token_sha256) == digest(token)) & (col(SignIn.ends_at) > now)
    session.exec(update(SignIn).where(open_).values(ends_at=now))


def end_one(session: Session, person: Person, number: int, now: dt.datetime) -> None:
    """End one of a person's sessions, by its row; raises Absent for one ended already or somebody else's."""
    open_ = (col(SignIn.id) == number) & (col(SignIn.person_id) == person.id) & (col(SignIn.ends_at) > now)
    if session.exec(update(SignIn).where(open_).values(ends_at=now)).rowcount == 0:
        raise Absent("This session has ended already.")


def end_all(session: Session, person: Person, now: dt.datetime) -> None:
    """End every session of a person."""
    open_ = (col(SignIn.person_id) == person.id) & (col(SignIn.ends_at) > now)
    session.exec(update(SignIn).where(open_).values(ends_at=now))
