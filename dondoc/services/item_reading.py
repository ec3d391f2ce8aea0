"""What a document says of an item, written on its row; what people have set stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlmodel import select

from dondoc.i18n import N_
from dondoc.reading.questions import NO_PERIOD, OF_OWNERS, POINTING_BACK
from dondoc.reading.terms import read_phrase
from dondoc.rules.sentences import Sentence
from dondoc.rules.standing import stated_period
from dondoc.rules.terms import Operator, Term, Unit
from dondoc.services.item_owners import set_coordinators
from dondoc.services.readiness import due_of
from dondoc.services.stated_terms import write_term
from models import Item, ItemKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from dondoc.reading import result
    from dondoc.reading.unit_names import UnitMatch, UnitNames
    from dondoc.services.world import World
    from models import Plan

ORDERS_A_PLAN = re.compile(r"(?:xây dựng|lập) (?:ngay )?kế hoạch.*duyệt", re.IGNORECASE | re.DOTALL)
IS_IT_THIS_PLAN = N_("Does this item order this plan itself to be made? Say so.")
BESIDE = N_("The document names as coordinating: %(names)s; say which units these are.")
CHARGED = N_("The document charges %(names)s: say which unit leads.")
IS_IT_THIS_UNIT = N_(
    "The document charges %(names)s; is it %(units)s (%(alike)s alike)? Say which unit leads."
)
LEAD_CHANGED = N_("The lead unit has changed: assign the work anew.")


def new_item(world: World, plan: Plan, read: result.Item, position: int) -> Item:
    """Add a row for an item of the document; where its reference is taken, a number sets the code apart."""
    taken = set(world.session.exec(select(Item.ref).where(Item.plan_id == plan.id)))
    refs = (read.ref, *(f"{read.ref}-{number}" for number in range(1, len(taken) + 1)))
    ref = next(ref for ref in refs if ref not in taken)
    item = Item(
        code=f"{plan.code}.{ref}",
        plan_id=plan.id,
        document_id=plan.document_id,
        position=position,
        ref=ref,
        kind=ItemKind(read.kind),
        text=read.text,
        span_start=read.span[0],
        span_end=read.span[1],
    )
    world.session.add(item)
    world.session.flush()
    return item


def fill(world: World, plan: Plan, item: Item, read: result.Item, names: UnitNames) -> None:
    """Write what the document says on a flushed row, but for what people have set themselves."""
    item.document_id = plan.document_id
    item.text, (item.span_start, item.span_end) = read.text, read.span
    item.field = read.field
    item.lead_name = "; ".join(_words(each.name) for each in read.leads) or None
    item.urgency = read.urgency.text if read.urgency else None
    item.recurrence = read.recurrence.text if read.recurrence else None
    item.questions = {}
    if "kind" not in item.edited:
        item.kind = ItemKind(read.kind)
    if "proof" not in item.edited:
        item.proof = "; ".join(_words(output.text) for output in read.outputs) or None
    _fill_owners(world, plan, item, read, names)
    _fill_term(world, plan, item, read)
    if ORDERS_A_PLAN.search(_words(read.text)) and "orders_plan" not in item.edited:
        _add(item, "orders_plan", Sentence(IS_IT_THIS_PLAN))
    _ask(item, read.questions, _settled(world, plan, item, read))


def _fill_owners(world: World, plan: Plan, item: Item, read: result.Item, names: UnitNames) -> None:
    organisation = world.organisation
    if "lead" not in item.edited:
        item.lead_unit_id = _lead(world, plan, item, read, names)
    if "supervisor" not in item.edited:
        item.supervisor_unit_id = organisation.supervisor_of(item.field)
    if "coordinators" not in item.edited:
        named = {_words(each.name): names.unit_of(each.name) for each in read.coordinators}
        beside = [unit for unit in named.values() if unit is not None and unit != item.lead_unit_id]
        set_coordinators(world, item, beside)
        if unknown := [name for name, unit in named.items() if unit is None]:
            _add(item, "coordinators", Sentence(BESIDE, names=_quoted(unknown)))
    lead, assignee = item.lead_unit_id, item.assignee_id
    if assignee is not None and lead is not None and not organisation.is_own(assignee, lead):
        item.assignee_id = None
        _add(item, "person", Sentence(LEAD_CHANGED))


def _lead(world: World, plan: Plan, item: Item, read: result.Item, names: UnitNames) -> int | None:
    """Return the one unit the document's owners name; where it names none, the unit the document is about.

    A duty of the authority is the General Department's where no unit of it is named.
    """
    organisation = world.organisation
    matches = {_words(each.name): names.match(each.name) for each in read.leads}
    item.owner_matches = [_match(world, name, match) for name, match in matches.items()]
    found = {match.unit_id for match in matches.values()}
    only = found.pop() if len(found) == 1 else None
    if item.kind is ItemKind.AUTHORITY:
        named = only is not None and organisation.is_authority(only)
        return only if named else organisation.general_department
    if not read.leads:
        return plan.subject_unit_id
    if only is None:
        _add(item, "lead", _who_leads(world, read, matches.values()))
    return only


def _who_leads(world: World, read: result.Item, matches: Collection[UnitMatch]) -> Sentence:
    stated = _quoted(_words(each.name) for each in read.leads)
    proposed = {match.proposed for match in matches if match.proposed is not None}
    if not proposed:
        return Sentence(CHARGED, names=stated)
    alike = max(match.score for match in matches)
    return Sentence(IS_IT_THIS_UNIT, names=stated, units=_units(world, proposed), alike=f"{alike:.0%}")


def _match(world: World, name: str, match: UnitMatch) -> dict[str, Any]:
    """Return what is kept of how an owner was recognised."""
    unit = world.organisation.units.get(match.unit_id or match.proposed or 0)
    return {
        "name": name,
        "unit": unit.code if unit else None,
        "score": match.score,
        "rule": match.rule,
        "sure": match.unit_id is not None,
    }


def _units(world: World, units: Iterable[int]) -> str:
    return _quoted(sorted(world.organisation.units[unit].name for unit in units))


def _fill_term(world: World, plan: Plan, item: Item, read: result.Item) -> None:
    if "period" not in item.edited:
        item.period = stated_period(item.recurrence) if item.kind is ItemKind.STANDING else None
    if "term" in item.edited or "no_term" in item.edited:
        return
    write_term(item, _term(read.term), None)
    due = due_of(world, plan, item)
    item.derivation = str(due.derivation) if due else None


def _term(read: result.ReadTerm | None) -> Term | None:
    if read is None:
        return None
    return Term(
        phrase=_words(read.phrase),
        operator=Operator(read.operator),
        date=read.date,
        time=read.time,
        amount=read.amount,
        unit=Unit(read.unit) if read.unit else None,
        anchor=read.anchor,
        anchor_day=_day_of_anchor(read),
        basis=read.basis,
    )


def _day_of_anchor(read: result.ReadTerm) -> dt.date | None:
    """Return the day a counted term names as its anchor: only then is its last day known."""
    if read.amount is None or read.anchor is None or read.last_day is None:
        return None
    return read_phrase(read.anchor).term.date


def _settled(world: World, plan: Plan, item: Item, read: result.Item) -> set[str]:
    """Return what needs no answer of a person: they gave it, or it follows from the plan's own life."""
    settled = {"term" if name == "no_term" else name for name in item.edited}
    if item.lead_unit_id is not None:
        settled.add("lead")
    due = due_of(world, plan, item)
    if read.term and read.term.last_day is None and due and due.last_day:
        settled.add("term")
    return settled


def _ask(item: Item, questions: Iterable[Sentence], settled: set[str]) -> None:
    for question in questions:
        points_back = question.msgid in POINTING_BACK and "lead" not in item.edited
        about = _about(question)
        if points_back or about not in settled:
            _add(item, about, question)


def _about(question: Sentence) -> str:
    if question.msgid in OF_OWNERS:
        return "lead"
    return "period" if question.msgid == NO_PERIOD else "term"


def _add(item: Item, about: str, question: Sentence) -> None:
    item.questions = {**item.questions, about: [*item.questions.get(about, []), question.plain()]}


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _words(text: str) -> str:
    return " ".join(text.split())
