"""Which days have been lived, and which working days a run makes up for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from models import DailyRun, Task

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.world import World

ONE_DAY = dt.timedelta(days=1)


def last_completed(session: Session) -> dt.date | None:
    """Return the last day whose run was completed."""
    completed = select(col(DailyRun.on)).where(col(DailyRun.completed_at).is_not(None))
    return session.exec(completed.order_by(col(DailyRun.on).desc())).first()


def last_worked(world: World) -> dt.date | None:
    """Return the last working day lived before this one: the run of a day off makes up for none."""
    lived = select(col(DailyRun.on)).where(
        col(DailyRun.completed_at).is_not(None), col(DailyRun.working_day), col(DailyRun.on) < world.on
    )
    return world.session.exec(lived.order_by(col(DailyRun.on).desc())).first()


def days_made_up(world: World, last: dt.date | None) -> tuple[dt.date, ...]:
    """Return the working days after the last one that was lived, up to and with the world's day."""
    since = world.on - ONE_DAY if last is None else last
    days = (since + number * ONE_DAY for number in range(1, (world.on - since).days + 1))
    return tuple(day for day in days if world.calendar.is_working(day))


def day_before_the_preview(
    session: Session, on: dt.date, today: dt.date | None, last: dt.date | None
) -> dt.date | None:
    """Return the day after which a preview begins to live; `last` is the last completed one."""
    if today is not None:
        day_before = min(today, on) - ONE_DAY
        return day_before if last is None else max(day_before, last)
    if last is not None:
        return last
    given: dt.date | None = session.exec(select(func.min(Task.issued_on))).one()
    return None if given is None else given - ONE_DAY


def attempts_at(session: Session, on: dt.date) -> set[int]:
    """Return the numbers of all attempts at a day."""
    run = session.get(DailyRun, on)
    return set(range(1, run.attempts + 1)) if run else set()
