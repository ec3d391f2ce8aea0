"""`dondoc why`: for any person and day what they were told; for any task why nobody was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from days import DUE, GIVEN, Days
from dondoc.rules.silence import WAITS
from dondoc.services import clocks
from dondoc.services.why import Why, why_person, why_task
from dondoc.services.world import World
from models import Person, Task, TaskKind, TaskState
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        world = SmallWorld(session)
        world.task("T-1a", DUE, GIVEN)
        world.task("T-2a", None, GIVEN)
    return days


def of_task(days: Days, on: dt.date, code: str = "T-1a") -> Why:
    with days.sessions() as session:
        return why_task(session, session.exec(select(Task).where(Task.code == code)).one(), on)


def of_person(days: Days, on: dt.date, code: str = "vien") -> Why:
    with days.sessions() as session:
        return why_person(session, session.exec(select(Person).where(Person.code == code)).one(), on)


def test_it_names_person_step_channel_and_answer(days: Days) -> None:
    days.until(dt.date(2014, 5, 27))
    (line,) = of_person(days, dt.date(2014, 5, 27), "cuc").told
    assert (line.task, line.step, line.channel) == ("T-1a", "department", "memory")
    assert line.result.startswith("sent: 250")


def test_it_tells_who_was_told_of_a_task(days: Days) -> None:
    days.until(dt.date(2014, 5, 23))
    told = of_task(days, dt.date(2014, 5, 23)).told
    assert [(line.person, line.step) for line in told] == [("phong", "late"), ("vien", "late")]


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        pytest.param("2014-05-11", "not a working day", id="a Sunday"),
        pytest.param("2014-05-08", "was given later", id="before it was given"),
        pytest.param("2014-05-14", "No step falls on that day", id="between two steps"),
        pytest.param("2014-05-20", "has not been completed", id="the run of the day has not been"),
    ],
)
def test_it_says_why_nobody_was_told(days: Days, on: str, reason: str) -> None:
    days.until(dt.date(2014, 5, 15))
    (silent,) = of_task(days, dt.date.fromisoformat(on)).not_told
    assert reason in silent.reason.msgid


def test_it_says_that_the_ladder_stands_still(days: Days) -> None:
    days.until(dt.date(2014, 5, 13))
    with days.sessions() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        clocks.hush(task, TaskState.HANDED_IN, dt.date(2014, 5, 14))
    days.until(dt.date(2014, 5, 19), dt.date(2014, 5, 14))
    (silent,) = of_task(days, dt.date(2014, 5, 19)).not_told
    assert "stands still" in silent.reason.msgid
    with days.sessions() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        clocks.wake(task, TaskState.RETURNED, World(session, dt.date(2014, 5, 20)))
    (silent,) = of_task(days, dt.date(2014, 5, 19)).not_told
    assert "stood still" in silent.reason.msgid


def test_it_answers_for_a_persons_other_tasks(days: Days) -> None:
    days.until(dt.date(2014, 5, 13))
    answer = of_person(days, dt.date(2014, 5, 13))
    assert [line.task for line in answer.told] == ["T-1a"]
    assert [(silent.task, silent.reason.msgid[:14]) for silent in answer.not_told] == [
        ("T-2a", "No term is set")
    ]


def test_it_hides_the_secrets_of_an_address(days: Days) -> None:
    days.until(dt.date(2014, 5, 13))
    assert {line.channel for line in of_person(days, dt.date(2014, 5, 13)).told} == {"memory"}


def test_it_says_that_what_climbed_waits_for_the_first_run_of_the_week(days: Days) -> None:
    thursday, monday = dt.date(2014, 6, 19), dt.date(2014, 6, 23)
    for last in (thursday, monday):
        days.until(last)
        answer = of_person(days, thursday, "tong")
        assert answer.told == ()
        assert [(silent.task, silent.reason) for silent in answer.not_told] == [("T-1a", WAITS)]
    assert [line.step for line in of_person(days, monday, "tong").told] == ["director_general"]
    assert of_person(days, monday, "tong").not_told == ()


def test_it_counts_what_a_full_section_left_out_as_told(engine: Engine, tmp_path: Path) -> None:
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        world = SmallWorld(session)
        given = {world.task(f"T-{number}a", DUE, GIVEN).code for number in range(1, 13)}
    days.until(GIVEN)
    assert {line.task for line in of_person(days, GIVEN).told} == given


def test_what_was_decided_before_it_could_be_told_was_not_told(engine: Engine, tmp_path: Path) -> None:
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        world = SmallWorld(session)
        world.task("T-1a", DUE, GIVEN)
        decided = world.task("T-2a", DUE, GIVEN, kind=TaskKind.OPINION)
        clocks.end(decided, TaskState.ACCEPTED, GIVEN)
    days.until(GIVEN)
    assert [line.task for line in of_person(days, GIVEN).told] == ["T-1a"]
