"""Everything about one plan on a day: its items with their tasks, its opinions, its rounds, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, or_, select

from dondoc.services.four_cells import Tally, cell_of, is_counted
from dondoc.services.item_view import views
from dondoc.services.names import Names
from dondoc.services.plan_view import LINE, line_of, opinions
from dondoc.services.statements import look_at
from dondoc.services.task_list import line
from dondoc.services.task_records import Deed
from models import LedgerLine, Opinion, Person, TaskKind, TaskState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from dondoc.rules.judgement import Cell
    from dondoc.services.item_view import ItemView
    from dondoc.services.plan_facts import PlanFacts
    from dondoc.services.plan_view import OpinionView, PlanLine
    from dondoc.services.task_list import Listed
    from dondoc.services.world import World

HISTORY = 200
"""Lines of the ledger that are shown, the newest."""
SHOWN = (TaskKind.ITEM, TaskKind.MAKE_PLAN)
"""The tasks that stand under their item; the other duties of the process follow from them."""

LEDGER = (
    select(LedgerLine)
    .where(col(LedgerLine.code).in_(bindparam("codes", expanding=True)))
    .order_by(col(LedgerLine.id).desc())
    .limit(HISTORY)
)
PEOPLE = select(Person).where(
    or_(
        col(Person.id).in_(bindparam("ids", expanding=True)),
        col(Person.id).in_(select(Opinion.person_id).where(Opinion.plan_id == bindparam("plan"))),
    )
)


@dataclass(frozen=True)
class ItemTask:
    """A task of an item, and its cell; None without a term and once it was cancelled."""

    line: Listed
    cell: Cell | None


@dataclass(frozen=True)
class ItemStory:
    """An item and its tasks by due date."""

    view: ItemView
    tasks: tuple[ItemTask, ...]


@dataclass(frozen=True)
class PlanStory:
    """A plan in full. Units and people are codes; `names` knows them."""

    line: PlanLine
    subject: str | None
    round: int
    past_due_reason: str | None
    items: tuple[ItemStory, ...]
    tally: Tally
    opinions: tuple[OpinionView, ...]
    history: tuple[Deed, ...]
    names: Names


def plan_story(world: World, facts: PlanFacts) -> PlanStory:
    """Return everything about a plan."""
    plan = facts.plan
    (row,) = look_at(world.session, LINE, plan=plan.id)
    ledger = _ledger(world, facts)
    people = _people(world, facts, ledger)
    return PlanStory(
        line=line_of(row),
        subject=row.subject,
        round=plan.round,
        past_due_reason=plan.past_due_reason,
        items=tuple(_items(world, facts, people)),
        tally=_tally(facts, world.on),
        opinions=opinions(world, plan) if facts.was_consulted else (),
        history=tuple(_deed(row, people) for row in ledger),
        names=Names(
            world.organisation.names,
            {person.code: person.name for person in people.values()},
        ),
    )


def _ledger(world: World, facts: PlanFacts) -> Sequence[LedgerLine]:
    """Return what was done to the plan and its items, the newest first."""
    codes = [facts.plan.code, *(item.code for item in facts.items)]
    return look_at(world.session, LEDGER, codes=codes)


def _people(world: World, facts: PlanFacts, ledger: Sequence[LedgerLine]) -> dict[int, Person]:
    """Return everybody who is named on the page, by row id."""
    named = {row.person_id for row in ledger} | {task.assignee_id for task in facts.tasks}
    named |= {item.assignee_id for item in facts.items}
    asked = {"ids": list(named - {None}), "plan": facts.plan.id}
    return {person.id: person for person in look_at(world.session, PEOPLE, **asked)}


def _tally(facts: PlanFacts, on: dt.date) -> Tally:
    tally = Tally()
    for task in filter(is_counted, facts.tasks):
        tally.add(cell_of(task, on), done=task.state is TaskState.ACCEPTED)
    return tally


def _items(world: World, facts: PlanFacts, people: Mapping[int, Person]) -> Iterator[ItemStory]:
    tasks: dict[int | None, list[ItemTask]] = {}
    for task in facts.tasks:
        if task.kind in SHOWN:
            listed = line(world, task, _unit(world, task.lead_unit_id), people[task.assignee_id].code)
            tasks.setdefault(task.item_id, []).append(ItemTask(listed, cell_of(task, world.on)))
    shown = views(world, facts.plan, facts.items, facts.beside)
    for item, view in zip(facts.items, shown, strict=True):
        yield ItemStory(view, tuple(tasks.get(item.id, ())))


def _deed(row: LedgerLine, people: Mapping[int, Person]) -> Deed:
    person = people[row.person_id].code if row.person_id is not None else None
    return Deed(row.at, row.on, person, row.operation, row.detail, row.code)


def _unit(world: World, unit_id: int) -> str:
    known = world.organisation.units.get(unit_id)
    return known.code if known else world.unit_code(unit_id)
