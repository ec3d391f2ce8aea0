"""The plans somebody may see, filtered and a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, func, or_, select

from dondoc.services.four_cells import Tally, tallies
from dondoc.services.plan_view import line_of, lines
from dondoc.services.visible import visible_plans
from models import URGED, Document, Plan, PlanState, Task, TaskKind
from models.search import searchable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement

    from dondoc.rules.reach import Reach
    from dondoc.services.plan_view import PlanLine
    from dondoc.services.world import World
    from models import Person, Unit

PAGE = 25


@dataclass(frozen=True)
class Filters:
    """Which plans are wanted; `unit` is a code, `text` is looked for in codes, documents and units."""

    text: str = ""
    state: PlanState | None = None
    unit: str = ""
    late: bool = False


@dataclass(frozen=True)
class PlanRow:
    """A plan in the list, what its document is about, and how its tasks stand."""

    line: PlanLine
    subject: str | None
    tally: Tally


@dataclass(frozen=True)
class PlanPage:
    """One page of the list; `pages` is at least 1."""

    rows: tuple[PlanRow, ...]
    total: int
    page: int
    pages: int


def plan_page(world: World, seen: Reach, person: Person, filters: Filters, page: int = 1) -> PlanPage:
    """Return a page of the plans that a person may see, the newest first; a page too far is the last one."""
    wanted = [visible_plans(seen, person), *filtered(world, filters)]
    counted = select(func.count()).select_from(Plan).join(Document, col(Document.id) == Plan.document_id)
    total = world.session.exec(counted.where(*wanted)).one()
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    order = (col(Plan.drafted_on).desc(), col(Plan.code))
    # items are counted of what stands on the page alone
    ids = select(Plan.id).join(Document, col(Document.id) == Plan.document_id).where(*wanted).order_by(*order)
    shown = col(Plan.id).in_(ids.limit(PAGE).offset((page - 1) * PAGE))
    found = world.session.exec(lines().where(shown).order_by(*order)).all()
    mine = col(Task.plan_id).in_([plan.id for plan, *_ in found])
    stand = tallies(world, mine, col(Task.plan_id))
    rows = (
        PlanRow(line_of(plan, document, unit, items), document.subject, stand.get((plan.id,), Tally()))
        for plan, document, unit, items in found
    )
    return PlanPage(tuple(rows), total, page, pages)


def units_with_plans(world: World, seen: Reach, person: Person) -> list[Unit]:
    """Return the units of the day whose plans a person may see, by name."""
    subjects = world.session.exec(select(Plan.subject_unit_id).where(visible_plans(seen, person)).distinct())
    units = world.organisation.units
    return sorted((units[one] for one in subjects if one in units), key=lambda unit: searchable(unit.name))


def filtered(world: World, filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on plans and their documents that a list is filtered by."""
    if filters.state is not None:
        yield col(Plan.state) == filters.state
    if filters.unit:
        found = world.organisation.unit(filters.unit)
        yield col(Plan.subject_unit_id) == (found.id if found else None)
    if filters.late:
        overdue = (col(Task.due_on) < world.on) & col(Task.state).in_(URGED) & (Task.kind == TaskKind.ITEM)
        yield col(Plan.id).in_(select(Task.plan_id).where(overdue))
    if words := filters.text.strip():
        yield _mentions(world, words)


def _mentions(world: World, words: str) -> ColumnElement[bool]:
    """Return the condition that a plan's code, document or unit holds the words, with or without tones."""
    plain = searchable(words)
    named = [unit for unit, names in world.searched_units.items() if plain in names[0]]
    return or_(
        col(Plan.code).icontains(words, autoescape=True),
        col(Document.number).icontains(words, autoescape=True),
        col(Plan.subject_unit_id).in_(named),
    )
