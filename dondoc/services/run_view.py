"""Daily runs as the administration shows them, with what each set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, func, select

from dondoc.errors import Absent
from dondoc.services.statements import look_at
from models import DailyRun, Fault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlmodel import Session

FAULTS = select(Fault).where(Fault.on == bindparam("day")).order_by(col(Fault.id))
LINES = select(
    DailyRun, select(func.count()).where(Fault.on == DailyRun.on).correlate(DailyRun).scalar_subquery()
)
SHOWN = 60
"""Runs on the page, the newest first."""


@dataclass(frozen=True)
class RunLine:
    """One day's run, and how much it set aside."""

    run: DailyRun
    faults: int


def runs(session: Session, most: int = SHOWN, before: dt.date | None = None) -> list[RunLine]:
    """Return the last runs, the newest first; those before a day where one is given."""
    earlier = () if before is None else (col(DailyRun.on) < before,)
    wanted = LINES.where(*earlier).order_by(col(DailyRun.on).desc()).limit(most)
    return [RunLine(run, faults) for run, faults in session.exec(wanted)]


def find_run(session: Session, on: dt.date) -> RunLine:
    """Return the run of a day; raises Absent where there was none."""
    found = session.exec(LINES.where(DailyRun.on == on)).one_or_none()
    if found is None:
        raise Absent("There is no run of %(on)s.", on=on)
    return RunLine(*found)


def faults(session: Session, on: dt.date) -> Sequence[Fault]:
    """Return what the run of a day set aside, in order."""
    return look_at(session, FAULTS, day=on)
