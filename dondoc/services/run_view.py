"""Daily runs as the administration shows them, with what each set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer
from sqlmodel import bindparam, col, func, select

from dondoc.errors import Absent
from dondoc.services.statements import look_at
from models import DailyRun, Fault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlmodel import Session

FAULTS = select(Fault).where(Fault.on == bindparam("day")).order_by(col(Fault.id))
NOTED = select(func.count()).where(Fault.on == DailyRun.on).correlate(DailyRun).scalar_subquery()
LINES = select(DailyRun, NOTED.label("faults"))
NEWEST = LINES.order_by(col(DailyRun.on).desc()).limit(bindparam("most", type_=Integer))
EARLIER = NEWEST.where(DailyRun.on < bindparam("before"))
OF_DAY = LINES.where(DailyRun.on == bindparam("day"))
SHOWN = 60
"""Runs on the page, the newest first."""


@dataclass(frozen=True)
class RunLine:
    """One day's run, and how much it set aside."""

    run: DailyRun
    faults: int


def runs(session: Session, most: int = SHOWN, before: dt.date | None = None) -> list[RunLine]:
    """Return the last runs, the newest first; those before a day where one is given."""
    asked = {"most": most} if before is None else {"most": most, "before": before}
    wanted = NEWEST if before is None else EARLIER
    return [RunLine(row, row.faults) for row in look_at(session, wanted, **asked)]


def find_run(session: Session, on: dt.date) -> RunLine:
    """Return the run of a day; raises Absent where there was none."""
    for row in look_at(session, OF_DAY, day=on):
        return RunLine(row, row.faults)
    raise Absent("There is no run of %(on)s.", on=on)


def faults(session: Session, on: dt.date) -> Sequence[Fault]:
    """Return what the run of a day set aside, in order."""
    return look_at(session, FAULTS, day=on)
