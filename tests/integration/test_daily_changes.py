"""What changes around the daily run while it is lived: who serves, which days are worked, what waits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment
from sqlmodel import select

from days import DUE, GIVEN, Days
from dondoc.rules.calendar import Entry
from dondoc.services import calendar_entries, clocks, daily, duties
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import run_moment
from dondoc.services.wording import templates
from dondoc.services.world import World
from models import CalendarEntry, DailyRun, Installation, Language, NewsKind, Person, Post, Task, TaskState
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

DIRECTOR_GENERAL = dt.date(2014, 6, 19)


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        SmallWorld(session).task("T-1a", DUE, GIVEN)
    return days


def test_a_decision_that_comes_while_a_day_is_run_is_followed_by_its_sweeps(days: Days) -> None:
    """A Saturday becomes a working day: what is owed on the third working day comes a day earlier."""
    days.until(DUE)
    first_late, saturday = dt.date(2014, 5, 23), Entry(dt.date(2014, 5, 24), True, "Làm bù", "01/CV")  # noqa: FBT003
    with days.sessions() as session:
        opening = daily.open_day(session, first_late, run_moment(first_late))
    with days.sessions() as session:
        clerk = Person(code="admin", name="Quản trị", administrator=True)
        session.add_all((clerk, Installation(simulated=True, created_at=run_moment(GIVEN))))
        session.flush()
        occasion = Occasion(clerk, "os", first_late, run_moment(first_late))
        calendar_entries.load(session, [saturday], occasion, "lich.yaml")
    assert opening.attempt is not None
    with days.sessions() as session:
        daily.sweep_department(session, "HP", opening.attempt)
    days.run(first_late)
    (step,) = days.run(dt.date(2014, 5, 26)).raised
    assert (step.step, step.due_on) == ("department", dt.date(2014, 5, 26))


def serves_until(days: Days, person: str, last: dt.date | None) -> None:
    with days.sessions() as session:
        post = session.exec(select(Post).join(Person).where(Person.code == person)).one()
        post.valid_to = last


def declare(days: Days, day: dt.date, *, working: bool) -> None:
    with days.sessions() as session:
        session.merge(CalendarEntry(day=day, working=working, name="Hoán đổi", document="01/CV"))


def owe(days: Days, person: str, on: dt.date) -> None:
    """Owe somebody another fact of the task."""
    with days.sessions() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        other = session.exec(select(Person).where(Person.code == person)).one()
        duties.tell(World(session, on), task, NewsKind.MOVED, other.id, "từ 22/5/2014 thành 23/5/2014")


def told(days: Days, person: str) -> list[str]:
    """Return the days on which a person was sent a letter."""
    return [letter.day.isoformat() for to, letter in days.sender.sent if to == f"memory://{person}"]


def test_who_has_left_is_told_nothing_though_their_task_is_late(days: Days) -> None:
    days.until(DUE)
    serves_until(days, "vien", DUE)
    days.sender.sent.clear()
    days.run(dt.date(2014, 5, 23))
    assert (told(days, "vien"), told(days, "phong")) == ([], ["2014-05-23"])


def test_a_step_that_nobody_can_be_told_of_is_owed_until_somebody_can(days: Days) -> None:
    days.until(DIRECTOR_GENERAL - dt.timedelta(days=1))
    serves_until(days, "tong", dt.date(2014, 6, 18))
    alone = days.run(DIRECTOR_GENERAL)
    assert [noted.what for noted in alone.failed] == ["HP-TCCB"]
    assert alone.raised == ()
    serves_until(days, "tong", None)
    (step,) = days.run(dt.date(2014, 6, 20)).raised
    assert (step.step, step.due_on, step.people) == ("director_general", DIRECTOR_GENERAL, ("tong",))
    days.until(dt.date(2014, 6, 25), first=dt.date(2014, 6, 21))
    assert told(days, "tong") == ["2014-06-23"]


def test_a_day_declared_off_after_its_run_tells_nobody_more(days: Days) -> None:
    days.until(dt.date(2014, 5, 22))
    days.sender.sent.clear()
    declare(days, DUE, working=False)
    owe(days, "cuc", DUE)
    assert (days.run(DUE).messages, days.sender.sent) == (0, [])


def test_a_day_declared_worked_after_its_run_is_lived(days: Days) -> None:
    saturday = dt.date(2014, 5, 24)
    days.until(saturday)
    declare(days, saturday, working=True)
    assert days.run(saturday).days_worked == (saturday,)
    with days.sessions() as session:
        assert session.get_one(DailyRun, saturday).working_day


def test_a_day_off_that_was_run_hides_no_missed_day(days: Days) -> None:
    days.until(dt.date(2014, 5, 22))
    days.run(dt.date(2014, 5, 24))  # Friday 23/5 was missed
    report = days.run(dt.date(2014, 5, 26))
    assert report.days_worked == (dt.date(2014, 5, 23), dt.date(2014, 5, 26))


def test_what_climbed_before_a_hand_in_is_told_after_the_return(days: Days) -> None:
    """It waits for Monday's page of the Director General, who is told of something else in between."""
    days.until(DIRECTOR_GENERAL)
    change(days, dt.date(2014, 6, 20), TaskState.HANDED_IN)
    owe(days, "tong", dt.date(2014, 6, 21))
    days.until(dt.date(2014, 6, 24), first=dt.date(2014, 6, 20))
    assert told(days, "tong") == ["2014-06-23"]
    change(days, dt.date(2014, 6, 25), TaskState.RETURNED)
    days.until(dt.date(2014, 7, 1), first=dt.date(2014, 6, 25))
    assert told(days, "tong") == ["2014-06-23", "2014-06-30"]


def test_what_was_kept_back_for_a_hand_in_is_told_after_the_return(days: Days) -> None:
    on = dt.date(2014, 5, 27)
    days.until(on - dt.timedelta(days=1))
    days.sender.temporary.add("memory://cuc")
    days.run(on)
    days.sender.temporary.clear()
    change(days, on, TaskState.HANDED_IN)
    assert days.deliver(dt.datetime(2014, 5, 27, 9, tzinfo=dt.UTC)) == 0
    assert days.deliveries("cuc") == [("2014-05-27", "memory://cuc", "void")]
    change(days, dt.date(2014, 5, 28), TaskState.RETURNED)
    days.run(dt.date(2014, 5, 28))
    assert told(days, "cuc") == ["2014-05-28"]


def test_a_broken_template_silences_only_those_who_read_it(
    days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    with days.sessions() as session:
        session.exec(select(Person).where(Person.code == "phong")).one().language = Language.EN
    broken = Environment(loader=DictLoader({"digest/subject.txt": "{{ nothing.at_all }}"}))  # noqa: S701 - text
    monkeypatch.setattr(
        "dondoc.services.compose.templates", lambda of: broken if of is Language.EN else templates(of)
    )
    report = days.run(dt.date(2014, 5, 23))
    assert [noted.what for noted in report.failed] == ["Mai Phòng"]
    assert (told(days, "vien"), told(days, "phong")) == (["2014-05-23"], [])
    monkeypatch.undo()
    assert days.run(dt.date(2014, 5, 26)).failed == ()
    assert told(days, "phong") == ["2014-05-26"]


def change(days: Days, on: dt.date, state: TaskState) -> None:
    with days.sessions() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        if state is TaskState.HANDED_IN:
            clocks.hush(task, state, on)
        else:
            clocks.wake(task, state, World(session, on))
