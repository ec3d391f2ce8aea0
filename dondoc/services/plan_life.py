"""The life of a plan up to its submission: opened, put to the consulting units, submitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import BadInput, Refused
from dondoc.rules.rights import Operation
from dondoc.rules.vietnamese import format_date
from dondoc.services.clocks import end, hush
from dondoc.services.duties import tell
from dondoc.services.ledger import record
from dondoc.services.plan_duties import give_approval, give_making, give_opinion
from dondoc.services.plans import claim, coordinators, items_of, making_task, ordering_item, require_state
from dondoc.services.reviews import cancel_review
from dondoc.services.roles import answers_for_opinion, opinion_tasks, plan_roles, require
from models import ENDED, NewsKind, Opinion, PlanState, Task, TaskKind, TaskState

if TYPE_CHECKING:
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Plan


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
    require_state(plan, PlanState.DRAFT)
    ordering = ordering_item(world.session, plan)
    if ordering is None:
        _require_none_may_order(world, plan)
    making = give_making(world, plan, ordering)
    plan.state = PlanState.OPEN
    record(world.session, occasion, Operation.PLAN_OPEN, code, task=making.code)
    return making


def consult(world: World, occasion: Occasion, code: str) -> list[Task]:
    """Ask every coordinating unit of the item that orders the plan for its opinion; return their tasks.

    Raises Refused without the right, for a plan that is not being made, and where no unit is named.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_CONSULT, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, PlanState.OPEN)
    units = _units_to_ask(world, plan)
    if not units:
        raise Refused(
            "%(plan)s names nobody to consult: mark the item that orders the plan (`--orders-plan`) and "
            "give it its coordinating units with `dondoc plan set`.",
            plan=code,
        )
    asked = [give_opinion(world, plan, unit_id) for unit_id in units]
    plan.state = PlanState.CONSULTING
    record(world.session, occasion, Operation.PLAN_CONSULT, code, tasks=[task.code for task in asked])
    return asked


def opine(world: World, occasion: Occasion, code: str, text: str) -> list[str]:
    """Give the opinion of the units the person speaks for, and return their codes.

    Raises BadInput for an empty text; Refused for a plan that is not in consultation, for anybody who was not
    asked, and for a second opinion in one round.
    """
    if not text.strip():
        raise BadInput("An opinion needs its text: `--text TEXT`.")
    plan = claim(world.session, code)
    require_state(plan, PlanState.CONSULTING)
    person = require(Operation.PLAN_OPINE, plan_roles(world, occasion.person, plan), occasion.person, code)
    mine = [task for task in opinion_tasks(world, plan) if answers_for_opinion(world, person, task)]
    waiting = [task for task in mine if task.state not in ENDED]
    if not waiting:
        raise Refused(
            "%(person)s has already given an opinion on %(plan)s in this round.",
            person=person.code,
            plan=code,
        )
    for task in waiting:
        world.session.add(_opinion(occasion, plan, task, person.id, text))
        task.handed_in_at = occasion.now
        end(task, TaskState.ACCEPTED, occasion.on)
    units = [world.unit_code(task.lead_unit_id) for task in waiting]
    record(world.session, occasion, Operation.PLAN_OPINE, code, units=units, text=text)
    return units


def submit(world: World, occasion: Occasion, code: str) -> Submitted:
    """Lay the plan before the Director General; the making task is handed in and its ladder falls quiet.

    Raises Refused without the right, before the coordinating units were asked, and while the term of one that
    has not answered still runs.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_SUBMIT, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, PlanState.OPEN, PlanState.CONSULTING)
    silent = _end_consultation(world, occasion, plan)
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


def _require_none_may_order(world: World, plan: Plan) -> None:
    asked = [
        item.ref
        for item in items_of(world.session, plan)
        if item.drop_reason is None and "orders_plan" in item.questions
    ]
    if asked:
        raise Refused(
            "Say first whether these items order the plan %(plan)s itself: %(items)s (`dondoc plan set` with "
            "`--orders-plan` or `--no-orders-plan`).",
            plan=plan.code,
            items=", ".join(asked),
        )


def _units_to_ask(world: World, plan: Plan) -> list[int]:
    ordering = ordering_item(world.session, plan)
    return coordinators(world.session, [ordering])[ordering.id] if ordering else []


def _opinion(occasion: Occasion, plan: Plan, task: Task, person_id: int, text: str) -> Opinion:
    return Opinion(
        plan_id=plan.id,
        round=task.round,
        unit_id=task.lead_unit_id,
        person_id=person_id,
        text=text,
        given_at=occasion.now,
    )


def _end_consultation(world: World, occasion: Occasion, plan: Plan) -> list[str]:
    """Cancel the opinions that never came, and return the codes of their units."""
    if plan.state is PlanState.OPEN:
        _require_consulted_before(world, plan)
        return []
    waiting = [task for task in opinion_tasks(world, plan) if task.state not in ENDED]
    units = {task.id: world.unit_code(task.lead_unit_id) for task in waiting}
    early = [task for task in waiting if task.due_on is not None and occasion.on <= task.due_on]
    if early:
        raise Refused(
            "%(plan)s waits for the opinion of %(units)s until the end of %(day)s.",
            plan=plan.code,
            units=", ".join(units[task.id] for task in early),
            day=format_date(max(task.due_on for task in early if task.due_on is not None)),
        )
    for task in waiting:
        end(task, TaskState.CANCELLED, occasion.on)
        tell(world, task, NewsKind.CANCELLED)
    return list(units.values())


def _require_consulted_before(world: World, plan: Plan) -> None:
    """Refuse a plan its coordinators were never asked about; after a return, asking again is a choice."""
    asked = select(Task.id).where(Task.plan_id == plan.id, col(Task.kind) == TaskKind.OPINION)
    if _units_to_ask(world, plan) and world.session.exec(asked).first() is None:
        raise Refused(
            "%(plan)s has not been put to its coordinating units: `dondoc plan consult` comes first.",
            plan=plan.code,
        )
