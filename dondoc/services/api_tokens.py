"""Tokens by which programs act for a person: made and revoked by the person, recognised by their secret."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, select

from dondoc.errors import Absent, BadInput
from dondoc.rules.rights import Operation
from dondoc.services.accounts import person_called
from dondoc.services.ledger import record
from dondoc.services.roles import require_account
from dondoc.services.tokens import digest, new_token
from models import ApiToken, Person

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World

OPEN = (
    select(ApiToken)
    .where(ApiToken.person_id == bindparam("person"), ApiToken.ends_at > bindparam("now"))
    .order_by(col(ApiToken.made_at).desc(), col(ApiToken.id).desc())
)
DAYS = 365
"""What a token lasts where nothing else is said, and at most."""
LONGEST_NAME = 100
PREFIX = "dondoc_"
"""Begins every token, so that one left in a file is recognised for what it is."""


def make_token(
    world: World, occasion: Occasion, code: str, name: str, days: int, now: dt.datetime
) -> tuple[str, ApiToken]:
    """Make a token for a person; return its secret, which is kept nowhere, and its row.

    It ends `days` after `now`, the real moment, in a simulated folder too. Raises BadInput for an unknown
    person, an empty or long name, one that an open token has, and a time beyond DAYS; Refused for anybody but
    that person.
    """
    person = person_called(world.session, code)
    require_account(Operation.ACCOUNT_TOKEN, world, occasion.person, person)
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadInput("A token needs a name of at most %(longest)s characters.", longest=LONGEST_NAME)
    if not 1 <= days <= DAYS:
        raise BadInput("A token lasts from 1 to %(longest)s days, not %(days)s.", longest=DAYS, days=days)
    if any(token.name == name for token in tokens_of(world.session, person, now)):
        raise BadInput("%(person)s has a token named %(name)s already.", person=person.name, name=name)
    secret = PREFIX + new_token()
    token = ApiToken(
        person_id=person.id,
        name=name,
        token_sha256=digest(secret),
        made_at=now,
        ends_at=now + dt.timedelta(days=days),
    )
    world.session.add(token)
    record(world.session, occasion, Operation.ACCOUNT_TOKEN, code, name=name, days=days)
    return secret, token


def tokens_of(session: Session, person: Person, now: dt.datetime) -> list[ApiToken]:
    """Return a person's tokens that have not ended, the newest first."""
    return list(session.exec(OPEN, params={"person": person.id, "now": now}))


def revoke_token(world: World, occasion: Occasion, code: str, name: str, now: dt.datetime) -> None:
    """End a person's token of that name `now`.

    Raises BadInput for an unknown person, Absent where they have no such token; Refused for anybody but that
    person and administrators.
    """
    person = person_called(world.session, code)
    require_account(Operation.ACCOUNT_REVOKE, world, occasion.person, person)
    token = next((one for one in tokens_of(world.session, person, now) if one.name == name), None)
    if token is None:
        raise Absent("%(person)s has no token named %(name)s.", person=person.name, name=name)
    token.ends_at = now
    record(world.session, occasion, Operation.ACCOUNT_REVOKE, code, name=name)


def held_by(session: Session, secret: str, now: dt.datetime) -> tuple[Person, ApiToken] | None:
    """Return whom a token lets act, None where it has ended or its person is no longer active."""
    wanted = (
        select(Person, ApiToken)
        .join(ApiToken, col(ApiToken.person_id) == Person.id)
        .where(ApiToken.token_sha256 == digest(secret), ApiToken.ends_at > now, col(Person.active))
    )
    return session.exec(wanted).one_or_none()
