"""An item of a plan as it is shown: codes instead of row ids, and the due date that follows from its term."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlmodel import bindparam, col, select

from dondoc.errors import Damaged
from dondoc.rules.sentences import Sentence, sentence_of
from dondoc.services.plans import coordinators
from dondoc.services.readiness import due_of, is_issued, lacks
from dondoc.services.stated_terms import term_of
from dondoc.services.statements import rows_of
from models import Item, ItemKind, PeriodUnit, Person, PlanState, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dondoc.services.world import World
    from models import Plan

SAME = (
    "ref",
    "kind",
    "field",
    "text",
    "lead_name",
    "no_term_reason",
    "urgency",
    "recurrence",
    "period",
    "proof",
    "note",
    "orders_plan",
    "drop_reason",
)
"""What is shown as it is kept."""

APPROVED = (PlanState.APPROVED, PlanState.IN_FORCE, PlanState.CLOSED)
PEOPLE = select(Person.id, Person.code).where(col(Person.id).in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True)
class Codes:
    """Codes of units and people by their row ids: `units` of the day, `gone` those abolished."""

    units: Mapping[int, Unit]
    gone: Mapping[int, str]
    people: Mapping[int, str]

    def unit(self, unit_id: int) -> str:
        """Return the code of a unit."""
        return self.units[unit_id].code if unit_id in self.units else self.gone[unit_id]

    def known(self, unit_id: int | None) -> str | None:
        """Return the code of a unit, if there is one."""
        return None if unit_id is None else self.unit(unit_id)


@dataclass(frozen=True)
class ItemView:
    """What there is to know about an item; units and people by their codes, what is not set is null.

    `owners` are those the document names, each with the unit it was recognised as, how surely (1: by its very
    name), by which rule, and whether the unit was taken or is only proposed.
    """

    item: str
    ref: str
    kind: ItemKind
    field: str | None
    text: str
    span: tuple[int, int]
    lead: str | None
    lead_name: str | None
    owners: tuple[dict[str, Any], ...]
    coordinators: tuple[str, ...]
    assignee: str | None
    supervisor: str | None
    term: str | None
    due_on: dt.date | None
    due_time: dt.time | None
    derivation: Sentence | None
    no_term_reason: str | None
    urgency: str | None
    recurrence: str | None
    period: PeriodUnit | None
    proof: str | None
    note: str | None
    orders_plan: bool
    drop_reason: str | None
    lacks: tuple[str, ...]
    questions: tuple[Sentence, ...]

    def plain(self) -> dict[str, Any]:
        """Return the fields as plain values, days and hours in ISO 8601."""
        return {name: _plain(value) for name, value in asdict(self).items()}


def view_of(world: World, plan: Plan, item: Item) -> ItemView:
    """Return one item as it is shown."""
    return views(world, plan, [item])[0]


def views(
    world: World, plan: Plan, items: Sequence[Item], beside: Mapping[int, Sequence[int]] | None = None
) -> list[ItemView]:
    """Return items as they are shown, in the order given; `beside` are their coordinating units, if known."""
    session = world.session
    beside = coordinators(session, items) if beside is None else beside
    assignees = {item.assignee_id for item in items if item.assignee_id is not None}
    people = dict(rows_of(session, PEOPLE, ids=list(assignees)).tuples().all())
    codes = Codes(world.organisation.units, _gone(world, items, beside), people)
    return [_view(world, plan, item, codes, beside[item.id]) for item in items]


def changes(before: ItemView, after: ItemView) -> dict[str, list[object]]:
    """Return what changed as {name: [before, after]}, in plain values."""
    old, new = before.plain(), after.plain()
    return {name: [old[name], value] for name, value in new.items() if value != old[name]}


def _gone(world: World, items: Sequence[Item], beside: Mapping[int, Sequence[int]]) -> dict[int, str]:
    """Return the codes of the units that items still name though they have been abolished."""
    named = {unit_id for item in items for unit_id in (item.lead_unit_id, item.supervisor_unit_id)}
    gone = named.union(*beside.values()) - world.organisation.units.keys() - {None}
    if not gone:
        return {}
    return dict(world.session.exec(select(Unit.id, Unit.code).where(col(Unit.id).in_(gone))).all())


def _view(world: World, plan: Plan, item: Item, codes: Codes, beside: Sequence[int]) -> ItemView:
    due = due_of(world, plan, item)
    same = {name: getattr(item, name) for name in SAME}
    return ItemView(
        item=item.code,
        span=(item.span_start, item.span_end),
        lead=codes.known(item.lead_unit_id),
        owners=tuple(item.owner_matches or ()),
        coordinators=tuple(sorted(map(codes.unit, beside))),
        assignee=None if item.assignee_id is None else codes.people[item.assignee_id],
        supervisor=codes.known(item.supervisor_unit_id),
        term=item.term_phrase,
        due_on=due.last_day if due else None,
        due_time=due.time if due else None,
        derivation=due.derivation if due else None,
        lacks=tuple(sorted(lacks(world, plan, item))) if _may_lack(plan, item) else (),
        questions=tuple(question for asked in asked_of(plan, item).values() for question in asked),
        **same,
    )


def asked_of(plan: Plan, item: Item) -> dict[str, list[Sentence]]:
    """Return what people are still asked of an item, by what it is about.

    Of an approved plan nothing, unless what is kept of the term cannot be read.
    """
    asked = {} if plan.state in APPROVED else item.questions
    said = {about: [sentence_of(kept) for kept in questions] for about, questions in asked.items()}
    try:
        term_of(item)
    except Damaged as damaged:
        return said | {"term": [Sentence(damaged.msgid, **damaged.params)]}
    return said


def _may_lack(plan: Plan, item: Item) -> bool:
    """Say whether an item can lack something: what was approved had all, whoever has left since."""
    return is_issued(item) and plan.state not in APPROVED


def _plain(value: object) -> object:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Sentence):
        return str(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
