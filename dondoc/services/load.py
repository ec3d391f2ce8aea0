"""Who in a unit has how much: the load its head looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, case, not_
from sqlmodel import col, func, select

from dondoc.services.my_work import ON_A_PAGE, SOON
from dondoc.services.statements import among, rows_of
from models import ENDED, URGED, Task

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement

    from dondoc.services.world import World


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


LATE = col(Task.due_on) < bindparam("on")
DUE_SOON = (col(Task.due_on) >= bindparam("on")) & (col(Task.due_on) <= bindparam("soon"))
COUNTED = (
    select(
        Task.assignee_id,
        func.count(),
        _count(among(Task.state, URGED) & LATE),
        _count(among(Task.state, URGED) & DUE_SOON),
    )
    .where(col(Task.lead_unit_id).in_(bindparam("units", expanding=True)), not_(among(Task.state, ENDED)))
    .group_by(col(Task.assignee_id))
)


@dataclass(frozen=True)
class Load:
    """What one person has open on the day; late and due soon are among the open ones."""

    person: str
    name: str
    title: str
    """Their post; empty for who serves elsewhere by now."""
    open: int
    late: int
    due_soon: int


@dataclass(frozen=True)
class LoadPage:
    """One page of the people of a unit; `free` is how many of all of them have nothing open."""

    lines: tuple[Load, ...]
    total: int
    free: int
    page: int
    pages: int


def loads(world: World, units: Collection[int]) -> list[Load]:
    """Return everybody who serves in `units` or has a task of theirs, the most burdened first."""
    counted = _counted(world, units)
    titles = {post.person_id: post.title for post in world.organisation.posts_in(units)}
    found = []
    for person in counted.keys() | titles.keys():
        called, (open_, late, soon) = world.people[person], counted.get(person, (0, 0, 0))
        load = Load(called.code, called.name, titles.get(person, ""), open_, late, soon)
        found.append(((-late, -open_, called.search, called.name, called.code), load))
    return [load for _, load in sorted(found)]


def load_page(world: World, units: Collection[int], page: int) -> LoadPage:
    """Return a page of those whom `loads` returns."""
    found = loads(world, units)
    shown = tuple(found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE])
    free = sum(not load.open for load in found)
    return LoadPage(shown, len(found), free, page, max(1, -(-len(found) // ON_A_PAGE)))


def _counted(world: World, units: Collection[int]) -> dict[int, tuple[int, int, int]]:
    soon = world.calendar.add_working_days(world.on, SOON)
    rows = rows_of(world.session, COUNTED, units=list(units), on=world.on, soon=soon)
    return {person: (open_, late, due_soon) for person, open_, late, due_soon in rows}
