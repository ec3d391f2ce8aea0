"""Loading a calendar entry: counted terms follow it, their owners are told, nothing is raised again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from days import Days
from dondoc.errors import Refused
from dondoc.rules.calendar import Entry
from dondoc.rules.sentences import sentence_of
from dondoc.rules.terms import Operator, Term, Unit, derive
from dondoc.services import calendar_entries
from dondoc.services.calendar import working_calendar
from dondoc.services.clocks import end, hush
from dondoc.services.occasion import Occasion
from models import CalendarEntry, Escalation, LedgerLine, News, NewsKind, Person, Task, TaskState
from small_world import SmallWorld

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session

GIVEN = dt.date(2014, 5, 9)
FIVE_DAYS = Term("05 ngày làm việc kể từ ngày giao", Operator.WITHIN, amount=5, unit=Unit.WORKING_DAY)
NAMED = Term("chậm nhất ngày 22/5/2014", Operator.BY, date=dt.date(2014, 5, 22))
OFF = Entry(dt.date(2014, 5, 14), working=False, name="Nghỉ bù", document="Công văn số 7/CV")
SATURDAY = Entry(dt.date(2014, 5, 10), working=True, name="Làm bù", document="Công văn số 8/CV")


@pytest.fixture
def small(session: Session) -> SmallWorld:
    return SmallWorld(session)


def give(small: SmallWorld, code: str, term: Term) -> Task:
    due = derive(term, small.on(GIVEN).calendar, GIVEN)
    return small.task(code, None, GIVEN, term=term, due=due)


def load(session: Session, *entries: Entry, on: dt.date = dt.date(2014, 5, 12)) -> calendar_entries.Loaded:
    admin = session.exec(select(Person).where(Person.administrator)).one_or_none()
    admin = admin or Person(code="admin", name="Quản trị viên", administrator=True)
    session.add(admin)
    session.flush()
    occasion = Occasion(admin, "os", on, dt.datetime.combine(on, dt.time(1), dt.UTC))
    return calendar_entries.load(session, entries, occasion, "lich.yaml")


def moved(session: Session) -> Sequence[News]:
    return session.exec(select(News).where(News.kind == NewsKind.MOVED).order_by(col(News.id))).all()


def test_a_counted_term_follows_the_calendar(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", FIVE_DAYS)
    assert task.due_on == dt.date(2014, 5, 16)
    loaded = load(session, OFF)
    assert (loaded.added, loaded.moved) == ((OFF.day,), 1)
    assert (task.due_on, task.original_due_on, task.version) == (
        dt.date(2014, 5, 19),
        dt.date(2014, 5, 16),
        1,
    )
    assert "19/5/2014" in str(task.derivation)
    assert load(session, OFF) == calendar_entries.Loaded((), (), (OFF.day,), 0)


def test_its_owner_is_told_what_moved_and_why(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", FIVE_DAYS)
    load(session, OFF)
    (news,) = moved(session)
    assert (news.person_id, news.task_id, news.message_id) == (task.assignee_id, task.id, None)
    assert str(sentence_of(news.detail)) == (
        "từ 16/5/2014 thành 19/5/2014, do lịch làm việc thay đổi (ngày 14/5/2014: Nghỉ bù: Công văn số 7/CV)"
    )
    line = session.exec(select(LedgerLine).where(LedgerLine.code == "T-1a")).one()
    assert line.operation == "task.rederive"
    assert line.detail == {"from": "2014-05-16", "to": "2014-05-19", "days": ["2014-05-14"]}


def test_a_worked_saturday_brings_it_nearer(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", FIVE_DAYS)
    load(session, SATURDAY)
    assert task.due_on == dt.date(2014, 5, 15)


def test_a_named_day_stays_and_is_looked_at_anew(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", NAMED)
    assert task.next_look_on == dt.date(2014, 5, 13)
    assert load(session, OFF).moved == 0
    assert (task.due_on, task.next_look_on) == (dt.date(2014, 5, 22), dt.date(2014, 5, 12))
    assert moved(session) == []


def test_a_named_day_that_is_off_now_names_the_day_before(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", NAMED)
    load(session, Entry(dt.date(2014, 5, 22), working=False, name="Nghỉ", document="Công văn số 9/CV"))
    assert task.due_on == dt.date(2014, 5, 22)
    assert "21/5/2014" in str(task.derivation)


@pytest.mark.parametrize("state", [TaskState.ACCEPTED, TaskState.CANCELLED])
def test_an_ended_task_is_never_rewritten(session: Session, small: SmallWorld, state: TaskState) -> None:
    task = give(small, "T-1a", FIVE_DAYS)
    end(task, state, GIVEN)
    load(session, OFF)
    assert (task.due_on, task.next_look_on) == (dt.date(2014, 5, 16), None)
    assert moved(session) == []


def test_a_quiet_task_moves_and_stays_quiet(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", FIVE_DAYS)
    hush(task, TaskState.HANDED_IN, GIVEN)
    load(session, OFF)
    assert (task.due_on, task.next_look_on) == (dt.date(2014, 5, 19), None)


def test_a_due_date_moved_by_a_decision_is_left_alone(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", FIVE_DAYS)
    task.due_on = dt.date(2014, 5, 20)
    load(session, OFF)
    assert task.due_on == dt.date(2014, 5, 20)
    assert moved(session) == []


def test_many_tasks_of_one_term_are_told_each_once(session: Session, small: SmallWorld) -> None:
    for number in range(3):
        give(small, f"T-{number}a", FIVE_DAYS)
    assert load(session, OFF).moved == 3
    assert len(moved(session)) == 3


def test_nothing_is_raised_again(engine: Engine, tmp_path: Path) -> None:
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        give(SmallWorld(session), "T-1a", FIVE_DAYS)
    days.until(dt.date(2014, 5, 16))
    with days.sessions() as session:
        load(session, OFF, on=dt.date(2014, 5, 16))
    reports = days.until(dt.date(2014, 5, 20))
    assert [(step.step, step.due_on) for report in reports for step in report.raised] == [
        ("late", dt.date(2014, 5, 20))
    ]
    with days.sessions() as session:
        raised = session.exec(select(Escalation).order_by(col(Escalation.id))).all()
        assert [step.due_on.day for step in raised] == [13, 15, 16, 20]


def test_an_entry_that_changes_no_day_moves_nothing(session: Session, small: SmallWorld) -> None:
    task = give(small, "T-1a", FIVE_DAYS)
    load(session, Entry(dt.date(2014, 5, 14), working=True, name="Làm việc", document="Công văn số 1/CV"))
    assert task.due_on == dt.date(2014, 5, 16)
    loaded = load(session, OFF)
    assert (loaded.changed, loaded.moved) == ((OFF.day,), 1)
    assert str(working_calendar(session).source(OFF.day)) == "Nghỉ bù: Công văn số 7/CV"
    assert session.exec(select(CalendarEntry)).one().document == "Công văn số 7/CV"


def test_an_officer_may_not_load(session: Session, small: SmallWorld) -> None:
    officer = session.get_one(Person, small.people["vien"])
    occasion = Occasion(officer, "os", GIVEN, dt.datetime(2014, 5, 9, 1, tzinfo=dt.UTC))
    with pytest.raises(Refused):
        calendar_entries.load(session, [OFF], occasion, "lich.yaml")
