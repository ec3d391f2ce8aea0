"""The operator who could not be told that a run did not end well: kept with the day's faults, and shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.services.day_report import Noted
from models import DailyRun, Fault, FaultKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

    from dondoc.services.day_report import DayReport

OPERATOR = "DONDOC_OPERATOR"
"""What such a fault names: the setting that holds the address."""


def note_unreached(session: Session, on: dt.date, reason: str, now: dt.datetime) -> None:
    """Keep why the operator could not be told of the day's last attempt."""
    run = session.get(DailyRun, on)
    attempt = run.attempts if run else 0
    fault = Fault(
        on=on, kind=FaultKind.OPERATOR, what=OPERATOR, reason=reason, attempt=attempt, happened_at=now
    )
    session.add(fault)


def unreached(session: Session, on: dt.date) -> str | None:
    """Return why the operator could not be told of the day's last attempt; None where that is not so."""
    run = session.get(DailyRun, on)
    noted = select(Fault.reason).where(Fault.on == on, Fault.what == OPERATOR)
    last = noted.where(Fault.attempt == (run.attempts if run else 0)).order_by(col(Fault.id).desc())
    return session.exec(last).first()


def with_operator(session: Session, report: DayReport) -> DayReport:
    """Return the report of a run with the operator among what failed, where they could not be told."""
    reason = unreached(session, report.on) if report.failed else None
    if reason is None:
        return report
    return replace(report, failed=(*report.failed, Noted(OPERATOR, reason, FaultKind.OPERATOR)))
