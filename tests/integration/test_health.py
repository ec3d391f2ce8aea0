"""Whether the daily run is well: what is due, what was done, and what is nobody's business."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dondoc.errors import Refused
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services import schedule
from dondoc.services.calendar import working_calendar
from dondoc.services.health import ailment
from models import DailyRun, Installation, RunState

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.errors import DondocError

THURSDAY = dt.date(2026, 11, 19)
FRIDAY = dt.date(2026, 11, 20)
MONDAY = dt.date(2026, 11, 23)


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), VIET_NAM)


@pytest.fixture
def installed(session: Session) -> Session:
    session.add(Installation(created_at=at(dt.date(2026, 11, 2), 9)))
    session.flush()
    return session


def ailing(session: Session, now: dt.datetime) -> DondocError | None:
    return ailment(session, now, working_calendar(session))


def done(session: Session, day: dt.date, state: RunState = RunState.COMPLETED) -> None:
    ended = None if state is RunState.RUNNING else at(day, 7, 1)
    run = DailyRun(on=day, working_day=True, state=state, started_at=at(day, 7), completed_at=ended)
    session.add(run)
    session.flush()


@pytest.mark.parametrize(
    ("last", "now", "sentence"),
    [
        pytest.param(THURSDAY, at(FRIDAY, 6), None, id="the day's hour has not come"),
        pytest.param(THURSDAY, at(FRIDAY, 7, 20), None, id="it may be at work"),
        pytest.param(THURSDAY, at(FRIDAY, 7, 40), "20/11/2026 has not been done", id="it is missing"),
        pytest.param(FRIDAY, at(MONDAY, 6), None, id="nothing is owed on a weekend"),
        pytest.param(THURSDAY, at(MONDAY, 6), "20/11/2026 has not been done", id="missing over a weekend"),
        pytest.param(MONDAY, at(FRIDAY, 8), None, id="a later day was done"),
    ],
)
def test_the_last_working_day_must_be_done(
    installed: Session, last: dt.date, now: dt.datetime, sentence: str | None
) -> None:
    done(installed, last)
    found = ailing(installed, now)
    assert (found is None) if sentence is None else (sentence in str(found))


def test_a_run_that_partly_failed_is_unwell(installed: Session) -> None:
    done(installed, FRIDAY, RunState.PARTLY_FAILED)
    assert "20/11/2026 partly failed" in str(ailing(installed, at(MONDAY, 6)))


def test_a_run_that_never_ends_is_unwell(installed: Session) -> None:
    done(installed, FRIDAY, RunState.RUNNING)
    assert ailing(installed, at(FRIDAY, 7, 20)) is None
    assert "not completed" in str(ailing(installed, at(FRIDAY, 9)))


def test_nothing_is_owed_from_before_the_folder_was_made(session: Session) -> None:
    session.add(Installation(created_at=at(FRIDAY, 9)))
    session.flush()
    assert ailing(session, at(FRIDAY, 10)) is None
    assert "23/11/2026 has not been done" in str(ailing(session, at(MONDAY, 8)))


def test_a_simulated_folder_owes_no_day(session: Session) -> None:
    session.add(Installation(created_at=at(THURSDAY, 9), simulated=True))
    session.flush()
    assert ailing(session, at(MONDAY, 8)) is None
    assert not schedule.is_behind(session, at(MONDAY, 8))


def test_today_is_caught_up_once_its_hour_has_come(installed: Session) -> None:
    done(installed, THURSDAY)
    assert not schedule.is_behind(installed, at(FRIDAY, 6, 59))
    assert schedule.is_behind(installed, at(FRIDAY, 7))
    done(installed, FRIDAY, RunState.RUNNING)
    assert schedule.is_behind(installed, at(FRIDAY, 12))


def test_a_day_done_is_not_caught_up(installed: Session) -> None:
    done(installed, FRIDAY, RunState.PARTLY_FAILED)
    assert not schedule.is_behind(installed, at(FRIDAY, 12))


def test_a_folder_never_made_is_refused(session: Session) -> None:
    with pytest.raises(Refused, match="dondoc init"):
        ailing(session, at(FRIDAY, 12))
