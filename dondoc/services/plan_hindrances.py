"""What stands against a deed of a plan's life that right and state allow: asked by the deed and its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import Refused
from dondoc.rules.rights import Operation
from dondoc.rules.vietnamese import format_date
from dondoc.services.readiness import incomplete, is_issued
from dondoc.services.roles import answers_for_opinion
from models import ENDED, PlanState, TaskKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dondoc.services.plan_facts import PlanFacts
    from dondoc.services.world import World
    from models import Person

    Find = Callable[[World, Person | None, PlanFacts], Refused | None]

LISTED = 20
"""Tasks a refusal names; the rest is a number."""


def hindrance(world: World, person: Person | None, facts: PlanFacts, operation: Operation) -> Refused | None:
    """Return why a deed cannot be done yet, None where nothing stands against it."""
    find = HINDRANCES.get(operation)
    return find(world, person, facts) if find else None


def require_ready(world: World, person: Person | None, facts: PlanFacts, operation: Operation) -> None:
    """Refuse a deed that something stands against."""
    if refusal := hindrance(world, person, facts, operation):
        raise refusal


def _opening(_world: World, _person: Person | None, facts: PlanFacts) -> Refused | None:
    """Until somebody said whether an item orders the plan, the making would lack that item's term."""
    asked = [item.ref for item in facts.kept if "orders_plan" in item.questions]
    if facts.ordering or not asked:
        return None
    return Refused(
        "Say first whether these items order the plan %(plan)s itself: %(items)s.",
        plan=facts.plan.code,
        items=", ".join(asked),
    )


def _consulting(_world: World, _person: Person | None, facts: PlanFacts) -> Refused | None:
    if facts.units_to_consult:
        return None
    return Refused(
        "%(plan)s names nobody to consult: mark the item that orders the plan and give it its coordinating "
        "units.",
        plan=facts.plan.code,
    )


def _giving_an_opinion(world: World, person: Person | None, facts: PlanFacts) -> Refused | None:
    if person is None or any(answers_for_opinion(world, person, task) for task in facts.awaited):
        return None
    return Refused(
        "%(person)s has already given an opinion on %(plan)s in this round.",
        person=person.name,
        plan=facts.plan.code,
    )


def _submitting(world: World, _person: Person | None, facts: PlanFacts) -> Refused | None:
    """Coordinators are asked once at least; after a return, asking again is a choice."""
    if facts.plan.state is PlanState.OPEN:
        return _never_consulted(facts)
    early = [task for task in facts.awaited if task.due_on is not None and world.on <= task.due_on]
    if not early:
        return None
    return Refused(
        "%(plan)s waits for the opinion of %(units)s until the end of %(day)s.",
        plan=facts.plan.code,
        units=", ".join(world.unit_named(task.lead_unit_id).name for task in early),
        day=format_date(max(task.due_on for task in early if task.due_on is not None)),
    )


def _never_consulted(facts: PlanFacts) -> Refused | None:
    if facts.was_consulted or not facts.units_to_consult:
        return None
    return Refused(
        "%(plan)s has not been put to its coordinating units: ask for their opinions first.",
        plan=facts.plan.code,
    )


def _approving(world: World, _person: Person | None, facts: PlanFacts) -> Refused | None:
    return incomplete(world, facts.plan, [item for item in facts.items if is_issued(item)])


def _closing(_world: World, _person: Person | None, facts: PlanFacts) -> Refused | None:
    still_open = [task.code for task in facts.tasks if task.kind is TaskKind.ITEM and task.state not in ENDED]
    if not still_open:
        return None
    return Refused(
        "%(plan)s cannot be closed. Tasks that have not ended: %(count)s (%(tasks)s).",
        plan=facts.plan.code,
        count=len(still_open),
        tasks=", ".join(sorted(still_open)[:LISTED]) + (", …" if len(still_open) > LISTED else ""),
    )


HINDRANCES: Mapping[Operation, Find] = {
    Operation.PLAN_OPEN: _opening,
    Operation.PLAN_CONSULT: _consulting,
    Operation.PLAN_OPINE: _giving_an_opinion,
    Operation.PLAN_SUBMIT: _submitting,
    Operation.PLAN_APPROVE: _approving,
    Operation.PLAN_CLOSE: _closing,
}
