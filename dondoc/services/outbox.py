"""The outbox: lease, ask whether the message is still needed, send, record the answer.

A crash between sending and recording repeats one message under the same Message-ID; nothing is ever lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from dondoc.rules.backoff import retry_at
from models import URGED, Channel, Delivery, DeliveryState, DigestLine, Message, Person, Task
from notifications.digest import Section
from notifications.sender import Letter, SendError

if TYPE_CHECKING:
    from notifications.sender import Sender
    from notifications.slips import SlipPrinter

Sessions = Callable[[], AbstractContextManager[Session]]
"""Opens a transaction: committed at its end."""

LEASE = dt.timedelta(minutes=5)
"""How long a sender may hold a delivery; longer than any server takes to answer."""

BATCH = 50
POINTLESS_WHEN_DONE = (Section.LATE, Section.DUE_SOON, Section.WAITING, Section.CLIMBED, Section.WEEKLY)
"""Sections whose lines say nothing once the task is handed in or the decision taken."""


@dataclass(frozen=True)
class Carriers:
    """What carries letters: the sender for channels, the printer for slips."""

    sender: Sender
    printer: SlipPrinter


@dataclass(frozen=True)
class Parcel:
    """A leased delivery with the letter it carries."""

    delivery_id: int
    address: str | None
    letter: Letter
    needed: bool


def deliver(sessions: Sessions, carriers: Carriers, clock: Callable[[], dt.datetime]) -> int:
    """Send everything that is due and return how many letters left. Each answer is committed by itself."""
    sent = 0
    while True:
        with sessions() as session:
            parcels = lease(session, clock())
        if not parcels:
            return sent
        for parcel in parcels:
            sent += _carry(sessions, carriers, parcel, clock)


def lease(session: Session, now: dt.datetime) -> list[Parcel]:
    """Take hold of the next deliveries that are due and that no other sender holds."""
    free = or_(col(Delivery.leased_until).is_(None), col(Delivery.leased_until) < now)
    due = select(Delivery.id).where(
        Delivery.state == DeliveryState.PENDING, col(Delivery.next_try_at) <= now, free
    )
    mine = (
        due.order_by(col(Delivery.next_try_at), col(Delivery.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    ids = list(session.exec(mine))
    hold = update(Delivery).where(col(Delivery.id).in_(ids)).values(leased_until=now + LEASE)
    session.execute(hold.execution_options(synchronize_session=False))
    query = (
        select(Delivery, Message, Person)
        .join(Message, col(Message.id) == Delivery.message_id)
        .join(Person, col(Person.id) == Message.person_id)
        .where(col(Delivery.id).in_(ids))
        .order_by(col(Delivery.id))
    )
    return [_parcel(session, *row) for row in session.exec(query).all()]


def still_needed(session: Session, message_id: int) -> bool:
    """Say whether a digest has a line that still says something: work handed in needs no reminding."""
    telling = (
        select(DigestLine.task_id)
        .join(Task, col(Task.id) == DigestLine.task_id)
        .where(DigestLine.message_id == message_id)
        .where(col(DigestLine.section).not_in(POINTLESS_WHEN_DONE) | col(Task.state).in_(URGED))
    )
    return session.exec(telling).first() is not None


def _parcel(session: Session, delivery: Delivery, message: Message, person: Person) -> Parcel:
    letter = Letter(
        message_id=f"<{message.day}.{person.code}.{delivery.position}@dondoc>",
        person_name=person.name,
        language=message.language,
        day=message.day,
        composed_at=message.composed_at,
        subject=message.subject,
        text=message.text,
        html=message.html,
    )
    return Parcel(delivery.id, delivery.address, letter, still_needed(session, message.id))


def _carry(sessions: Sessions, carriers: Carriers, parcel: Parcel, clock: Callable[[], dt.datetime]) -> bool:
    if not parcel.needed:
        with sessions() as session:
            _record(session, parcel, DeliveryState.VOID, "no longer needed", clock())
        return False
    try:
        answer = _hand_over(carriers, parcel)
    except SendError as error:
        with sessions() as session:
            _record_failure(session, parcel, error, clock())
        return False
    done = DeliveryState.PRINTED if parcel.address is None else DeliveryState.SENT
    with sessions() as session:
        _record(session, parcel, done, answer, clock())
    return True


def _hand_over(carriers: Carriers, parcel: Parcel) -> str:
    if parcel.address is None:
        return carriers.printer.print(parcel.letter)
    return carriers.sender.send(parcel.address, parcel.letter)


def _record(session: Session, parcel: Parcel, state: DeliveryState, answer: str, now: dt.datetime) -> None:
    delivery = session.get_one(Delivery, parcel.delivery_id, with_for_update=True)
    if delivery.state is not DeliveryState.PENDING:
        return  # our lease ran out, and another sender has recorded it
    delivery.state = state
    delivery.answer = answer
    delivery.attempts += state is not DeliveryState.VOID
    delivery.sent_at = now
    delivery.leased_until = None


def _record_failure(session: Session, parcel: Parcel, error: SendError, now: dt.datetime) -> None:
    delivery = session.get_one(Delivery, parcel.delivery_id, with_for_update=True)
    if delivery.state is not DeliveryState.PENDING:
        return
    delivery.attempts += 1
    delivery.answer = error.reason
    delivery.leased_until = None
    again = retry_at(delivery.attempts, now, permanent=error.permanent)
    if again is not None:
        delivery.next_try_at = again
        return
    delivery.state = DeliveryState.FAILED
    session.add(_next_delivery(session, delivery, now))


def _next_delivery(session: Session, failed: Delivery, now: dt.datetime) -> Delivery:
    """Move on to the person's next channel; after the last, to a slip."""
    message = session.get_one(Message, failed.message_id)
    channels = session.exec(
        select(Channel.address).where(Channel.person_id == message.person_id).order_by(col(Channel.position))
    ).all()
    tried = set(session.exec(select(Delivery.address).where(Delivery.message_id == failed.message_id)))
    address = next((address for address in channels if address not in tried), None)
    return Delivery(message_id=message.id, position=failed.position + 1, address=address, next_try_at=now)
