"""The life of a plan up to its submission: opened, put to the consulting units, submitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.rules.rights import Operation
from dondoc.services.clocks import end, hush
from dondoc.services.duties import tell
from dondoc.services.ledger import record
from dondoc.services.plan_duties import give_approval, give_making, give_opinion
from dondoc.services.plan_facts import facts_of
from dondoc.services.plan_hindrances import require_ready
from dondoc.services.plans import STATES, claim, making_task, require_state
from dondoc.services.reviews import cancel_review
from dondoc.services.roles import answers_for_opinion, plan_roles, require
from models import NewsKind, Opinion, PlanState, TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Plan, Task


@dataclass(frozen=True)
class Submitted:
    """A submission: the Director General's task, and the codes of the units that gave no opinion."""

    approval: Task
    silent: list[str]


def open_plan(world: World, occasion: Occasion, code: str) -> Task:
    """Send a draft out to be made and return the task of making it, whose clock starts now.

    Raises Refused without the right, for a plan that is no draft, where nobody answers for its unit, and
    while nobody has said whether an item orders the plan: the making would go out without that item's term.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_OPEN, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, *STATES[Operation.PLAN_OPEN])
    facts = facts_of(world.session, plan)
    require_ready(world, occasion.person, facts, Operation.PLAN_OPEN)
    making = give_making(world, plan, facts.ordering)
    plan.state = PlanState.OPEN
    record(world.session, occasion, Operation.PLAN_OPEN, code, task=making.code)
    return making


def consult(world: World, occasion: Occasion, code: str) -> list[Task]:
    """Ask every coordinating unit of the item that orders the plan for its opinion; return their tasks.

    Raises Refused without the right, for a plan that is not being made, and where no unit is named.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_CONSULT, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, *STATES[Operation.PLAN_CONSULT])
    facts = facts_of(world.session, plan)
    require_ready(world, occasion.person, facts, Operation.PLAN_CONSULT)
    asked = [give_opinion(world, plan, unit_id) for unit_id in facts.units_to_consult]
    plan.state = PlanState.CONSULTING
    record(world.session, occasion, Operation.PLAN_CONSULT, code, tasks=[task.code for task in asked])
    return asked


def opine(world: World, occasion: Occasion, code: str, text: str) -> list[str]:
    """Give the opinion of the units the person speaks for, and return their codes.

    Raises BadInput for an empty text; Refused for a plan that is not in consultation, for anybody who was not
    asked, and for a second opinion in one round.
    """
    if not text.strip():
        raise BadInput("An opinion needs its text.")
    plan = claim(world.session, code)
    require_state(plan, *STATES[Operation.PLAN_OPINE])
    person = require(Operation.PLAN_OPINE, plan_roles(world, occasion.person, plan), occasion.person, code)
    facts = facts_of(world.session, plan)
    require_ready(world, person, facts, Operation.PLAN_OPINE)
    mine = [task for task in facts.awaited if answers_for_opinion(world, person, task)]
    for task in mine:
        world.session.add(_opinion(occasion, plan, task, person.id, text))
        task.handed_in_at = occasion.now
        end(task, TaskState.ACCEPTED, occasion.on)
    units = [world.unit_code(task.lead_unit_id) for task in mine]
    record(world.session, occasion, Operation.PLAN_OPINE, code, units=units, text=text)
    return units


def submit(world: World, occasion: Occasion, code: str) -> Submitted:
    """Lay the plan before the Director General; the making task is handed in and its ladder falls quiet.

    Raises Refused without the right, before the coordinating units were asked, and while the term of one that
    has not answered still runs.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_SUBMIT, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, *STATES[Operation.PLAN_SUBMIT])
    facts = facts_of(world.session, plan)
    require_ready(world, occasion.person, facts, Operation.PLAN_SUBMIT)
    silent = _end_consultation(world, occasion, facts.awaited)
    plan.round += 1
    plan.state = PlanState.SUBMITTED
    making = making_task(world.session, plan)
    making.handed_in_at = occasion.now
    hush(making, TaskState.HANDED_IN, occasion.on)
    cancel_review(world, making)
    approval = give_approval(world, plan, making)
    record(
        world.session,
        occasion,
        Operation.PLAN_SUBMIT,
        code,
        round=plan.round,
        silent=silent,
        task=approval.code,
    )
    return Submitted(approval, silent)


def _opinion(occasion: Occasion, plan: Plan, task: Task, person_id: int, text: str) -> Opinion:
    return Opinion(
        plan_id=plan.id,
        round=task.round,
        unit_id=task.lead_unit_id,
        person_id=person_id,
        text=text,
        given_at=occasion.now,
    )


def _end_consultation(world: World, occasion: Occasion, awaited: Sequence[Task]) -> list[str]:
    """Cancel the opinions that never came, and return the codes of their units."""
    for task in awaited:
        end(task, TaskState.CANCELLED, occasion.on)
        tell(world, task, NewsKind.CANCELLED)
    return [world.unit_code(task.lead_unit_id) for task in awaited]
