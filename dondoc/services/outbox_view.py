"""The outbox as the administration shows it: what waits, what left, what failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from models import Delivery, DeliveryState, Message, Person

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

ON_A_PAGE = 50


@dataclass(frozen=True)
class Sent:
    """One delivery; of its address only the kind is told, empty for a printed slip."""

    person: str
    name: str
    day: dt.date
    state: DeliveryState
    channel: str
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
    rows = session.exec(
        select(Delivery, col(Message.day), col(Person.code), col(Person.name))
        .join(Message, col(Message.id) == Delivery.message_id)
        .join(Person, col(Person.id) == Message.person_id)
        .where(Delivery.state == state)
        .order_by(col(Delivery.id).desc())
        .offset((page - 1) * ON_A_PAGE)
        .limit(ON_A_PAGE)
    )
    return [_sent(*row) for row in rows]


def _sent(delivery: Delivery, day: dt.date, person: str, name: str) -> Sent:
    return Sent(
        person=person,
        name=name,
        day=day,
        state=delivery.state,
        channel=(delivery.address or "").partition("://")[0],
        attempts=delivery.attempts,
        next_try_at=delivery.next_try_at,
        sent_at=delivery.sent_at,
        answer=delivery.answer,
    )
