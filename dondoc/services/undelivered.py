"""What the outbox could not send yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.services.day_report import Noted
from models import Delivery, DeliveryState, Message, Person

if TYPE_CHECKING:
    from sqlmodel import Session


def undelivered(session: Session) -> list[Noted]:
    """Return whose message was tried in vain and waits for its next try, with what the server said."""
    tried = (
        select(Person.code, col(Delivery.answer), col(Delivery.state))
        .join(Message, col(Message.id) == Delivery.message_id)
        .join(Person, col(Person.id) == Message.person_id)
        .where(Delivery.state == DeliveryState.PENDING, Delivery.attempts > 0)
        .order_by(Person.code)
    )
    return [Noted(code, answer or "", state) for code, answer, state in session.exec(tried)]
