"""Daily runs as the administration shows them, with what each set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from models import DailyRun, Fault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlmodel import Session

SHOWN = 60
"""Runs on the page, the newest first."""


@dataclass(frozen=True)
class RunLine:
    """One day's run, and how much it set aside."""

    run: DailyRun
    faults: int


def runs(session: Session) -> list[RunLine]:
    """Return the last runs, the newest first."""
    counted = select(func.count()).where(Fault.on == DailyRun.on).correlate(DailyRun).scalar_subquery()
    rows = session.exec(select(DailyRun, counted).order_by(col(DailyRun.on).desc()).limit(SHOWN))
    return [RunLine(run, faults) for run, faults in rows]


def faults(session: Session, on: dt.date) -> Sequence[Fault]:
    """Return what the run of a day set aside, in order."""
    return session.exec(select(Fault).where(Fault.on == on).order_by(col(Fault.id))).all()
