"""The plans somebody may see, filtered and a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, bindparam, func, or_, select
from sqlmodel import col

from dondoc.services.conditions import ESCAPE, SHAPES, Condition, a_page, all_of, escaped, rows_at
from dondoc.services.four_cells import Tally, tallies
from dondoc.services.plan_view import LINES, line_of
from dondoc.services.statements import look_at, rows_of
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
OF_PLANS = col(Task.plan_id).in_(bindparam("plans", expanding=True))
IN_STATE = col(Plan.state) == bindparam("state")
OF_UNIT = col(Plan.subject_unit_id) == bindparam("unit")
OVERDUE = (
    col(Task.due_on) < bindparam("on"),
    col(Task.state).in_(URGED),
    col(Task.kind) == TaskKind.ITEM,
)
LATE = col(Plan.id).in_(select(col(Task.plan_id)).where(*OVERDUE))
WORDS: Any = bindparam("words")
MENTIONS = or_(
    col(Plan.code).icontains(WORDS, escape=ESCAPE),
    col(Document.number).icontains(WORDS, escape=ESCAPE),
    col(Plan.subject_unit_id).in_(bindparam("named", expanding=True)),
)


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
    wanted = all_of(visible_plans(seen, person), *filtered(world, filters))
    counted, listed = _statements(wanted.holds)
    total = rows_of(world.session, counted, **wanted.asked).scalar_one()
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    found = look_at(world.session, listed, **wanted.asked, **rows_at(page, PAGE))
    mine = Condition(OF_PLANS, {"plans": [row.id for row in found]})
    stand = tallies(world, mine, col(Task.plan_id))
    rows = (PlanRow(line_of(row), row.subject, stand.get((row.id,), Tally())) for row in found)
    return PlanPage(tuple(rows), total, page, pages)


@lru_cache(SHAPES)
def _statements(wanted: ColumnElement[bool]) -> tuple[Select[Any], Select[Any]]:
    """Return how the plans are counted, and how a page of them is listed."""
    of_document = col(Document.id) == Plan.document_id
    counted = select(func.count()).select_from(Plan).join(Document, of_document).where(wanted)
    order = (col(Plan.drafted_on).desc(), col(Plan.code))
    # items are counted of what stands on the page alone
    ids = select(col(Plan.id)).join(Document, of_document).where(wanted).order_by(*order)
    return counted, LINES.where(col(Plan.id).in_(a_page(ids))).order_by(*order)


def units_with_plans(world: World, seen: Reach, person: Person) -> list[Unit]:
    """Return the units of the day whose plans a person may see, by name."""
    wanted = visible_plans(seen, person)
    subjects = rows_of(world.session, _subjects(wanted.holds), **wanted.asked).scalars()
    units = world.organisation.units
    return sorted((units[one] for one in subjects if one in units), key=lambda unit: searchable(unit.name))


@lru_cache(SHAPES)
def _subjects(wanted: ColumnElement[bool]) -> Select[Any]:
    return select(col(Plan.subject_unit_id)).where(wanted).distinct()


def filtered(world: World, filters: Filters) -> Iterator[Condition]:
    """Yield the conditions on plans and their documents that a list is filtered by."""
    if filters.state is not None:
        yield Condition(IN_STATE, {"state": filters.state})
    if filters.unit:
        found = world.organisation.unit(filters.unit)
        yield Condition(OF_UNIT, {"unit": found.id if found else None})
    if filters.late:
        yield Condition(LATE, {"on": world.on})
    if words := filters.text.strip():
        yield _mentions(world, words)


def _mentions(world: World, words: str) -> Condition:
    """Return the condition that a plan's code, document or unit holds the words, with or without tones."""
    plain = searchable(words)
    named = [unit for unit, names in world.searched_units.items() if plain in names[0]]
    return Condition(MENTIONS, {"words": escaped(words), "named": named})
