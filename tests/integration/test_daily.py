"""The phases of the daily run on both databases: what is raised, who is told, what is never done twice."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dondoc import db
from dondoc.services import daily
from dondoc.services.outbox import Carriers
from notifications.memory import MemorySender
from notifications.slips import SlipPrinter
from small_world import SmallWorld

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session

    from dondoc.services.day_report import DayReport

GIVEN = dt.date(2014, 5, 9)
DUE = dt.date(2014, 5, 22)
LATE_IN_YEAR = dt.date(2014, 8, 1)


class Days:
    """Lives days on one database, with a sender in memory."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.sender = MemorySender()
        self.carriers = Carriers(self.sender, SlipPrinter(folder))

    @contextmanager
    def sessions(self) -> Iterator[Session]:
        with db.session(self.engine) as session:
            yield session

    def run(self, on: dt.date) -> DayReport:
        moment = dt.datetime.combine(on, dt.time(0), dt.UTC)
        return daily.run_day(self.sessions, self.carriers, on, lambda: moment)

    def until(self, last: dt.date, first: dt.date = GIVEN) -> list[DayReport]:
        return [self.run(first + dt.timedelta(days=n)) for n in range((last - first).days + 1)]


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    return Days(engine, tmp_path)


@pytest.fixture
def world(days: Days) -> SmallWorld:
    with days.sessions() as session:
        world = SmallWorld(session)
        world.task("T-1a", DUE, GIVEN)
    return world


def told(report: DayReport) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(step.step, step.due_on.isoformat(), step.people) for step in report.raised]


CLIMB = [
    ("2014-05-13", "remind7", ("vien",)),
    ("2014-05-19", "remind3", ("vien",)),
    ("2014-05-21", "remind1", ("vien",)),
    ("2014-05-22", "remind0", ("vien",)),
    ("2014-05-23", "late", ("phong", "vien")),
    ("2014-05-27", "department", ("cuc",)),
    ("2014-05-29", "supervisor", ("vu",)),
    ("2014-06-05", "office", ("chanh",)),
    ("2014-06-19", "director_general", ("tong",)),
]


@pytest.mark.usefixtures("world")
def test_it_climbs_the_ladder_day_by_day(days: Days) -> None:
    climb = [
        (report.on.isoformat(), raised.step, raised.people)
        for report in days.until(dt.date(2014, 7, 1))
        for raised in report.raised
    ]
    assert climb == CLIMB


@pytest.mark.usefixtures("world")
def test_it_tells_nothing_twice_on_one_day(days: Days) -> None:
    days.until(dt.date(2014, 5, 23))
    sent = len(days.sender.sent)
    again = days.run(dt.date(2014, 5, 23))
    assert (again.raised, again.messages, again.days_worked, len(days.sender.sent)) == ((), 0, (), sent)


@pytest.mark.usefixtures("world")
def test_it_catches_up_missed_days_with_the_day_each_step_was_due(days: Days) -> None:
    days.until(dt.date(2014, 5, 22))
    days.sender.sent.clear()
    report = days.run(dt.date(2014, 5, 29))
    assert told(report) == [
        ("late", "2014-05-23", ("phong", "vien")),
        ("department", "2014-05-27", ("cuc",)),
        ("supervisor", "2014-05-29", ("vu",)),
    ]
    assert len(days.sender.sent) == report.messages == 4
    assert report.days_worked[0] == dt.date(2014, 5, 23)
