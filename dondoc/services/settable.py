"""What of an item somebody may set and cut, as its plan stands: what a page offers, by the deeds' rules."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from dondoc.rules.rights import Operation, may
from dondoc.services.plan_edits import OFFICE_ONLY, WITH_THE_MAKING, Edit
from models import PlanState

if TYPE_CHECKING:
    from dondoc.rules.rights import Role
    from models import Item, Plan

ALL = frozenset(field.name for field in fields(Edit))
CUTS = (Operation.PLAN_MEND, Operation.PLAN_SPLIT, Operation.PLAN_JOIN, Operation.PLAN_ADD)


def settable(plan: Plan, roles: frozenset[Role]) -> frozenset[str]:
    """Return the names of what of the items somebody with these roles may set in a plan as it stands."""
    alone = may(Operation.PLAN_SET_DRAFT, roles)
    if plan.state is PlanState.DRAFT:
        return ALL if alone else frozenset()
    if plan.state not in (PlanState.OPEN, PlanState.CONSULTING) or not may(Operation.PLAN_SET_OPEN, roles):
        return frozenset()
    return ALL - {"orders_plan"} - (set() if alone else set(OFFICE_ONLY))


def settable_in(item: Item, plan: Plan, names: frozenset[str]) -> frozenset[str]:
    """Return which of these names can be set in one item: of a dropped one none but its return."""
    if item.drop_reason is not None:
        return names & {"restore"}
    if item.orders_plan and plan.state is not PlanState.DRAFT:
        return names & set(WITH_THE_MAKING)
    return names - {"restore"}


def may_cut(plan: Plan, roles: frozenset[Role]) -> bool:
    """Say whether somebody with these roles may cut the items of a plan as it stands."""
    return plan.state is PlanState.DRAFT and all(may(operation, roles) for operation in CUTS)
