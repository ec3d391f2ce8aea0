"""The outbox: lease, ask whether the message is still needed, send, record the answer.

A crash between sending and recording repeats one message under the same Message-ID; nothing is ever lost.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select
from tenacity import retry, retry_if_exception, stop_after_attempt

from dondoc.rules.backoff import retry_at
from dondoc.services.parcels import DELIVERIES, Queue
from dondoc.services.wording import templates
from models import (
    Channel,
    Delivery,
    DeliveryState,
    Language,
    Message,
    MessageKind,
    News,
)
from notifications.sender import SendError
from notifications.slips import Slip

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.letters import Addresses
    from dondoc.services.parcels import Parcel
    from notifications.sender import Sender
    from notifications.slips import SlipPrinter

Sessions = Callable[[], AbstractContextManager[Session]]
"""Opens a transaction: committed at its end."""

LEFT = (DeliveryState.SENT, DeliveryState.PRINTED)

DONE = (
    update(DELIVERIES)
    .where(DELIVERIES.c.id == bindparam("delivery"), DELIVERIES.c.state == DeliveryState.PENDING)
    .values(
        state=bindparam("to"),
        answer=bindparam("answer"),
        attempts=DELIVERIES.c.attempts + bindparam("tries"),
        leased_until=None,
        sent_at=bindparam("now"),
    )
)
"""Records a letter that left, or need not, unless another sender has done it since our lease ran out."""


@dataclass(frozen=True)
class Carriers:
    """What carries letters: the sender for channels, the printer for slips, and what addresses lead to."""

    sender: Sender
    printer: SlipPrinter
    addresses: Addresses


@dataclass(frozen=True)
class Outcome:
    """What became of a parcel, to be recorded."""

    parcel: Parcel
    state: DeliveryState
    answer: str
    permanent: bool = False


def deliver(
    sessions: Sessions, carriers: Carriers, clock: Callable[[], dt.datetime], queue: Queue | None = None
) -> int:
    """Send everything that is due, or what a queue gives, and return how many letters left.

    One letter is held at a time: what became of it is recorded in the transaction that leases the next.
    """
    queue = queue or Queue(carriers.addresses)
    sent = 0
    outcome: Outcome | None = None
    while parcel := _go_on(sessions, queue, outcome, clock):
        outcome = _carry(carriers, parcel)
        sent += outcome.state in LEFT
    return sent


def _was_cut(error: BaseException) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


# a database that was started anew meanwhile is told again: what has left must not leave a second time
@retry(retry=retry_if_exception(_was_cut), stop=stop_after_attempt(2), reraise=True)
def _go_on(
    sessions: Sessions, queue: Queue, outcome: Outcome | None, clock: Callable[[], dt.datetime]
) -> Parcel | None:
    """Record what became of a letter and lease the next, in one transaction."""
    with sessions() as session:
        if outcome is not None:
            _record(session, outcome, clock())
        return queue.lease(session, clock())


def hasten(session: Session, now: dt.datetime) -> None:
    """Make what waits for its next try due now: somebody has mended the server and asks for it."""
    waiting = update(Delivery).where(
        col(Delivery.state) == DeliveryState.PENDING, col(Delivery.next_try_at) > now
    )
    session.execute(waiting.values(next_try_at=now).execution_options(synchronize_session=False))


def _carry(carriers: Carriers, parcel: Parcel) -> Outcome:
    if not parcel.needed:
        return Outcome(parcel, DeliveryState.VOID, "no longer needed")
    try:
        answer = _hand_over(carriers, parcel)
    except SendError as error:
        return Outcome(parcel, DeliveryState.FAILED, error.reason, permanent=error.permanent)
    except Exception as error:  # noqa: BLE001 - whatever breaks one channel must not stop the others
        return Outcome(parcel, DeliveryState.FAILED, f"{type(error).__name__}: {error}")
    done = DeliveryState.PRINTED if parcel.address is None else DeliveryState.SENT
    return Outcome(parcel, done, answer)


def _hand_over(carriers: Carriers, parcel: Parcel) -> str:
    if parcel.address is None:
        slip = Slip(parcel.letter, parcel.unit, templates(Language(parcel.letter.language)))
        return carriers.printer.print(slip)
    return carriers.sender.send(parcel.address, parcel.letter)


def _record(session: Session, outcome: Outcome, now: dt.datetime) -> None:
    if outcome.state is DeliveryState.FAILED:
        _record_failure(session, outcome, now)
        return
    void = outcome.state is DeliveryState.VOID
    became = {"to": outcome.state, "answer": outcome.answer, "tries": 0 if void else 1, "now": now}
    done = session.connection().execute(DONE, {"delivery": outcome.parcel.delivery_id} | became)
    if void and done.rowcount:
        _owe_again(session, outcome.parcel.message_id)


def _record_failure(session: Session, outcome: Outcome, now: dt.datetime) -> None:
    """Wait longer after each failure; where there is no use in it, go on to the next channel."""
    delivery = session.get_one(Delivery, outcome.parcel.delivery_id, with_for_update=True)
    if delivery.state is not DeliveryState.PENDING:
        return  # our lease ran out, and another sender has recorded it
    delivery.answer = outcome.answer
    delivery.attempts += 1
    delivery.leased_until = None
    again = retry_at(delivery.attempts, now, permanent=outcome.permanent)
    if again is not None:
        delivery.next_try_at = again
        return
    delivery.state = DeliveryState.FAILED
    if following := _next_delivery(session, delivery, now):
        session.add(following)


def _owe_again(session: Session, message_id: int) -> None:
    """Owe the news of a message that had lost its point: it has one again where the work comes back."""
    untold = update(News).where(col(News.message_id) == message_id).values(message_id=None)
    session.execute(untold.execution_options(synchronize_session=False))


def _next_delivery(session: Session, failed: Delivery, now: dt.datetime) -> Delivery | None:
    """Move on to the person's next channel; after the last, to a slip, which is no use for signing in."""
    message = session.get_one(Message, failed.message_id)
    if message.kind is MessageKind.TEST:
        return None  # it tells of this channel alone
    channels = session.exec(
        select(Channel.address).where(Channel.person_id == message.person_id).order_by(col(Channel.position))
    ).all()
    tried = set(session.exec(select(Delivery.address).where(Delivery.message_id == failed.message_id)))
    address = next((address for address in channels if address not in tried), None)
    if address is None and message.kind is MessageKind.SIGN_IN:
        return None
    return Delivery(message_id=message.id, position=failed.position + 1, address=address, next_try_at=now)
