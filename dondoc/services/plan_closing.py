"""Closing a plan once everything it ordered has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import Refused
from dondoc.rules.rights import Operation
from dondoc.services.ledger import record
from dondoc.services.periods import open_ended_periods
from dondoc.services.plans import claim, items_of, require_state
from dondoc.services.roles import plan_roles, require
from models import ENDED, PlanState, Task, TaskKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Plan

LISTED = 20
"""Tasks a refusal names; the rest is a number."""


def close(world: World, occasion: Occasion, code: str) -> Plan:
    """Close a plan in force; its standing duties have no further periods.

    Raises Refused without the right, for a plan not in force, and naming the tasks and periods that have not
    ended.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_CLOSE, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, PlanState.IN_FORCE)
    open_ended_periods(world)
    _require_ended(plan, _open_tasks(world, plan))
    for item in items_of(world.session, plan):
        item.next_period_on = None
    plan.state = PlanState.CLOSED
    record(world.session, occasion, Operation.PLAN_CLOSE, code)
    return plan


def _open_tasks(world: World, plan: Plan) -> Sequence[str]:
    wanted = select(Task.code).where(
        Task.plan_id == plan.id, Task.kind == TaskKind.ITEM, col(Task.state).not_in(ENDED)
    )
    return world.session.exec(wanted.order_by(Task.code)).all()


def _require_ended(plan: Plan, still_open: Sequence[str]) -> None:
    if not still_open:
        return
    raise Refused(
        "%(plan)s cannot be closed: %(count)s of its tasks have not ended (%(tasks)s).",
        plan=plan.code,
        count=len(still_open),
        tasks=", ".join(still_open[:LISTED]) + (", …" if len(still_open) > LISTED else ""),
    )
