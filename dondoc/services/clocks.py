"""The clock of a task: when its ladder looks at it next, and the times it stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import Damaged
from dondoc.rules.ladder import Clock, next_look
from dondoc.rules.quiet import Quiet
from models import URGED, Task, TaskState

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.world import World


def clock_of(task: Task) -> Clock | None:
    """Return the clock of the task's term version, None for an undated task; raises Damaged."""
    quiet = quiet_of(task)
    return None if task.due_on is None else Clock(task.due_on, task.clock_from, quiet)


def quiet_of(task: Task) -> Quiet:
    """Return the task's ended quiet times; raises Damaged where they cannot be read."""
    try:
        return Quiet.parse(task.quiet_days)
    except ValueError as broken:
        raise Damaged(
            "What is kept of the task %(task)s is damaged: let the operator of Dondoc mend it. Until then "
            "nobody is told of it; the daily run names it to the operator.",
            task=task.code,
        ) from broken


def arm(task: Task, world: World) -> None:
    """Set the day the ladder looks at the task next: none while it is undated, quiet, ended or at the top."""
    clock = clock_of(task)
    if clock is None or task.state not in URGED:
        task.next_look_on = None
        return
    task.next_look_on = next_look(world.steps[task.ladder_id], task.last_step, clock, world.calendar)


def hush(task: Task, state: TaskState, on: dt.date) -> None:
    """Let the ladder stand still from `on`; `state` is one of the quiet states."""
    task.state = state
    task.quiet_since = on
    task.next_look_on = None


def wake(task: Task, state: TaskState, world: World) -> None:
    """End a quiet time on the world's day: it opens no ladder again and repeats no step."""
    if task.quiet_since is not None:
        task.quiet_days = str(quiet_of(task).and_then(task.quiet_since, world.on))
    task.quiet_since = None
    task.state = state
    arm(task, world)


def end(task: Task, state: TaskState, on: dt.date) -> None:
    """Take the task off its ladder for good, as accepted or cancelled."""
    task.state = state
    task.quiet_since = None
    task.next_look_on = None
    task.ended_on = on
