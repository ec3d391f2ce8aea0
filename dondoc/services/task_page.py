"""Tasks as pages show them: a part of all there are, found, filtered and counted in the database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, bindparam, func
from sqlalchemy import select as columns
from sqlmodel import col

from dondoc.services.conditions import SHAPES, Condition, a_page, all_of, rows_at
from dondoc.services.my_work import ON_A_PAGE, SOON
from dondoc.services.statements import among, look_at, rows_of
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
DUE_ON = col(Task.due_on)
ON: Any = bindparam("on")
SOON_ON: Any = bindparam("soon")
IS_URGED = among(Task.state, URGED)
IS_IN: dict[Part, ColumnElement[bool]] = {
    Part.OPEN: ~among(Task.state, ENDED),
    Part.LATE: and_(IS_URGED, DUE_ON < ON),
    Part.SOON: and_(IS_URGED, DUE_ON >= ON, DUE_ON <= SOON_ON),
    Part.HANDED_IN: col(Task.state) == TaskState.HANDED_IN,
    Part.UNDATED: and_(IS_URGED, DUE_ON.is_(None)),
    Part.DONE: and_(col(Task.state) == TaskState.ACCEPTED, col(Task.kind) == TaskKind.ITEM),
}


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


def task_page(world: World, which: Condition, wanted: Wanted, on_a_page: int = ON_A_PAGE) -> TaskPage:
    """Return the wanted page of the tasks that `which` holds for, by due date, undated ones last."""
    condition = all_of(which, in_part(world, wanted.part), matching(world, wanted.words))
    counted, listed = _statements(condition.holds, undated=wanted.part not in DATED)
    total = rows_of(world.session, counted, **condition.asked).scalar_one()
    rows = look_at(world.session, listed, **condition.asked, **rows_at(wanted.page, on_a_page))
    lines = tuple(line(world, row, row.unit, row.person) for row in rows)
    return TaskPage(lines, {row.person: row.name for row in rows}, total, wanted.page)


def in_part(world: World, part: Part) -> Condition:
    """Return the condition on tasks of a part on the day."""
    asked = {"on": world.on}
    if part is Part.SOON:
        asked["soon"] = world.calendar.add_working_days(world.on, SOON)
    return Condition(IS_IN[part], asked)


@lru_cache(SHAPES)
def _statements(condition: ColumnElement[bool], *, undated: bool) -> tuple[Select[Any], Select[Any]]:
    """Return how the tasks are counted, and how a page of them is listed."""
    order = (DUE_ON.asc().nulls_last() if undated else DUE_ON.asc(), col(Task.id))
    # what stands on the page is found by its index alone: only of that the rows are read
    shown = a_page(columns(col(Task.id)).where(condition).order_by(*order))
    counted = columns(func.count()).select_from(Task).where(condition)
    return counted, LINES.where(col(Task.id).in_(shown)).order_by(*order)
