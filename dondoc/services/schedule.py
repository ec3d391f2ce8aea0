"""When the day's run is due, and whether it was done: asked by the page of health and by what runs it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from dondoc.errors import Refused
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services.statements import look_at
from models import DailyRun, Installation

if TYPE_CHECKING:
    from sqlmodel import Session

RUN_AT = dt.time(7)
"""The hour of the day's run, in Viet Nam."""
START_OF_WORK = dt.time(8)
"""The hour at which everything that people do on a simulated day happens."""

DEPLOYMENT = "daily-run/daily"
"""Its name on the Prefect server: the flow's, and that of its deployment."""
SHARING = "share-day/sharing"
"""The name of what helps it."""

INSTALLATION = select(Installation)
LAST_RUN = select(DailyRun).order_by(col(DailyRun.on).desc()).limit(1)
LAST_DAY = select(func.max(DailyRun.on))


def run_moment(day: dt.date) -> dt.datetime:
    """Return the moment at which a day's run is due."""
    return dt.datetime.combine(day, RUN_AT, VIET_NAM).astimezone(dt.UTC)


def work_moment(day: dt.date) -> dt.datetime:
    """Return the moment of what people do on a simulated day."""
    return dt.datetime.combine(day, START_OF_WORK, VIET_NAM).astimezone(dt.UTC)


def installation(session: Session) -> Installation:
    """Return what the data folder is, to be looked at; Refused where it was never made by `dondoc init`."""
    for found in look_at(session, INSTALLATION):
        return found
    raise Refused("This data folder is not complete: run `dondoc init`.")


def last_run(session: Session) -> DailyRun | None:
    """Return the run of the latest day, completed or not, to be looked at."""
    return next(iter(look_at(session, LAST_RUN)), None)


def last_day(session: Session) -> dt.date | None:
    """Return the day last lived, None before the first."""
    return session.exec(LAST_DAY).one()


def work_day(lived: dt.date | None, today: dt.date, *, simulated: bool) -> dt.date:
    """Return the day on which people work: `today`, in a simulated folder the day last `lived`."""
    return (lived if simulated else None) or today


def is_behind(session: Session, now: dt.datetime) -> bool:
    """Say whether today's run is due and was not completed; a simulated folder lives by command alone."""
    today = now.astimezone(VIET_NAM).date()
    done = select(col(DailyRun.on)).where(col(DailyRun.on) >= today, col(DailyRun.completed_at).is_not(None))
    return (
        now >= run_moment(today)
        and session.exec(done).first() is None
        and not installation(session).simulated
    )
