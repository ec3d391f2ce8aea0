"""Units as the administration shows them: each after its parent, found, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.services.chart import RANK
from models.search import searchable

if TYPE_CHECKING:
    from dondoc.services.world import World
    from models import Unit

ON_A_PAGE = 50


@dataclass(frozen=True)
class UnitLine:
    """A unit, `depth` levels below the top, and who holds a post in it: heads first, each with the title."""

    code: str
    name: str
    depth: int
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class UnitsPage:
    """One page of the units found."""

    lines: tuple[UnitLine, ...]
    total: int
    page: int
    pages: int


def units_page(world: World, words: str, page: int) -> UnitsPage:
    """Return a page of the units whose name, other names or code `words` find."""
    wanted, units = searchable(words), world.organisation.in_order
    found = [each for each in units if _is_found(world, each[0], wanted)] if wanted else units
    shown = found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    lines = tuple(UnitLine(unit.code, unit.name, depth, _people(world, unit)) for unit, depth in shown)
    return UnitsPage(lines, len(found), page, max(1, -(-len(found) // ON_A_PAGE)))


def _is_found(world: World, unit: Unit, wanted: str) -> bool:
    names = world.searched_units[unit.id]
    return any(wanted in name for name in (unit.code.lower(), *names))


def _people(world: World, unit: Unit) -> tuple[tuple[str, str], ...]:
    posts = world.organisation.posts_in([unit.id])
    called = [(RANK[post.role], world.people[post.person_id], post.title) for post in posts]
    return tuple((person.name, title) for _, person, title in sorted(called))
