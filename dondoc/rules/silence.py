"""Why nobody was told of a task on a day: the first reason that holds, judged for that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.rules.ladder import Clock, step_day, was_never_owed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dondoc.rules.calendar import WorkCalendar
    from models import Step, Task


@dataclass(frozen=True)
class Reason:
    """A sentence as message id and parameters; days among them are written in the reader's way."""

    msgid: str
    params: dict[str, object] = field(default_factory=dict)


WAITS = Reason(N_("Its step waits for the next digest of those it tells."))


def why_silent(  # noqa: PLR0911 - a list of reasons, the first that holds
    task: Task,
    steps: Sequence[Step],
    clock: Clock | None,
    calendar: WorkCalendar,
    on: dt.date,
    *,
    run_finished: bool,
) -> Reason:
    """Return why nobody was told of `task` on the day; `steps` is its ladder, `clock` None if undated."""
    if not calendar.is_working(on):
        return Reason(N_("%(on)s is not a working day: nobody is told anything."), {"on": on})
    if on < task.issued_on:
        return Reason(N_("The task was given later, on %(day)s."), {"day": task.issued_on})
    if task.ended_on is not None and task.ended_on <= on:
        return Reason(N_("The task ended on %(day)s."), {"day": task.ended_on})
    if task.quiet_since is not None and task.quiet_since <= on:
        return Reason(
            N_("The ladder stands still since %(day)s: the work is handed in."), {"day": task.quiet_since}
        )
    if clock is None:
        return Reason(N_("No term is set; its review reminds the head of the lead unit."))
    if on in clock.quiet:
        return Reason(N_("The ladder stood still that day: the work was handed in."))
    if not run_finished:
        return Reason(N_("The daily run of %(on)s has not been completed."), {"on": on})
    return _by_steps(steps, clock, calendar, on)


def _by_steps(steps: Sequence[Step], clock: Clock, calendar: WorkCalendar, on: dt.date) -> Reason:
    days = ((step_day(step, clock, calendar), step) for step in steps)
    owed = [(day, step) for day, step in days if not was_never_owed(day, clock)]
    if any(day == on for day, _ in owed):
        return WAITS
    for day, step in owed:
        if day > on:
            return Reason(
                N_("No step falls on that day; the next is %(step)s on %(day)s."),
                {"step": step.code, "day": day},
            )
    return Reason(N_("Every step of its ladder has been raised."))
