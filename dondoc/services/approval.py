"""The Director General's decision on a submitted plan: approved and queued for issuing, or returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import BadInput
from dondoc.rules.rights import Operation
from dondoc.services.acceptance import give_back
from dondoc.services.clocks import end, wake
from dondoc.services.duties import tell
from dondoc.services.ledger import record
from dondoc.services.plan_facts import facts_of
from dondoc.services.plan_hindrances import require_ready
from dondoc.services.plans import STATES, claim, making_task, require_state
from dondoc.services.readiness import is_issued, require_not_past
from dondoc.services.reviews import resume_reviews
from dondoc.services.roles import plan_roles, require
from models import NewsKind, PlanState, Task, TaskKind, TaskState

if TYPE_CHECKING:
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Plan


def approve(world: World, occasion: Occasion, code: str, confirm_past: str | None = None) -> Plan:
    """Approve a submitted plan and queue it for issuing; making it is accepted by the day it was handed in.

    Raises Refused without the right; naming the items that lack a lead, an assignee, or a term or a reason
    for none; and naming those whose due date has passed, unless `confirm_past` says why that is right.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_APPROVE, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, *STATES[Operation.PLAN_APPROVE])
    facts = facts_of(world.session, plan)
    require_ready(world, occasion.person, facts, Operation.PLAN_APPROVE)
    past = require_not_past(world, plan, filter(is_issued, facts.items), confirm_past)
    making = making_task(world.session, plan)
    end(making, TaskState.ACCEPTED, occasion.on)
    tell(world, making, NewsKind.ACCEPTED)
    _end_approval(world, occasion, plan)
    plan.state = PlanState.APPROVED
    plan.approved_on = occasion.on
    plan.past_due_reason = confirm_past if past else None
    record(world.session, occasion, Operation.PLAN_APPROVE, code, past=past, reason=plan.past_due_reason)
    return plan


def return_(world: World, occasion: Occasion, code: str, reason: str) -> Plan:
    """Give a submitted plan back to be made again; days the decision was late are given back with it.

    Raises BadInput without a reason; Refused without the right and for a plan that is not submitted.
    """
    if not reason.strip():
        raise BadInput("Returning a plan needs a reason: say what is to be done.")
    plan = claim(world.session, code)
    require(Operation.PLAN_RETURN, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, *STATES[Operation.PLAN_RETURN])
    making = making_task(world.session, plan)
    making.handed_in_at = None
    tell(world, making, NewsKind.RETURNED, detail=reason)
    give_back(world, occasion, making, _end_approval(world, occasion, plan))
    wake(making, TaskState.RETURNED, world)
    resume_reviews(world, making)
    plan.state = PlanState.OPEN
    record(world.session, occasion, Operation.PLAN_RETURN, code, round=plan.round, reason=reason)
    return plan


def _end_approval(world: World, occasion: Occasion, plan: Plan) -> Task:
    """End the task of deciding on the present submission: it was decided."""
    wanted = select(Task).where(
        Task.plan_id == plan.id, col(Task.kind) == TaskKind.APPROVAL, Task.round == plan.round
    )
    approval = world.session.exec(wanted).one()
    approval.handed_in_at = occasion.now
    end(approval, TaskState.ACCEPTED, occasion.on)
    return approval
