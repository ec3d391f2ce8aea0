"""What an earlier digest did not deliver, the new one tells: one message a person and day, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, update
from sqlmodel import col, select

from dondoc.services.scratch import READERS
from dondoc.services.statements import rows_of, table_of
from models import Delivery, DeliveryState, Message, MessageKind, News

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.world import World


def take_back_unsent(world: World, now: dt.datetime) -> None:
    """Void the undelivered digests of earlier days of the readers, and owe them their news again.

    A delivery that a sender holds at this moment is left alone: it may already be on the wire.
    """
    earlier = (
        select(Message.id)
        .join(READERS, READERS.c.person_id == Message.person_id)
        .where(col(Message.day) < world.on, Message.kind == MessageKind.DIGEST)
    )
    unheld = or_(col(Delivery.leased_until).is_(None), col(Delivery.leased_until) < now)
    void = (
        update(table_of(Delivery))
        .where(col(Delivery.state) == DeliveryState.PENDING, col(Delivery.message_id).in_(earlier), unheld)
        .values(state=DeliveryState.VOID)
        .returning(col(Delivery.message_id))
    )
    taken_back = rows_of(world.session, void).scalars().all()
    if not taken_back:
        return
    owed_again = update(News).where(col(News.message_id).in_(taken_back)).values(message_id=None)
    world.session.execute(owed_again.execution_options(synchronize_session=False))
