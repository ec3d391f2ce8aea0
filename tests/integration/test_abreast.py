"""A day on PostgreSQL works at two departments, or two batches of digests, at once; SQLite has one writer."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

import pytest

from days import Days
from dondoc.services import daily
from provinces import provinces
from small_world import SmallWorld

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

LATE = dt.date(2014, 5, 23)
PATIENCE = 10.0
"""Seconds that a transaction waits for the one beside it."""


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    """Two provinces with late officers."""
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        provinces(SmallWorld(session), ("BG", "CB"), 2)
    return days


def met(work: Callable[..., int], both: threading.Barrier) -> Callable[..., int]:
    """Return work that goes on only when somebody is at the same work."""

    def together(*arguments: object) -> int:
        done = work(*arguments)  # the transaction is open, and has written
        both.wait()
        return done

    return together


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("phase", ["sweep_department", "compose_digests"])
def test_two_transactions_of_a_run_are_open_at_once(
    phase: str, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(daily, "BATCH", 3)
    monkeypatch.setattr(daily, phase, met(getattr(daily, phase), threading.Barrier(2, timeout=PATIENCE)))
    report = days.run(LATE)
    assert (report.failed, len(report.raised)) == ((), 20)
