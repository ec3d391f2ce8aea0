"""Closing a plan once everything it ordered has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.rules.rights import Operation
from dondoc.services.ledger import record
from dondoc.services.periods import open_ended_periods
from dondoc.services.plan_facts import facts_of
from dondoc.services.plan_hindrances import require_ready
from dondoc.services.plans import STATES, claim, require_state
from dondoc.services.roles import plan_roles, require
from models import PlanState

if TYPE_CHECKING:
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Plan


def close(world: World, occasion: Occasion, code: str) -> Plan:
    """Close a plan in force; its standing duties have no further periods.

    Raises Refused without the right, for a plan not in force, and naming the tasks and periods that have not
    ended.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_CLOSE, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, *STATES[Operation.PLAN_CLOSE])
    open_ended_periods(world)
    facts = facts_of(world.session, plan)
    require_ready(world, occasion.person, facts, Operation.PLAN_CLOSE)
    for item in facts.items:
        item.next_period_on = None
    plan.state = PlanState.CLOSED
    record(world.session, occasion, Operation.PLAN_CLOSE, code)
    return plan
