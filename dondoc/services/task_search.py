"""Finding tasks by words: title, code, unit or assignee, with or without tone marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, or_
from sqlmodel import col, func

from dondoc.services.conditions import ESCAPE, EVERY, Condition, escaped
from models import Task
from models.search import searchable

if TYPE_CHECKING:
    from dondoc.services.world import World

MOST_PEOPLE = 200
"""A name that fits more people than this is no search for a person."""

WORDS: Any = bindparam("words")
FOUND = or_(
    col(Task.search).contains(WORDS, escape=ESCAPE),
    func.lower(Task.code).contains(WORDS, escape=ESCAPE),
    col(Task.lead_unit_id).in_(bindparam("named_units", expanding=True)),
    col(Task.assignee_id).in_(bindparam("named_people", expanding=True)),
)


def matching(world: World, words: str) -> Condition:
    """Return the condition on tasks that `words` find; every task without words."""
    wanted = searchable(words)
    if not wanted:
        return EVERY
    people = world.searched_people.holding(wanted, MOST_PEOPLE)
    asked = {"words": escaped(wanted), "named_units": _units(world, wanted), "named_people": people}
    return Condition(FOUND, asked)


def _units(world: World, wanted: str) -> list[int]:
    return [unit for unit, names in world.searched_units.items() if any(wanted in name for name in names)]
