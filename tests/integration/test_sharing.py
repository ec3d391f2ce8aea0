"""A day shared out: what somebody is at is left to them, and what the dead held is taken."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import col, select

import databases
from days import GIVEN, Days
from dondoc import db
from dondoc.services import daily, sharing
from models import Fault, Message, Person, Task
from provinces import provinces
from small_world import SmallWorld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session

    from dondoc.services.attempt import Attempt

LATE = dt.date(2014, 5, 23)
NOW = dt.datetime(2014, 5, 23, tzinfo=dt.UTC)
STEPS = 5
"""Of a task that was due the day before and never spoken of."""

_processes = multiprocessing.get_context("forkserver")


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    """Two provinces with a late officer each, and a day that has been opened."""
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        provinces(SmallWorld(session), ("BG", "CB"), 1)
    return days


@pytest.fixture
def attempt(days: Days) -> Attempt:
    with days.sessions() as session:
        attempt = daily.open_day(session, LATE, NOW).attempt
    assert attempt is not None
    return attempt


only_postgres = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
"""SQLite has one writer: nobody is at anything beside it."""


def at_a_department(session: Session, attempt: Attempt) -> bool:
    return sharing.is_free(session, "BG", attempt)


def at_a_person(session: Session, attempt: Attempt) -> bool:
    (batch,) = daily.batches_to_tell(session, attempt)
    return bool(sharing.free_people(session, batch[:1], attempt))


def hold(url: str, take: Callable[[Session, Attempt], bool], held: Any) -> None:
    """Take something and never let go of it."""
    with databases.engine_of(url) as engine, db.session(engine) as session:
        attempt = sharing.join(session, LATE, 1, NOW)
        if attempt and take(session, attempt):
            held.set()
        time.sleep(60)


@contextmanager
def somebody(database: str, take: Callable[[Session, Attempt], bool]) -> Iterator[None]:
    """Let another process take something, and kill it in the end."""
    held = _processes.Event()
    process = _processes.Process(target=hold, args=(database, take, held))
    process.start()
    try:
        assert held.wait(30)
        yield
    finally:
        process.kill()
        process.join()
        with databases.engine_of(database) as engine:
            databases.forgotten(engine)


def swept(days: Days, attempt: Attempt) -> list[int | None]:
    """Sweep both departments where they are free; return how many steps each raised."""
    found = []
    for department in ("BG", "CB"):
        with days.sessions() as session:
            found.append(sharing.sweep_if_free(session, department, attempt))
    return found


def composed(days: Days, attempt: Attempt) -> int:
    with days.sessions() as session:
        batches = daily.batches_to_tell(session, attempt)
        return sum(sharing.compose_if_free(session, batch, attempt) for batch in batches)


@only_postgres
def test_a_department_is_left_to_whoever_is_at_it_until_they_die(
    database: str, days: Days, attempt: Attempt
) -> None:
    with somebody(database, at_a_department):
        assert swept(days, attempt) == [None, STEPS]
        with days.sessions() as session:
            assert sharing.departments_left(session, attempt) == ("BG",)
    assert swept(days, attempt) == [STEPS, None]


@only_postgres
def test_people_are_left_to_whoever_composes_for_them_until_they_die(
    database: str, days: Days, attempt: Attempt
) -> None:
    swept(days, attempt)
    with somebody(database, at_a_person):
        assert composed(days, attempt) == 3
    assert composed(days, attempt) == 1
    with days.sessions() as session:
        assert daily.batches_to_tell(session, attempt) == []


def test_a_helper_of_an_attempt_that_is_over_does_nothing(days: Days, attempt: Attempt) -> None:
    with days.sessions() as session:
        second = daily.open_day(session, LATE, NOW + dt.timedelta(minutes=10)).attempt
        assert sharing.join(session, LATE, attempt.number, NOW) is None
    assert second
    assert swept(days, attempt) == [None, None]
    with days.sessions() as session:
        daily.close_day(session, second)
        assert sharing.join(session, LATE, second.number, second.now) is None
        assert sharing.join(session, GIVEN, 1, NOW) is None
    assert swept(days, second) == [None, None]


def test_what_is_broken_is_set_aside_once_whoever_meets_it(days: Days, attempt: Attempt) -> None:
    with days.sessions() as session:
        session.exec(select(Task).where(Task.code == "BG-0.0a")).one().quiet_days = "nonsense"
    assert swept(days, attempt) == [0, STEPS]
    for _ in range(2):
        with days.sessions() as session:
            daily.sweep_department(session, "BG", attempt)
    with days.sessions() as session:
        assert session.exec(select(Fault.what)).all() == ["BG-0.0a"]


def test_it_is_composing_once_somebody_is_told(days: Days, attempt: Attempt) -> None:
    swept(days, attempt)
    told = []
    for _ in range(2):
        with days.sessions() as session:
            told.append(sharing.is_composing(session, attempt))
        composed(days, attempt)
    assert told == [False, True]


def test_of_a_batch_those_who_have_a_digest_are_left_out(days: Days, attempt: Attempt) -> None:
    swept(days, attempt)
    with days.sessions() as session:
        (batch,) = daily.batches_to_tell(session, attempt)
        assert daily.compose_digests(session, batch[:1], attempt) == 1
    with days.sessions() as session:
        assert sharing.free_people(session, batch, attempt) == batch[1:]
        assert sharing.compose_if_free(session, batch, attempt) == len(batch) - 1
        told = session.exec(select(Person.id).join(Message).order_by(col(Person.id))).all()
    assert told == sorted(batch)
