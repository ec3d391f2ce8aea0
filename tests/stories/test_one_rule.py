"""The rule of the ladder stands in one place: bent there, whatever speaks of steps follows; SQL has none."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from days import DUE, GIVEN, Days
from dondoc.rules import ladder, silence
from dondoc.services import daily
from dondoc.services.schedule import run_moment
from dondoc.services.why import why_task
from models import Task
from small_world import SmallWorld
from statements_of import counted

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from dondoc.rules.calendar import WorkCalendar
    from dondoc.rules.ladder import Clock
    from models import Step

LIVED = [GIVEN + dt.timedelta(days=number) for number in range(20)]
A_DAY_LATER = {
    "remind7": "05-14",  # and not on the 13th
    "remind3": "05-20",
    "remind1": "05-22",
    "remind0": "05-23",
    "late": "05-26",
    "department": "05-28",
}
DATE_ARITHMETIC = re.compile(
    r"\b(date|datetime|julianday|strftime|age|now|make_interval|date_trunc|to_date) *\("
    r"|\binterval\b|current_date|current_timestamp|_on *[-+]|[-+] *\w+_on\b",
    re.IGNORECASE,
)


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    return Days(engine, tmp_path)


def give(days: Days) -> None:
    with days.sessions() as session:
        SmallWorld(session).task("T-1a", DUE, GIVEN)


@pytest.fixture
def bent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each step fall a working day later than it should."""
    rule = ladder.step_day

    def step_day(step: Step, clock: Clock, calendar: WorkCalendar) -> dt.date:
        return calendar.next_working_day(rule(step, clock, calendar))

    for place in (ladder, silence):
        monkeypatch.setattr(place, "step_day", step_day)


@pytest.mark.usefixtures("bent")
def test_sweep_and_dry_run_follow_the_rule(days: Days) -> None:
    give(days)
    raised: dict[str, str] = {}
    for on in LIVED:
        with days.sessions() as session:
            foreseen = daily.preview(session, on, run_moment(on), on)
        done = days.run(on)
        assert foreseen.raised == done.raised
        raised |= {one.step: f"{on:%m-%d}" for one in done.raised}
    assert raised == A_DAY_LATER


@pytest.mark.usefixtures("bent")
def test_why_and_digest_follow_the_rule(days: Days) -> None:
    give(days)
    days.until(dt.date(2014, 5, 16))
    with days.sessions() as session:
        answer = why_task(session, session.exec(select(Task)).one(), dt.date(2014, 5, 16))
    (silent,) = answer.not_told
    assert silent.reason.params == {"step": "remind3", "day": dt.date(2014, 5, 20)}
    days.until(dt.date(2014, 5, 28), dt.date(2014, 5, 17))
    letters = [letter.text for to, letter in days.sender.sent if to == "memory://vien"]
    assert "ngày 30/5/2014" in letters[-1]


def test_no_statement_of_a_run_reckons_with_dates(days: Days) -> None:
    give(days)
    with counted() as asked:
        days.until(LIVED[-1])
    assert len(asked) > len(LIVED)
    assert [statement for statement in asked if DATE_ARITHMETIC.search(statement)] == []
