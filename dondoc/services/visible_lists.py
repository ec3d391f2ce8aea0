"""Tasks and plans that somebody may see, a part at a time: ordered by code, which nothing changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.services.conditions import all_of
from dondoc.services.plan_list import filtered
from dondoc.services.plan_view import plans_where
from dondoc.services.task_list import conditions, line
from dondoc.services.task_search import matching
from dondoc.services.visible import reach, visible_plans, visible_tasks
from models import Person, Plan, Task, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement

    from dondoc.services.plan_list import Filters
    from dondoc.services.plan_view import PlanLine
    from dondoc.services.task_list import Listed
    from dondoc.services.world import World
    from models import TaskState


@dataclass(frozen=True)
class Filter:
    """What of the tasks is wanted; units, people and plans by their codes, None for all."""

    unit: str | None = None
    person: str | None = None
    plan: str | None = None
    state: TaskState | None = None
    words: str = ""
    late: bool = False


def tasks_after(world: World, person: Person, wanted: Filter, code: str, most: int) -> list[Listed]:
    """Return up to `most` of the tasks that a person may see and that are wanted, those after `code`.

    Raises BadInput for an unknown unit or person.
    """
    theirs = all_of(visible_tasks(reach(world, person), person), matching(world, wanted.words))
    query = (
        select(Task, Unit.code, Person.code)
        .join(Unit, col(Unit.id) == Task.lead_unit_id)
        .join(Person, col(Person.id) == Task.assignee_id)
        .where(theirs.holds, *_conditions(world, wanted), Task.code > code)
        .order_by(Task.code)
        .limit(most)
    )
    rows = world.session.exec(query, params=theirs.asked)
    return [line(world, task, unit, assignee) for task, unit, assignee in rows]


def plans_after(world: World, person: Person, wanted: Filters, code: str, most: int) -> list[PlanLine]:
    """Return up to `most` of the plans that a person may see and that are wanted, those after `code`."""
    seen = all_of(visible_plans(reach(world, person), person), *filtered(world, wanted))
    return plans_where(world, seen.holds, Plan.code > code, most=most, **seen.asked)


def _conditions(world: World, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    yield from conditions(world, wanted.unit, wanted.person, late=wanted.late)
    if wanted.plan is not None:
        yield col(Task.plan_id).in_(select(Plan.id).where(Plan.code == wanted.plan))
    if wanted.state is not None:
        yield col(Task.state) == wanted.state
