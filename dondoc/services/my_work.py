"""What one person has to do, as their first page shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import case, func, tuple_
from sqlmodel import col, select

from dondoc.services.statements import among
from dondoc.services.task_list import line
from dondoc.services.task_search import matching
from dondoc.services.tasks import AWAITED
from models import ENDED, Person, Task, TaskState, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement

    from dondoc.services.task_list import Listed
    from dondoc.services.world import World

SOON = 7
"""Working days before the due date at which the first reminder comes (the default ladder's)."""
NEVER = dt.date.max
"""Stands for the due date of an undated task: behind all others."""


@dataclass(frozen=True)
class MyWork:
    """A person's open tasks, each in one part only, by due date; undated ones last."""

    late: tuple[Listed, ...]
    due_soon: tuple[Listed, ...]
    waiting: tuple[Listed, ...]
    """What others wait for: opinions, approvals, acceptances, reviews."""
    handed_in: tuple[Listed, ...]
    rest: tuple[Listed, ...]


PARTS = tuple(MyWork.__dataclass_fields__)


class Place(NamedTuple):
    """Where a task stands in somebody's work: in which part, with which due date, by which code."""

    part: str
    due_on: dt.date
    code: str


def my_work(world: World, person: Person, words: str = "") -> MyWork:
    """Return the open tasks of a person on the day, those that `words` find."""
    return in_parts(_found(world, person, matching(world, words)))


def my_work_after(world: World, person: Person, place: Place | None, most: int) -> list[tuple[Place, Listed]]:
    """Return up to `most` of the open tasks of a person, those behind `place`: part after part.

    A place stays where it is, also once the task that stood there has got further.
    """
    behind = [] if place is None else [tuple_(*_place(world)) > (PARTS.index(place.part), *place[1:])]
    return list(_found(world, person, *behind, most=most))


def in_parts(found: Iterable[tuple[Place, Listed]]) -> MyWork:
    """Return tasks by the parts they stand in."""
    parts: dict[str, list[Listed]] = {part: [] for part in PARTS}
    for place, listed in found:
        parts[place.part].append(listed)
    return MyWork(**{part: tuple(lines) for part, lines in parts.items()})


def _found(
    world: World, person: Person, *wanted: ColumnElement[bool], most: int | None = None
) -> Iterator[tuple[Place, Listed]]:
    query = (
        select(Task, Unit.code, _part(world))
        .join(Unit, col(Unit.id) == Task.lead_unit_id)
        .where(Task.assignee_id == person.id, col(Task.state).not_in(ENDED), *wanted)
        .order_by(*_place(world))
        .limit(most)
    )
    for task, unit, part in world.session.exec(query):
        place = Place(PARTS[part], task.due_on or NEVER, task.code)
        yield place, line(world, task, unit, person.code)


def _place(world: World) -> tuple[Any, Any, Any]:
    return _part(world), func.coalesce(col(Task.due_on), NEVER), col(Task.code)


def _part(world: World) -> ColumnElement[int]:
    """Return in which of the PARTS a task stands on the day."""
    soon = world.calendar.add_working_days(world.on, SOON)
    parts = {
        "waiting": among(Task.kind, AWAITED),
        "handed_in": col(Task.state) == TaskState.HANDED_IN,
        "rest": col(Task.due_on).is_(None) | (col(Task.state) == TaskState.SUSPENDED),
        "late": col(Task.due_on) < world.on,
        "due_soon": col(Task.due_on) <= soon,
    }
    return case(*((is_in, PARTS.index(part)) for part, is_in in parts.items()), else_=PARTS.index("rest"))
