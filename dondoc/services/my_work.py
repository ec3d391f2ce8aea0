"""What one person has to do, as their first page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.services.task_list import line
from dondoc.services.task_search import matching
from dondoc.services.tasks import AWAITED
from models import ENDED, Person, Task, TaskState, Unit

if TYPE_CHECKING:
    from dondoc.services.task_list import Listed
    from dondoc.services.world import World

SOON = 7
"""Working days before the due date at which the first reminder comes (the default ladder's)."""


@dataclass(frozen=True)
class MyWork:
    """A person's open tasks, each in one part only, by due date; undated ones last."""

    late: tuple[Listed, ...]
    due_soon: tuple[Listed, ...]
    waiting: tuple[Listed, ...]
    """What others wait for: opinions, approvals, acceptances, reviews."""
    handed_in: tuple[Listed, ...]
    rest: tuple[Listed, ...]


def my_work(world: World, person: Person, words: str = "") -> MyWork:
    """Return the open tasks of a person on the day, those that `words` find."""
    query = (
        select(Task, Unit.code)
        .join(Unit, col(Unit.id) == Task.lead_unit_id)
        .where(Task.assignee_id == person.id, col(Task.state).not_in(ENDED), matching(world, words))
        .order_by(col(Task.due_on).asc().nulls_last(), col(Task.code))
    )
    parts: dict[str, list[Listed]] = {part: [] for part in MyWork.__dataclass_fields__}
    for task, unit in world.session.exec(query):
        parts[_part(world, task)].append(line(world, task, unit, person.code))
    return MyWork(**{part: tuple(lines) for part, lines in parts.items()})


def _part(world: World, task: Task) -> str:
    if task.kind in AWAITED:
        return "waiting"
    if task.state is TaskState.HANDED_IN:
        return "handed_in"
    if task.due_on is None or task.state is TaskState.SUSPENDED:
        return "rest"
    if task.due_on < world.on:
        return "late"
    return "due_soon" if task.due_on <= world.calendar.add_working_days(world.on, SOON) else "rest"
