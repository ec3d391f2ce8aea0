"""Tasks as a list shows them on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from dondoc.errors import BadInput, Damaged
from dondoc.rules.ladder import working_days_late
from dondoc.services.clocks import clock_of
from models import URGED, Person, Task, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement

    from dondoc.services.world import World
    from models import TaskKind, TaskState

SHOWN: tuple[Any, ...] = (
    *(Task.code, Task.kind, Task.title, Task.state, Task.percent),
    *(Task.original_due_on, Task.due_on, Task.clock_from, Task.quiet_days),
)
"""The columns that a line is made of, for plain rows: a long list is read in half the time."""


@dataclass(frozen=True)
class Listed:
    """One line; `unit` and `assignee` are codes."""

    task: str
    kind: TaskKind
    title: str
    unit: str
    assignee: str
    state: TaskState
    percent: int
    original_due_on: dt.date | None
    due_on: dt.date | None
    working_days_late: int | None
    """How far it is overdue on the day asked about; None where it is not, or nobody owes it now."""
    damaged: bool
    """Whether what is kept of it cannot be read, so that nobody is told of it."""


def listed(
    world: World, unit: str | None = None, person: str | None = None, *, late: bool = False
) -> list[Listed]:
    """Return tasks by due date, undated ones last: of a unit and those below it, of an assignee, overdue.

    Raises BadInput for an unknown unit or person.
    """
    query = (
        select(Task, Unit.code, Person.code)
        .join(Unit, col(Unit.id) == Task.lead_unit_id)
        .join(Person, col(Person.id) == Task.assignee_id)
        .where(*conditions(world, unit, person, late=late))
        .order_by(col(Task.due_on).asc().nulls_last(), col(Task.code))
    )
    return [line(world, task, lead, assignee) for task, lead, assignee in world.session.exec(query)]


def line(world: World, task: Task, unit: str, assignee: str) -> Listed:
    """Return the line of one task, also of one whose row is damaged: it hides no other."""
    try:
        late, damaged = _days_late(world, task), False
    except Damaged:
        late, damaged = None, True
    return Listed(
        task=task.code,
        kind=task.kind,
        title=task.title,
        unit=unit,
        assignee=assignee,
        state=task.state,
        percent=task.percent,
        original_due_on=task.original_due_on,
        due_on=task.due_on,
        working_days_late=late,
        damaged=damaged,
    )


def _days_late(world: World, task: Task) -> int | None:
    clock = clock_of(task)
    if clock is None or task.state not in URGED or world.on <= clock.due_on:
        return None
    return working_days_late(clock, world.calendar, world.on)


def conditions(
    world: World, unit: str | None, person: str | None, *, late: bool
) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on the tasks of a unit and those below it, of an assignee, overdue on the day.

    Raises BadInput for an unknown unit or person.
    """
    if unit is not None:
        yield col(Task.lead_unit_id).in_(_units(world, unit))
    if person is not None:
        found = world.session.exec(select(Person).where(Person.code == person)).one_or_none()
        if found is None:
            raise BadInput("There is no person %(person)s: the organisation lists them.", person=person)
        yield col(Task.assignee_id) == found.id
    if late:
        yield col(Task.due_on) < world.on
        yield col(Task.state).in_(URGED)


def _units(world: World, code: str) -> list[int]:
    found = world.session.exec(select(Unit).where(Unit.code == code)).one_or_none()
    if found is None:
        raise BadInput("There is no unit %(unit)s: the organisation lists them.", unit=code)
    return list({found.id, *world.organisation.below(found.id)})
