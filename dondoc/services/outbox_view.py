"""The outbox as the administration shows it: what waits, what left, what failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from models import Delivery, DeliveryState, Message, Person

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session
    from sqlmodel.sql.expression import Select

ON_A_PAGE = 50


@dataclass(frozen=True)
class Sent:
    """One delivery; of its address only the kind is told, empty for a printed slip."""

    number: int
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
    wanted = _newest(state).offset((page - 1) * ON_A_PAGE).limit(ON_A_PAGE)
    return [_sent(*row) for row in session.exec(wanted)]


def deliveries_before(session: Session, state: DeliveryState, number: int | None, most: int) -> list[Sent]:
    """Return up to `most` deliveries in a state, the newest first; those before a number, if one is given."""
    earlier = () if number is None else (col(Delivery.id) < number,)
    return [_sent(*row) for row in session.exec(_newest(state).where(*earlier).limit(most))]


def _newest(state: DeliveryState) -> Select[Delivery, dt.date, str, str]:
    return (
        select(Delivery, col(Message.day), col(Person.code), col(Person.name))
        .join(Message, col(Message.id) == Delivery.message_id)
        .join(Person, col(Person.id) == Message.person_id)
        .where(Delivery.state == state)
        .order_by(col(Delivery.id).desc())
    )


def _sent(delivery: Delivery, day: dt.date, person: str, name: str) -> Sent:
    return Sent(
        number=delivery.id,
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
