"""Finding tasks by words: title, code, unit or assignee, with or without tone marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, true
from sqlmodel import col, func

from models import Task
from models.search import searchable

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from dondoc.services.world import World

MOST_PEOPLE = 200
"""A name that fits more people than this is no search for a person."""


def matching(world: World, words: str) -> ColumnElement[bool]:
    """Return the condition on tasks that `words` find; every task without words."""
    wanted = searchable(words)
    if not wanted:
        return true()
    return or_(
        col(Task.search).contains(wanted, autoescape=True),
        func.lower(Task.code).contains(wanted, autoescape=True),
        col(Task.lead_unit_id).in_(_units(world, wanted)),
        col(Task.assignee_id).in_(_people(world, wanted)),
    )


def _units(world: World, wanted: str) -> list[int]:
    return [unit for unit, names in world.searched_units.items() if any(wanted in name for name in names)]


def _people(world: World, wanted: str) -> list[int]:
    found = [person for person, called in world.people.items() if wanted in called.search]
    return found if len(found) <= MOST_PEOPLE else []
