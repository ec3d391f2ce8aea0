"""The day people work on and plans are issued on: today, or in a simulated folder the last lived."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dondoc.services.schedule import last_day, run_moment, work_day
from models import DailyRun, RunState

if TYPE_CHECKING:
    from sqlmodel import Session

TODAY = dt.date(2026, 11, 23)
LIVED = dt.date(2014, 5, 23)


@pytest.mark.parametrize(
    ("simulated", "lived", "day"),
    [
        pytest.param(False, True, TODAY, id="real days are not those of the last run"),
        pytest.param(True, True, LIVED, id="an invented day is the one last lived"),
        pytest.param(True, False, TODAY, id="before the first one it is today"),
    ],
)
def test_it_is_today_or_the_day_last_lived(
    session: Session, simulated: bool, lived: bool, day: dt.date
) -> None:
    if lived:
        moment = run_moment(LIVED)
        session.add(
            DailyRun(
                on=LIVED,
                working_day=True,
                state=RunState.COMPLETED,
                started_at=moment,
                completed_at=moment,
            )
        )
    assert work_day(last_day(session), TODAY, simulated=simulated) == day
