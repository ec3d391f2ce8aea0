"""The outbox as the administration shows it: what waits, what left, what failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlmodel import col, func, select

from dondoc.services.statements import rows_of
from models import Delivery, DeliveryState, Message, Person

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

ON_A_PAGE = 50
KEPT = ("id", "state", "attempts", "next_try_at", "sent_at", "answer")


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
    rows = session.exec(select(Delivery.state, func.count()).group_by(Delivery.state)).all()
    return {state: dict(rows).get(state, 0) for state in DeliveryState}


def deliveries(session: Session, state: DeliveryState, page: int) -> list[Sent]:
    """Return a page of the deliveries in a state, the newest first."""
    wanted = _newest(state).offset((page - 1) * ON_A_PAGE).limit(ON_A_PAGE)
    return [_sent(*row) for row in rows_of(session, wanted)]


def deliveries_before(session: Session, state: DeliveryState, number: int | None, most: int) -> list[Sent]:
    """Return up to `most` deliveries in a state, the newest first; those before a number, if one is given."""
    earlier = () if number is None else (col(Delivery.id) < number,)
    return [_sent(*row) for row in rows_of(session, _newest(state).where(*earlier).limit(most))]


def _newest(state: DeliveryState) -> sa.Select[Any]:
    kept = (getattr(Delivery, name) for name in KEPT)
    return (
        sa.select(col(Delivery.address), col(Message.day), col(Person.code), col(Person.name), *kept)
        .join(Message, col(Message.id) == Delivery.message_id)
        .join(Person, col(Person.id) == Message.person_id)
        .where(col(Delivery.state) == state)
        .order_by(col(Delivery.id).desc())
    )


def _sent(address: str | None, day: dt.date, person: str, name: str, *kept: Any) -> Sent:
    channel = (address or "").partition("://")[0]
    number, *others = kept
    return Sent(number, person, name, day, channel, *others)
