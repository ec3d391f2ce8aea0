"""Whether the last daily run is well, for the page that operators watch."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dondoc.errors import Refused
from dondoc.rules.vietnamese import VIET_NAM, format_date
from dondoc.services.operator import unreached
from dondoc.services.schedule import installation, last_run, run_moment
from models import RunState

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.errors import DondocError
    from dondoc.rules.calendar import WorkCalendar
    from models import DailyRun

PATIENCE = dt.timedelta(minutes=30)
"""How long after its hour a run may take before it counts as missing."""


def ailment(session: Session, now: dt.datetime, calendar: WorkCalendar) -> DondocError | None:
    """Return what is not well about the daily run, None where all is.

    The run of the last working day that is due must be completed, and the last run may not have failed in
    part. Nothing is due from before the data folder was made, nor in a simulated one. With it comes why the
    operator could not be told, where that is so.
    """
    last = last_run(session)
    found = _ailment(session, last, now, calendar)
    reason = unreached(session, last.on) if found and last else None
    if found is None or reason is None:
        return found
    return Refused(
        "%(ailment)s The operator could not be told: %(reason)s", ailment=found, reason=reason.strip()
    )


def _ailment(
    session: Session, last: DailyRun | None, now: dt.datetime, calendar: WorkCalendar
) -> DondocError | None:
    if last is not None and last.state is RunState.PARTLY_FAILED:
        return Refused("The daily run of %(day)s partly failed.", day=format_date(last.on))
    made = installation(session)
    due = _last_due_day(now, calendar)
    if made.simulated or made.created_at > run_moment(due):
        return None
    if last is None or last.on < due:
        return Refused("The daily run of %(day)s has not been done.", day=format_date(due))
    if last.completed_at is None and now - last.started_at > PATIENCE:
        return Refused("The daily run of %(day)s was begun and not completed.", day=format_date(last.on))
    return None


def _last_due_day(now: dt.datetime, calendar: WorkCalendar) -> dt.date:
    today = (now - PATIENCE).astimezone(VIET_NAM)
    day = today.date()
    if today < run_moment(day):
        day -= dt.timedelta(days=1)
    return calendar.last_working_day(day)
