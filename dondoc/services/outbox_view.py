"""The outbox as the administration shows it: what waits, what left, what failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlmodel import col

from dondoc.services.conditions import a_page, rows_at
from dondoc.services.statements import rows_of
from models import Delivery, DeliveryState, Message, Person

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

ON_A_PAGE = 50
KEPT = ("id", "state", "attempts", "next_try_at", "sent_at", "answer")
COUNTED = sa.select(col(Delivery.state), sa.func.count()).group_by(col(Delivery.state))
NEWEST: sa.Select[Any] = (
    sa.select(
        *(col(Delivery.address), col(Message.day), col(Person.code), col(Person.name)),
        *(getattr(Delivery, name) for name in KEPT),
    )
    .join(Message, col(Message.id) == Delivery.message_id)
    .join(Person, col(Person.id) == Message.person_id)
    .where(col(Delivery.state) == sa.bindparam("state"))
    .order_by(col(Delivery.id).desc())
)
PAGE = a_page(NEWEST)


@dataclass(frozen=True)
class Sent:
    """One delivery; of its address only the kind is told, empty for a printed slip."""

    number: int
    person: str
    name: str
    day: dt.date
    channel: str
    state: DeliveryState
    attempts: int
    next_try_at: dt.datetime
    sent_at: dt.datetime | None
    answer: str | None


def counts(session: Session) -> dict[DeliveryState, int]:
    """Return how many deliveries stand in each state."""
    found = dict(rows_of(session, COUNTED).tuples().all())
    return {state: found.get(state, 0) for state in DeliveryState}


def deliveries(session: Session, state: DeliveryState, page: int) -> list[Sent]:
    """Return a page of the deliveries in a state, the newest first."""
    return [_sent(*row) for row in rows_of(session, PAGE, state=state, **rows_at(page, ON_A_PAGE))]


def deliveries_before(session: Session, state: DeliveryState, number: int | None, most: int) -> list[Sent]:
    """Return up to `most` deliveries in a state, the newest first; those before a number, if one is given."""
    earlier = () if number is None else (col(Delivery.id) < number,)
    return [_sent(*row) for row in rows_of(session, NEWEST.where(*earlier).limit(most), state=state)]


def _sent(address: str | None, day: dt.date, person: str, name: str, *kept: Any) -> Sent:
    channel = (address or "").partition("://")[0]
    number, *others = kept
    return Sent(number, person, name, day, channel, *others)
