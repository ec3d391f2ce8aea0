"""A person's calendar feed: its secret address, and the due dates it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, select

from dondoc.errors import Absent
from dondoc.rules.rights import Operation
from dondoc.services.accounts import person_called
from dondoc.services.ledger import record
from dondoc.services.roles import require_account
from dondoc.services.statements import look_at
from dondoc.services.task_list import line
from dondoc.services.tokens import digest, new_token
from models import ENDED, CalendarFeed, Person, Task, Unit

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

    from dondoc.services.occasion import Occasion
    from dondoc.services.task_list import Listed
    from dondoc.services.world import World

FEED = select(CalendarFeed).where(CalendarFeed.person_id == bindparam("person"))
MOST = 1000
"""Due dates in a feed, the nearest: a calendar on a telephone takes no more."""


def make_feed(world: World, occasion: Occasion, code: str, now: dt.datetime) -> str:
    """Give a person's feed a new secret and return it; the one before opens nothing from here on.

    Raises BadInput for an unknown person, Refused for anybody but that person.
    """
    person = person_called(world.session, code)
    require_account(Operation.ACCOUNT_TOKEN, world, occasion.person, person)
    secret = new_token()
    feed = CalendarFeed(person_id=person.id, token_sha256=digest(secret), made_at=now)
    world.session.merge(feed)
    record(world.session, occasion, Operation.ACCOUNT_TOKEN, code, feed=True)
    return secret


def revoke_feed(world: World, occasion: Occasion, code: str) -> None:
    """Close a person's feed; raises as `make_feed`, save that administrators may, and Absent without one."""
    person = person_called(world.session, code)
    require_account(Operation.ACCOUNT_REVOKE, world, occasion.person, person)
    feed = world.session.get(CalendarFeed, person.id)
    if feed is None:
        raise Absent("%(person)s has no calendar feed.", person=person.name)
    world.session.delete(feed)
    record(world.session, occasion, Operation.ACCOUNT_REVOKE, code, feed=True)


def feed_of(session: Session, person: Person) -> CalendarFeed | None:
    """Return the row of a person's feed, to be looked at; None where they have none."""
    return next(iter(look_at(session, FEED, person=person.id)), None)


def reader_of(session: Session, secret: str) -> Person:
    """Return whose feed a secret opens; raises Absent where it opens none."""
    wanted = select(Person).join(CalendarFeed, col(CalendarFeed.person_id) == Person.id)
    opened = wanted.where(CalendarFeed.token_sha256 == digest(secret), col(Person.active))
    person = session.exec(opened).one_or_none()
    if person is None:
        raise Absent("There is no such calendar: make a new address for it on the page of your account.")
    return person


def due_dates(world: World, person: Person) -> list[Listed]:
    """Return a person's open tasks that have a due date, by it."""
    query = (
        select(Task, Unit.code)
        .join(Unit, col(Unit.id) == Task.lead_unit_id)
        .where(Task.assignee_id == person.id, col(Task.state).not_in(ENDED), col(Task.due_on).is_not(None))
        .order_by(col(Task.due_on), col(Task.code))
        .limit(MOST)
    )
    return [line(world, task, unit, person.code) for task, unit in world.session.exec(query)]
