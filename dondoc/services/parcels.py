"""What is due in the outbox, read by the batch; each delivery is leased only when its turn comes."""

from __future__ import annotations

import datetime as dt
from collections import deque
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, or_, update
from sqlmodel import col, select

from dondoc.services.letters import NEEDED, WAITING, Waiting, letters_of
from dondoc.services.statements import rows_of, table_of
from models import Delivery, DeliveryState, Message, Person, Post, Unit

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.letters import Addresses
    from notifications.sender import Letter

LEASE = dt.timedelta(minutes=5)
"""How long a sender may hold a delivery; longer than any server takes to answer."""


class Share(NamedTuple):
    """What one of several senders takes first: deliveries whose row id, divided by `of`, leaves `place`."""

    place: int = 0
    of: int = 1


WHOLE = Share()
BATCH = 100
FRESH = dt.timedelta(seconds=10)
"""How long after it was read a batch is good for: what a slow server keeps waiting is read again."""

DELIVERIES = table_of(Delivery)
DUE = (
    (DELIVERIES.c.state == DeliveryState.PENDING)
    & (DELIVERIES.c.next_try_at <= bindparam("now"))
    & or_(DELIVERIES.c.leased_until.is_(None), DELIVERIES.c.leased_until < bindparam("now"))
)
"""What is to be sent now and no sender holds."""

NEXT = (
    select(*WAITING)
    .select_from(Delivery)
    .join(Message, col(Message.id) == Delivery.message_id)
    .join(Person, col(Person.id) == Message.person_id)
    .where(DUE, DELIVERIES.c.id % bindparam("of") == bindparam("place"))
    .order_by(DELIVERIES.c.next_try_at, DELIVERIES.c.id)
    .limit(BATCH)
)
_UNHELD = (
    select(DELIVERIES.c.id)
    .where(DELIVERIES.c.id == bindparam("delivery"), DUE)
    .with_for_update(skip_locked=True)
)
_TAKE = update(DELIVERIES).where(DELIVERIES.c.id.in_(_UNHELD)).values(leased_until=bindparam("until"))
TAKE = {kind: _TAKE.returning(needed.label("needed")) for kind, needed in NEEDED.items()}
"""Leases one, unless another sender was quicker, and says whether its message is still needed."""


@dataclass(frozen=True)
class Parcel:
    """A leased delivery with the letter it carries."""

    delivery_id: int
    message_id: int
    address: str | None
    letter: Letter
    needed: bool
    unit: str
    """The unit whose office hands a slip over; empty for a channel."""


class Queue:
    """Gives one sender what is due, letter by letter: its share, then what is left of others'."""

    def __init__(self, addresses: Addresses, share: Share = WHOLE, ended: Event | None = None) -> None:
        """Begin with nothing read; when `ended` is set, it gives nothing any more."""
        self._addresses = addresses
        self._shares = dict.fromkeys((share, WHOLE))
        self._ended = ended or Event()
        self._batch: deque[tuple[Waiting, Letter]] = deque()
        self._good_until = dt.datetime.min.replace(tzinfo=dt.UTC)

    def lease(self, session: Session, now: dt.datetime) -> Parcel | None:
        """Take hold of the next delivery that is due and that no other sender holds, if there is one."""
        while not self._ended.is_set() and (following := self._next(session, now)):
            waiting, letter = following
            held = {"delivery": waiting.delivery_id, "message": waiting.message_id}
            lease = held | {"now": now, "until": now + LEASE}
            needed = session.connection().execute(TAKE[waiting.kind], lease).scalar()
            if needed is not None:
                return _parcel(session, waiting, letter, needed=needed)
        return None

    def _next(self, session: Session, now: dt.datetime) -> tuple[Waiting, Letter] | None:
        if now > self._good_until:
            self._batch.clear()
        for share in self._shares:
            if not self._batch:
                self._read(session, now, share)
        return self._batch.popleft() if self._batch else None

    def _read(self, session: Session, now: dt.datetime, share: Share) -> None:
        waiting = [Waiting(*row) for row in rows_of(session, NEXT, now=now, **share._asdict())]
        letters = letters_of(session, waiting, self._addresses)
        self._batch.extend(zip(waiting, letters, strict=True))
        self._good_until = now + FRESH


def _parcel(session: Session, waiting: Waiting, letter: Letter, *, needed: bool) -> Parcel:
    return Parcel(
        waiting.delivery_id,
        waiting.message_id,
        waiting.address,
        letter,
        needed,
        _unit_of(session, waiting.person_id) if waiting.address is None else "",
    )


def _unit_of(session: Session, person_id: int) -> str:
    """Name the unit whose office hands a slip over: that of the person's newest post."""
    newest = (
        select(Unit.name).join(Post).where(Post.person_id == person_id).order_by(col(Post.valid_from).desc())
    )
    return session.exec(newest).first() or ""
