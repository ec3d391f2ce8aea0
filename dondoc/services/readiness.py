"""What a plan still lacks before it can be approved."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from dondoc.errors import Damaged, Refused
from dondoc.i18n import N_
from dondoc.rules.anchors import Milestones, anchored
from dondoc.services.plans import ITEMS
from dondoc.services.stated_terms import term_of
from dondoc.services.statements import look_at
from models import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.rules.terms import DueDate, Term
    from dondoc.services.world import World
    from models import Item, Plan

MISSING = {
    "lead": N_("Without a lead unit: %(items)s."),
    "assignee": N_("Without an assignee who serves: %(items)s."),
    "term": N_("Without a term that gives a day, or a reason for none: %(items)s."),
}


def term_to_issue(world: World, plan: Plan, item: Item) -> Term | None:
    """Return the term of an item issued on the world's day, with its anchor's day where that is known.

    Raises Damaged where the term cannot be read.
    """
    term = term_of(item)
    return anchored(term, Milestones(plan.approved_on or world.on, world.on)) if term else None


def due_of(world: World, plan: Plan, item: Item) -> DueDate | None:
    """Return the due date an item has if its plan is issued on the world's day; None without a term.

    None also where what is kept of the term cannot be read: it is asked for anew, and hides no other item.
    """
    try:
        term = term_to_issue(world, plan, item)
    except Damaged:
        return None
    return world.due_of(term) if term else None


def is_issued(item: Item) -> bool:
    """Say whether an item becomes a task: it is neither dropped nor the one that orders the plan itself."""
    return item.drop_reason is None and not item.orders_plan


def to_issue(world: World, plan: Plan) -> list[Item]:
    """Return the items that become tasks, as plain rows: they are looked at, and there are many."""
    return [item for item in look_at(world.session, ITEMS, plan=plan.id) if is_issued(item)]


def lacks(world: World, plan: Plan, item: Item) -> set[str]:
    """Return which of lead, assignee and term an item lacks; a standing duty needs no term."""
    serves = item.assignee_id is not None and world.organisation.serves(item.assignee_id)
    present = {
        "lead": item.lead_unit_id in world.organisation.units,
        "assignee": serves,
        "term": item.kind is ItemKind.STANDING
        or item.no_term_reason is not None
        or _is_dated(world, plan, item),
    }
    return {what for what, there in present.items() if not there}


def incomplete(world: World, plan: Plan, items: Iterable[Item]) -> Refused | None:
    """Return why a plan with these items to issue cannot be approved, naming all that lack something."""
    lacking = {item.ref: lacks(world, plan, item) for item in items}
    parts = {what: [ref for ref, missing in lacking.items() if what in missing] for what in MISSING}
    sentences = [Refused(MISSING[what], items=", ".join(refs)) for what, refs in parts.items() if refs]
    if not sentences:
        return None
    return Refused(
        "The plan %(plan)s cannot be approved yet. %(lacking)s",
        plan=plan.code,
        lacking=reduce(_and_then, sentences),
    )


def past_due(world: World, plan: Plan, items: Iterable[Item]) -> list[str]:
    """Return those of the items to issue whose due date has passed."""
    dues = {item.ref: due_of(world, plan, item) for item in items}
    return [ref for ref, due in dues.items() if due and due.last_day and due.last_day < world.on]


def require_not_past(world: World, plan: Plan, items: Iterable[Item], reason: str | None) -> list[str]:
    """Return the items whose due date has passed; refuse unless there are none, or a reason confirms them."""
    past = past_due(world, plan, items)
    if past and not (reason or "").strip():
        raise Refused(
            "The due date of these items of %(plan)s has already passed: %(items)s. Set another term, or "
            "confirm them with a reason.",
            plan=plan.code,
            items=", ".join(past),
        )
    return past


def _is_dated(world: World, plan: Plan, item: Item) -> bool:
    due = due_of(world, plan, item)
    return due is not None and due.last_day is not None


def _and_then(first: Refused, then: Refused) -> Refused:
    return Refused(N_("%(first)s %(then)s"), first=first, then=then)
