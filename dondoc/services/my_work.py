"""What one person has to do, as their first page shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Select, bindparam, case, func, select, tuple_
from sqlmodel import col

from dondoc.services.conditions import SHAPES, a_page, rows_at
from dondoc.services.statements import among, look_at, rows_of
from dondoc.services.task_list import SHOWN, line
from dondoc.services.task_search import matching
from dondoc.services.tasks import AWAITED
from models import ENDED, Person, Task, TaskState, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from dondoc.services.task_list import Listed
    from dondoc.services.world import World

SOON = 7
"""Working days before the due date at which the first reminder comes (the default ladder's)."""
NEVER = dt.date.max
"""Stands for the due date of an undated task: behind all others."""
ON_A_PAGE = 50


class WorkPart(StrEnum):
    """The parts of somebody's work, in the order they are read; a task stands in one of them."""

    LATE = "late"
    DUE_SOON = "due_soon"
    WAITING = "waiting"
    """What others wait for: opinions, approvals, acceptances, reviews."""
    HANDED_IN = "handed_in"
    REST = "rest"


PARTS = tuple(WorkPart)
IS_IN = {
    WorkPart.WAITING: among(Task.kind, AWAITED),
    WorkPart.HANDED_IN: col(Task.state) == TaskState.HANDED_IN,
    WorkPart.REST: col(Task.due_on).is_(None) | (col(Task.state) == TaskState.SUSPENDED),
    WorkPart.LATE: col(Task.due_on) < bindparam("on"),
    WorkPart.DUE_SOON: col(Task.due_on) <= bindparam("soon"),
}
"""The first condition that holds of a task says its part; the rest is WorkPart.REST."""
PART = case(*((is_in, PARTS.index(part)) for part, is_in in IS_IN.items()), else_=PARTS.index(WorkPart.REST))
PLACE: tuple[Any, Any, Any] = (PART, func.coalesce(col(Task.due_on), NEVER), col(Task.code))
OPEN = (col(Task.assignee_id) == bindparam("person"), ~among(Task.state, ENDED))
FOUND: Select[Any] = (
    select(*SHOWN, col(Unit.code).label("unit"), PART.label("part"))
    .join(Unit, col(Unit.id) == Task.lead_unit_id)
    .where(*OPEN)
    .order_by(*PLACE)
)
COUNTED = select(PART.label("part"), func.count()).where(*OPEN).group_by("part")

Parts = dict[WorkPart, list["Listed"]]


@dataclass(frozen=True)
class WantedWork:
    """What of their work somebody wants to see; `part` None: all of it."""

    part: WorkPart | None = None
    words: str = ""
    page: int = 1


@dataclass(frozen=True)
class WorkPage:
    """One page of a person's open tasks, by due date, undated ones last; `totals` counts all of each part."""

    parts: Parts
    totals: dict[WorkPart, int]
    page: int
    pages: int


class Place(NamedTuple):
    """Where a task stands in somebody's work: in which part, with which due date, by which code."""

    part: str
    due_on: dt.date
    code: str


def my_work(world: World, person: Person, wanted: WantedWork) -> WorkPage:
    """Return the wanted page of the open tasks of a person on the day; a page too far is the last one."""
    matches = matching(world, wanted.words)
    counted, shown = _statements(matches.holds, wanted.part)
    asked = {**_asked(world, person), **matches.asked}
    counts = dict(rows_of(world.session, counted, **asked).tuples().all())
    totals = {part: counts.get(number, 0) for number, part in enumerate(PARTS)}
    total = sum(totals.values()) if wanted.part is None else totals[wanted.part]
    pages = max(1, -(-total // ON_A_PAGE))
    page = min(wanted.page, pages)
    found = _found(world, person, look_at(world.session, shown, **asked, **rows_at(page, ON_A_PAGE)))
    return WorkPage(in_parts(found), totals, page, pages)


def my_work_after(world: World, person: Person, place: Place | None, most: int) -> list[tuple[Place, Listed]]:
    """Return up to `most` of the open tasks of a person, those behind `place`: part after part.

    A place stays where it is, also once the task that stood there has got further.
    """
    behind = [] if place is None else [tuple_(*PLACE) > (PARTS.index(WorkPart(place.part)), *place[1:])]
    rows = look_at(world.session, FOUND.where(*behind).limit(most), **_asked(world, person))
    return _found(world, person, rows)


def in_parts(found: Iterable[tuple[Place, Listed]]) -> Parts:
    """Return tasks by the parts they stand in."""
    parts: Parts = {part: [] for part in PARTS}
    for place, listed in found:
        parts[WorkPart(place.part)].append(listed)
    return parts


def _found(world: World, person: Person, rows: Iterable[Any]) -> list[tuple[Place, Listed]]:
    return [
        (Place(PARTS[row.part], row.due_on or NEVER, row.code), line(world, row, row.unit, person.code))
        for row in rows
    ]


@lru_cache(SHAPES)
def _statements(matches: ColumnElement[bool], part: WorkPart | None) -> tuple[Select[Any], Select[Any]]:
    """Return how what matches is counted by its parts, and how a page of it, or of one part, is listed."""
    chosen = () if part is None else (PARTS.index(part) == PART,)
    return COUNTED.where(matches), a_page(FOUND.where(matches, *chosen))


def _asked(world: World, person: Person) -> dict[str, Any]:
    """Return what the statements ask of a person on the day."""
    soon = world.calendar.add_working_days(world.on, SOON)
    return {"person": person.id, "on": world.on, "soon": soon}
