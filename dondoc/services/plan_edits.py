"""People's work on a plan that is still being made: owners, terms, proofs, and what is dropped."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from dondoc.errors import BadInput, Refused
from dondoc.rules.rights import Operation
from dondoc.rules.standing import stated_period
from dondoc.services.cutting import require_apart, standing
from dondoc.services.item_owners import person_id, require_fit, set_coordinators, supervisor_id, unit_id
from dondoc.services.item_terms import drop_term, set_term
from dondoc.services.item_view import ItemView, changes, view_of
from dondoc.services.ledger import record
from dondoc.services.plans import claim, find_item, ordering_item, require_state
from dondoc.services.roles import plan_roles, require
from models import ItemKind, PlanState

if TYPE_CHECKING:
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Item, PeriodUnit, Plan

OFFICE_ONLY = ("supervisor", "drop", "restore")
"""Not for the unit that owes the plan: what it must do, and who accepts its work."""
WITH_THE_MAKING = ("coordinators", "proof", "note")
"""What can still be changed in the item that orders the plan once the making has been given out."""

SETTLED_BY = {
    "lead": {"lead"},
    "coordinators": {"coordinators"},
    "person": {"person"},
    "term": {"term", "no_term", "kind"},
    "period": {"period", "kind"},
    "orders_plan": {"orders_plan"},
}
"""What a question is about -> what answers it."""


@dataclass(frozen=True)
class Edit:
    """What to set; what is None stays as it is. Units and people by their codes; an empty note removes it."""

    kind: ItemKind | None = None
    lead: str | None = None
    coordinators: tuple[str, ...] | None = None
    person: str | None = None
    supervisor: str | None = None
    term: str | None = None
    no_term: str | None = None
    period: PeriodUnit | None = None
    proof: str | None = None
    note: str | None = None
    orders_plan: bool | None = None
    drop: str | None = None
    restore: bool | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The names of what is to be set."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name) is not None)


def edit(world: World, occasion: Occasion, plan_code: str, item_name: str, change: Edit) -> ItemView:
    """Set what `change` gives in one item, by its reference or code, and return the item as it then is.

    The Office edits a draft; the Office and the head of the unit a plan that is open or in consultation.
    Raises BadInput for what is unknown, empty or contradictory; Refused without the right and in any later
    state.
    """
    plan = claim_to_edit(world, occasion, plan_code, change)
    item = find_item(world.session, plan, item_name)
    _require_sense(plan, item, change)
    before = view_of(world, plan, item)
    _apply(world, plan, item, change)
    world.session.flush()
    after = view_of(world, plan, item)
    record(world.session, occasion, "plan.set", item.code, **changes(before, after))
    return after


def claim_to_edit(world: World, occasion: Occasion, plan_code: str, change: Edit) -> Plan:
    """Return a plan that the person may make this change in, held to the end of the transaction.

    Raises BadInput where there is no such plan; Refused without the right and once it has been submitted.
    """
    plan = claim(world.session, plan_code)
    _require_right(world, occasion, plan, change)
    require_state(plan, PlanState.DRAFT, PlanState.OPEN, PlanState.CONSULTING)
    return plan


def _require_right(world: World, occasion: Occasion, plan: Plan, change: Edit) -> None:
    office_only = plan.state is PlanState.DRAFT or set(change.given) & set(OFFICE_ONLY)
    operation = Operation.PLAN_SET_DRAFT if office_only else Operation.PLAN_SET_OPEN
    require(operation, plan_roles(world, occasion.person, plan), occasion.person, plan.code)


def _require_sense(plan: Plan, item: Item, change: Edit) -> None:
    """Refuse what contradicts itself, the item's state, or the making that has been given out."""
    if not change.given:
        raise BadInput("Nothing is to be set in %(item)s: give at least one option.", item=item.code)
    if change.term is not None and change.no_term is not None:
        raise BadInput("%(item)s has either a term or a reason for none: give one of them.", item=item.code)
    if item.drop_reason is not None and not change.restore:
        raise Refused(
            "%(item)s has been dropped (%(reason)s): take it back into the plan first.",
            item=item.code,
            reason=item.drop_reason,
        )
    touched = [name for name in change.given if name not in WITH_THE_MAKING]
    if plan.state is not PlanState.DRAFT and (
        change.orders_plan is not None or (item.orders_plan and touched)
    ):
        raise Refused(
            "The making of the plan %(plan)s has been given out: what orders it can no longer be changed.",
            plan=plan.code,
        )


def _apply(world: World, plan: Plan, item: Item, change: Edit) -> None:
    item.questions = {
        about: asked for about, asked in item.questions.items() if not SETTLED_BY[about] & set(change.given)
    }
    _apply_owners(world, item, change)
    _apply_work(world, plan, item, change)
    _apply_standing(world, plan, item, change)
    require_fit(world, item)
    item.edited = sorted({*item.edited, *change.given} - ({"restore", "drop"} if change.restore else set()))


def _apply_owners(world: World, item: Item, change: Edit) -> None:
    if change.lead is not None:
        item.lead_unit_id = unit_id(world, change.lead)
    if change.person is not None:
        item.assignee_id = person_id(world, change.person)
    if change.supervisor is not None:
        item.supervisor_unit_id = supervisor_id(world, change.supervisor)
    if change.coordinators is not None:
        set_coordinators(world, item, [unit_id(world, code) for code in change.coordinators])


def _apply_work(world: World, plan: Plan, item: Item, change: Edit) -> None:
    if change.kind is not None:
        item.kind = change.kind
        item.period = stated_period(item.recurrence) if item.kind is ItemKind.STANDING else None
    if change.period is not None:
        _require_standing(item)
        item.period = change.period
    if change.proof is not None:
        item.proof = _text(item, "--proof", change.proof)
    if change.note is not None:
        item.note = change.note.strip() or None
    if change.term is not None:
        _require_no_periods(item)
        set_term(world, plan, item, change.term)
    if change.no_term is not None:
        drop_term(item, _text(item, "--no-term", change.no_term))


def _apply_standing(world: World, plan: Plan, item: Item, change: Edit) -> None:
    if change.restore:
        require_apart(item, standing(world.session, plan))
        item.drop_reason = None
    if change.drop is not None:
        item.drop_reason = _text(item, "--drop", change.drop)
    if change.orders_plan is not None:
        if change.orders_plan and (other := ordering_item(world.session, plan)):
            other.orders_plan = False
            world.session.flush()  # the database allows one of them at any moment
        item.orders_plan = change.orders_plan


def _require_standing(item: Item) -> None:
    if item.kind is not ItemKind.STANDING:
        raise BadInput(
            "%(item)s has no periods: only a standing duty has. Change its kind first.", item=item.code
        )


def _require_no_periods(item: Item) -> None:
    if item.kind is ItemKind.STANDING:
        raise BadInput(
            "%(item)s is a standing duty: its periods stand for a term. Change its kind first.",
            item=item.code,
        )


def _text(item: Item, option: str, text: str) -> str:
    if not text.strip():
        raise BadInput("%(option)s of %(item)s is empty: write the words.", option=option, item=item.code)
    return text.strip()
