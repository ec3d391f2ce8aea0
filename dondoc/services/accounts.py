"""Local accounts: a person's password, set and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pwdlib import PasswordHash
from sqlmodel import bindparam, col, select

from dondoc.errors import BadInput
from dondoc.rules.rights import Operation
from dondoc.services import ledger, sessions, sign_in_links
from dondoc.services.roles import require_account
from dondoc.services.statements import look_at
from models import LOCAL, Identity, Person

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World

ACCOUNT = select(Identity).where(Identity.provider == LOCAL, Identity.subject == bindparam("login"))
HASHER = PasswordHash.recommended()  # argon2id
SHORTEST = 12
"""Characters of a password; length is what counts (NIST SP 800-63B, 5.1.1.2)."""
LONGEST = 256
NOBODY = HASHER.hash("nobody has this password")
"""Checked where there is no account, so that the answer takes as long."""


def person_called(session: Session, code: str) -> Person:
    """Return the active person of that code; raises BadInput where there is none."""
    found = session.exec(select(Person).where(Person.code == code, Person.active)).one_or_none()
    if found is None:
        raise BadInput("There is no active person %(person)s.", person=code)
    return found


def set_password(world: World, occasion: Occasion, code: str, password: str, now: dt.datetime) -> None:
    """Give a person a local account, or another password for it; their sessions end `now`, the real moment.

    Raises BadInput for an unknown person or a password too short, Refused where `occasion.person` is neither
    that person nor an administrator.
    """
    person = person_called(world.session, code)
    require_account(Operation.ACCOUNT_PASSWORD, world, occasion.person, person)
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInput("A password has at least %(shortest)s characters.", shortest=SHORTEST)
    identity = _local(world.session, person.code) or Identity(person_id=person.id, subject=person.code)
    identity.password_hash = HASHER.hash(password)
    world.session.add(identity)
    sessions.end_all(world.session, person, now)
    sign_in_links.spend_all(world.session, person, now)
    ledger.record(world.session, occasion, Operation.ACCOUNT_PASSWORD, person.code)


def link_for(world: World, occasion: Occasion, code: str, now: dt.datetime) -> str:
    """Return the token of a link that signs a person in once, as an administrator hands it over.

    Its time runs from `now`, the real moment, in a simulated folder too. Raises BadInput for an unknown
    person, Forbidden where `occasion.person` is no administrator.
    """
    person = person_called(world.session, code)
    require_account(Operation.ACCOUNT_LINK, world, occasion.person, person)
    ledger.record(world.session, occasion, Operation.ACCOUNT_LINK, person.code)
    return sign_in_links.make_link(world.session, person, now)


def has_password(session: Session, person: Person) -> bool:
    """Say whether a person has a local account."""
    return bool(look_at(session, ACCOUNT, login=person.code))


def person_with(session: Session, login: str, password: str) -> Person | None:
    """Return the active person whose code and password these are; None where they are nobody's."""
    identity = _local(session, login)
    known = identity.password_hash if identity and identity.password_hash else NOBODY
    fits, better = HASHER.verify_and_update(password[:LONGEST], known)
    if identity is None or not fits:
        return None
    identity.password_hash = better or known
    wanted = select(Person).where(Person.id == identity.person_id, col(Person.active))
    return session.exec(wanted).one_or_none()


def _local(session: Session, login: str) -> Identity | None:
    return session.exec(ACCOUNT, params={"login": login}).one_or_none()
