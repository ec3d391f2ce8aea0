"""Which steps of a ladder a task owes on a day, and when it must be looked at next.

The one place that counts the distance from the due date: the sweep, `why`, the dry run and previews call it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.rules.quiet import NEVER_QUIET, Quiet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dondoc.rules.calendar import WorkCalendar
    from models import Step

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Clock:
    """The clock of a term version: due date, first day it runs, and the quiet days behind it."""

    due_on: dt.date
    starts_on: dt.date
    quiet: Quiet = NEVER_QUIET


@dataclass(frozen=True)
class Owed:
    """A step whose day has come."""

    step: Step
    due_on: dt.date


@dataclass(frozen=True)
class Look:
    """What looking at a task decides: steps to raise, the last step now decided, the next day to look."""

    owed: tuple[Owed, ...]
    last_step: int
    next_look_on: dt.date | None


def step_day(step: Step, clock: Clock, calendar: WorkCalendar) -> dt.date:
    """Return the day `step` falls on.

    Step 0 falls on the last working day on or before the due date, -k on the k-th working day before that,
    +k on the k-th working day that is not quiet after the later of the due date and the clock's start.
    """
    if step.working_days <= 0:
        return calendar.add_working_days(calendar.last_working_day(clock.due_on), step.working_days)
    day = max(clock.due_on, clock.starts_on)
    for _ in range(step.working_days):
        day = calendar.next_working_day(day)
        while day in clock.quiet:
            day = calendar.next_working_day(day)
    return day


def was_never_owed(day: dt.date, clock: Clock) -> bool:
    """Say whether a step falling on `day` is skipped: before the clock's start, or on a quiet day."""
    return day < clock.starts_on or day in clock.quiet


def look(steps: Sequence[Step], last_step: int, clock: Clock, calendar: WorkCalendar, on: dt.date) -> Look:
    """Decide everything owed by `on` after the step at position `last_step`; `steps` come in their order.

    Missed days are caught up: a step whose day has passed is owed with the day it fell on.
    """
    owed: list[Owed] = []
    for step in steps:
        if step.position <= last_step:
            continue
        day = step_day(step, clock, calendar)
        if not was_never_owed(day, clock):
            if day > on:
                return Look(tuple(owed), last_step, day)
            owed.append(Owed(step, day))
        last_step = step.position
    return Look(tuple(owed), last_step, None)


def next_look(steps: Sequence[Step], last_step: int, clock: Clock, calendar: WorkCalendar) -> dt.date | None:
    """Return the first day on which a step after `last_step` falls, even a past one; None at the top."""
    return look(steps, last_step, clock, calendar, dt.date.min).next_look_on


def carried(
    steps: Sequence[Step],
    last_step: int,
    stood: Mapping[int, int],
    clock: Clock,
    calendar: WorkCalendar,
    on: dt.date,
) -> int:
    """Return the last of the new `steps` that is decided for a task which stood at `last_step` of the old.

    `stood` gives the places that steps had before, by row id: what was decided stays so. A step that is new
    `on` the day was never owed where its own day lies before.
    """
    place = 0
    for step in steps:
        was = stood.get(step.id)
        if step_day(step, clock, calendar) >= on if was is None else was > last_step:
            break
        place = step.position
    return place


def working_days_late(clock: Clock, calendar: WorkCalendar, on: dt.date) -> int:
    """Count the working days after the due date up to `on` on which the task was not quiet."""
    late = calendar.working_days_between(clock.due_on, on)
    quiet_days = sum(
        calendar.working_days_between(max(first - ONE_DAY, clock.due_on), min(until - ONE_DAY, on))
        for first, until in clock.quiet.spells
    )
    return late - quiet_days
