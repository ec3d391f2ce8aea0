"""Signing in with a password, with guesses slowed down."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import func, select

from dondoc.errors import Refused
from dondoc.services.accounts import person_with
from models import SignInAttempt

if TYPE_CHECKING:
    from sqlmodel import Session

    from models import Person

WINDOW = dt.timedelta(minutes=15)
GUESSES_AT_A_LOGIN = 5
GUESSES_FROM_AN_ADDRESS = 50
"""Failures within WINDOW after which nothing more is tried; an office may share one address."""


def by_password(session: Session, login: str, password: str, address: str, now: dt.datetime) -> Person | None:
    """Return whom a login and password belong to, None where they are wrong; a failure is written down.

    `address` is where the request comes from. Raises Refused after too many failures.
    """
    refuse_guessing(session, login, address, now)
    person = person_with(session, login, password)
    if person is None:
        session.add(SignInAttempt(login=login[:200], address=address, at=now))
    return person


def refuse_guessing(session: Session, login: str, address: str, now: dt.datetime) -> None:
    """Raise Refused where a login, or an address, has seen too many failures."""
    recent = select(func.count()).select_from(SignInAttempt).where(SignInAttempt.at > now - WINDOW)
    of_login = session.exec(recent.where(SignInAttempt.login == login[:200])).one()
    of_address = session.exec(recent.where(SignInAttempt.address == address)).one()
    if of_login >= GUESSES_AT_A_LOGIN or of_address >= GUESSES_FROM_AN_ADDRESS:
        raise Refused(
            "There were too many failed attempts to sign in: try again in %(minutes)s minutes.",
            minutes=WINDOW.seconds // 60,
        )
