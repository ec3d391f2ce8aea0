"""Tasks as pages show them: a part of all there are, found, filtered and counted in the database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_
from sqlalchemy import select as columns
from sqlmodel import col, func, select

from dondoc.services.my_work import ON_A_PAGE, SOON
from dondoc.services.statements import among, look_at
from dondoc.services.task_list import SHOWN, line
from dondoc.services.task_search import matching
from models import ENDED, URGED, Person, Task, TaskKind, TaskState, Unit

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from dondoc.services.task_list import Listed
    from dondoc.services.world import World

LINES: Select[Any] = (
    columns(*SHOWN, col(Unit.code).label("unit"), col(Person.code).label("person"), col(Person.name))
    .join(Unit, col(Unit.id) == Task.lead_unit_id)
    .join(Person, col(Person.id) == Task.assignee_id)
)


class Part(StrEnum):
    """The parts of a list of tasks, as they stand on a day."""

    OPEN = "open"
    LATE = "late"
    SOON = "soon"
    HANDED_IN = "handed_in"
    UNDATED = "undated"
    DONE = "done"


DATED = (Part.LATE, Part.SOON)
"""Parts without undated tasks: an index has their order, which it has not with the undated ones last."""


@dataclass(frozen=True)
class Wanted:
    """What of the tasks somebody wants to see."""

    part: Part = Part.OPEN
    words: str = ""
    page: int = 1


@dataclass(frozen=True)
class TaskPage:
    """One page of a list; `people` are the assignees' names by code."""

    lines: tuple[Listed, ...]
    people: dict[str, str]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.total // ON_A_PAGE))


def task_page(
    world: World, which: ColumnElement[bool], wanted: Wanted, on_a_page: int = ON_A_PAGE
) -> TaskPage:
    """Return the wanted page of the tasks that `which` holds for, by due date, undated ones last."""
    condition = and_(which, in_part(world, wanted.part), matching(world, wanted.words))
    by_due_date = col(Task.due_on).asc()
    order = (by_due_date if wanted.part in DATED else by_due_date.nulls_last(), col(Task.id))
    # what stands on the page is found by its index alone: only of that the rows are read
    found = select(Task.id).where(condition).order_by(*order)
    found = found.offset((wanted.page - 1) * on_a_page).limit(on_a_page)
    total = world.session.exec(select(func.count()).select_from(Task).where(condition)).one()
    rows = look_at(world.session, LINES.where(col(Task.id).in_(found)).order_by(*order))
    lines = tuple(line(world, row, row.unit, row.person) for row in rows)
    return TaskPage(lines, {row.person: row.name for row in rows}, total, wanted.page)


def in_part(world: World, part: Part) -> ColumnElement[bool]:
    """Return the condition on tasks of a part on the day."""
    due_on, state = col(Task.due_on), col(Task.state)
    match part:
        case Part.OPEN:
            return state.not_in(ENDED)
        case Part.LATE:
            return and_(among(state, URGED), due_on < world.on)
        case Part.SOON:
            soon = world.calendar.add_working_days(world.on, SOON)
            return and_(among(state, URGED), due_on >= world.on, due_on <= soon)
        case Part.HANDED_IN:
            return state == TaskState.HANDED_IN
        case Part.UNDATED:
            return and_(among(state, URGED), due_on.is_(None))
        case Part.DONE:
            return and_(state == TaskState.ACCEPTED, col(Task.kind) == TaskKind.ITEM)
