"""The phases of the daily run on both databases: what is raised, who is told, what is never done twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from days import DUE, GIVEN, Days
from dondoc.services import daily, duties
from dondoc.services.day_report import DayReport, Noted
from dondoc.services.world import World
from models import Escalation, News, NewsKind, Person, Post, Step, Task
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


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


@pytest.mark.usefixtures("world")
@pytest.mark.usefixtures("world")
def test_it_tells_several_facts_about_one_task_in_one_digest(days: Days) -> None:
    with days.sessions() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        duties.tell(World(session, GIVEN), task, NewsKind.RETURNED, detail="Thiếu biên bản")
        duties.tell(World(session, GIVEN), task, NewsKind.MOVED, detail="từ 22/5/2014 thành 23/5/2014")
    assert days.run(GIVEN).failed == ()
    ((_address, letter),) = days.sender.sent
    assert all(said in letter.text for said in ("Thiếu biên bản", "thành 23/5/2014"))


def test_it_records_a_non_working_day_and_tells_nobody(days: Days) -> None:
    days.run(dt.date(2014, 5, 9))
    days.sender.sent.clear()
    sunday = days.run(dt.date(2014, 5, 11))
    assert (sunday.messages, sunday.days_worked, days.sender.sent) == (0, (), [])


@pytest.mark.usefixtures("world")
def test_it_does_nothing_for_a_day_before_the_last_completed_one(days: Days) -> None:
    days.run(dt.date(2014, 5, 23))
    earlier = days.run(dt.date(2014, 5, 22))
    skipped = (Noted("2014-05-22", "A later day has been run already."),)
    assert earlier == DayReport(on=dt.date(2014, 5, 22), skipped=skipped)


@pytest.mark.usefixtures("world")
def test_it_tells_the_director_general_with_the_first_run_of_the_week_only(days: Days) -> None:
    days.until(dt.date(2014, 6, 24))
    told_on = [letter.day.isoformat() for address, letter in days.sender.sent if address == "memory://tong"]
    assert told_on == ["2014-06-23"]  # raised on Thursday 19/6, told on Monday


@pytest.mark.usefixtures("world")
def test_it_says_a_late_task_again_every_working_day_to_assignee_and_head(days: Days) -> None:
    days.until(dt.date(2014, 5, 30))
    late = [dt.date(2014, 5, day).isoformat() for day in (23, 26, 27, 28, 29, 30)]
    for person in ("vien", "phong"):
        told_on = [letter.day.isoformat() for to, letter in days.sender.sent if to == f"memory://{person}"]
        assert told_on[-6:] == late


def test_it_sets_a_broken_row_aside_and_does_the_rest(days: Days, world: SmallWorld) -> None:
    with days.sessions() as session:
        world.session = session
        world.task("T-2a", DUE, GIVEN).quiet_days = "nonsense"
    report = days.run(dt.date(2014, 5, 23))
    assert [noted.what for noted in report.failed] == ["T-2a"]
    assert {raised.task for raised in report.raised} == {"T-1a"}


@pytest.mark.usefixtures("world")
def test_it_sets_a_digest_aside_that_the_database_refuses(days: Days) -> None:
    days.run(dt.date(2014, 5, 13))
    with days.sessions() as session:
        once = "CREATE UNIQUE INDEX once ON deliveries (address) WHERE address = 'memory://vien'"
        session.connection().execute(text(once))
    report = days.run(dt.date(2014, 5, 23))
    assert [noted.what for noted in report.failed] == ["An Viên"]
    assert days.deliveries("phong") == [("2014-05-23", "memory://phong", "sent")]


@pytest.mark.usefixtures("world")
def test_it_passes_a_step_without_audience_on_and_says_so(days: Days) -> None:
    with days.sessions() as session:
        acting = session.exec(select(Post).join(Person).where(Person.code == "cuc")).one()
        acting.valid_to = dt.date(2014, 5, 1)
    report = days.until(dt.date(2014, 5, 27))[-1]
    assert [(step.step, step.people) for step in report.raised] == [("department", ("vu",))]
    with days.sessions() as session:
        news = session.exec(
            select(News, Step)
            .join(Escalation, col(Escalation.id) == News.escalation_id)
            .join(Step, col(Step.id) == Escalation.audience_step_id)
            .where(Escalation.raised_on == report.on)
        ).one()
    assert news[1].code == "supervisor"


@pytest.mark.usefixtures("world")
def test_a_step_stays_owed_that_nobody_at_all_can_be_told_of(days: Days) -> None:
    above = select(Post).join(Person).where(col(Person.code).in_(("cuc", "vu", "chanh", "tong")))
    with days.sessions() as session:
        for post in session.exec(above):
            post.valid_to = dt.date(2014, 5, 1)
    report = days.until(dt.date(2014, 5, 27))[-1]
    assert (told(report), len(report.failed)) == ([], 1)
    with days.sessions() as session:
        for post in session.exec(above):
            post.valid_to = None
    assert told(days.run(dt.date(2014, 5, 28))) == [("department", "2014-05-27", ("cuc",))]


@pytest.mark.usefixtures("world")
def test_it_previews_a_day_and_leaves_nothing_behind(days: Days) -> None:
    with days.sessions() as session:
        seen = daily.preview(session, dt.date(2014, 5, 27), dt.datetime(2014, 5, 9, tzinfo=dt.UTC), GIVEN)
    assert told(seen) == [("department", "2014-05-27", ("cuc",))]
    assert days.deliveries("vien") == []
    lived = days.until(dt.date(2014, 5, 27))[-1]
    assert (told(lived), lived.messages) == (told(seen), seen.messages)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("today", "on"),
    [
        pytest.param(dt.date(2014, 5, 27), dt.date(2014, 5, 27), id="after two missed weeks"),
        pytest.param(dt.date(2014, 5, 24), dt.date(2014, 5, 26), id="ahead, with a weekend between"),
    ],
)
def test_its_preview_is_what_the_run_then_does(days: Days, today: dt.date, on: dt.date) -> None:
    days.until(dt.date(2014, 5, 13))
    with days.sessions() as session:
        seen = daily.preview(session, on, dt.datetime(2014, 5, 24, tzinfo=dt.UTC), today)
    lived = days.run(on)
    assert told(seen) != []
    assert (told(lived), lived.messages, lived.days_worked) == (told(seen), seen.messages, seen.days_worked)


def test_it_gives_somebody_in_several_steps_one_line_the_highest(days: Days, world: SmallWorld) -> None:
    with days.sessions() as session:
        world.session = session
        world.task("T-2a", DUE, GIVEN, lead_unit_id=world.units["HP"])  # its head is the department's too
    days.until(dt.date(2014, 5, 28))
    letters = [letter.text for to, letter in days.sender.sent if to == "memory://cuc"]
    headings = [[line for line in text.splitlines() if line.isupper()] for text in letters]
    assert headings == [
        ["NHIỆM VỤ QUÁ HẠN (01)"],  # T-2a as the head of its unit
        ["NHIỆM VỤ QUÁ HẠN (01)"],
        ["NHIỆM VỤ ĐƯỢC BÁO CÁO ĐỒNG CHÍ (02)"],  # both have climbed to the department
        ["NHIỆM VỤ QUÁ HẠN (01)"],
    ]


@pytest.mark.usefixtures("world")
def test_postgresql_is_shown_what_a_day_has_filled(days: Days, engine: Engine) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite asks its tables themselves")
    with days.sessions() as session:
        session.execute(text("ALTER TABLE news SET (autovacuum_enabled = off)"))
    days.until(DUE)
    with days.sessions() as session:
        known = session.execute(text("SELECT reltuples FROM pg_class WHERE relname = 'news'")).scalar_one()
    assert known > 0  # -1 for a table it has never looked at
