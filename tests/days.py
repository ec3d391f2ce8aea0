"""Living days on one database, with a sender in memory and slips in a folder."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc import db
from dondoc.services import daily
from dondoc.services.letters import Addresses
from dondoc.services.outbox import Carriers, deliver
from models import Delivery, Message, Person
from notifications.memory import MemorySender
from notifications.slips import SlipPrinter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session

    from dondoc.services.day_report import DayReport

GIVEN = dt.date(2014, 5, 9)
DUE = dt.date(2014, 5, 22)
ADDRESSES = Addresses("http://dondoc.example", "a secret key of this test alone!")


class Days:
    """Lives days on one database, with a sender in memory."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.sender = MemorySender()
        self.carriers = Carriers(self.sender, SlipPrinter(folder), ADDRESSES)

    @contextmanager
    def sessions(self) -> Iterator[Session]:
        with db.session(self.engine) as session:
            yield session

    def run(self, on: dt.date) -> DayReport:
        moment = dt.datetime.combine(on, dt.time(0), dt.UTC)
        return daily.run_day(self.sessions, self.carriers, on, lambda: moment, db.writers(self.engine))

    def compose(self, on: dt.date) -> DayReport:
        """Run a day without sending anything."""
        moment = dt.datetime.combine(on, dt.time(0), dt.UTC)
        return daily.run_day(self.sessions, None, on, lambda: moment, db.writers(self.engine))

    def until(self, last: dt.date, first: dt.date = GIVEN) -> list[DayReport]:
        return [self.run(first + dt.timedelta(days=n)) for n in range((last - first).days + 1)]

    def deliver(self, at: dt.datetime) -> int:
        return deliver(self.sessions, self.carriers, lambda: at)

    def deliveries(self, person: str) -> list[tuple[str, str | None, str]]:
        """Return day, address and state of every delivery to a person."""
        with self.sessions() as session:
            query = (
                select(col(Message.day), col(Delivery.address), col(Delivery.state))
                .join(Message, col(Message.id) == Delivery.message_id)
                .join(Person, col(Person.id) == Message.person_id)
                .where(Person.code == person)
                .order_by(col(Delivery.id))
            )
            return [(day.isoformat(), address, str(state)) for day, address, state in session.exec(query)]
