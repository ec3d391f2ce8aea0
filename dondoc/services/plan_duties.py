"""The tasks of a plan's own life: making it, giving an opinion on it, approving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.rules.anchors import Milestones, anchored
from dondoc.rules.terms import Operator, Term, Unit, derive
from dondoc.services.duties import Duty, give
from dondoc.services.stated_terms import term_of
from models import TaskKind

if TYPE_CHECKING:
    from dondoc.services.world import World
    from models import Item, Plan, Task

OPINION_WITHIN = Term(
    "03 ngày làm việc kể từ ngày được lấy ý kiến", Operator.WITHIN, amount=3, unit=Unit.WORKING_DAY
)
APPROVED_WITHIN = Term(
    "05 ngày làm việc kể từ ngày trình kế hoạch", Operator.WITHIN, amount=5, unit=Unit.WORKING_DAY
)


def give_making(world: World, plan: Plan, ordering: Item | None) -> Task:
    """Give out the task of making the plan: as an item orders it, else as a duty of the subject unit."""
    lead = ordering.lead_unit_id if ordering and ordering.lead_unit_id else plan.subject_unit_id
    assignee = ordering.assignee_id if ordering and ordering.assignee_id else world.answerable(lead)
    term = term_of(ordering) if ordering else None
    if term is not None:
        term = anchored(term, Milestones(approved_on=world.on, issued_on=world.on))
    due = derive(term, world.calendar) if term else None
    return give(
        world,
        Duty(
            kind=TaskKind.MAKE_PLAN,
            code=f"{ordering.code}a" if ordering else f"{plan.code}.KH",
            title=plan.code,
            lead_unit_id=lead,
            assignee_id=assignee,
            supervisor_unit_id=world.organisation.office,
            ladder="default",
            due=due,
            term=term,
            plan_id=plan.id,
            item_id=ordering.id if ordering else None,
            proof=ordering.proof if ordering else None,
            no_term_reason=ordering.no_term_reason if ordering else None,
        ),
    )


def give_opinion(world: World, plan: Plan, unit_id: int) -> Task:
    """Ask a unit for its opinion in the round that is being prepared."""
    return give(
        world,
        Duty(
            kind=TaskKind.OPINION,
            code=f"{plan.code}.YK-{world.unit_code(unit_id)}{_suffix(plan.round + 1)}",
            title=plan.code,
            lead_unit_id=unit_id,
            assignee_id=world.answerable(unit_id),
            supervisor_unit_id=world.organisation.office,
            ladder="authority",
            due=derive(OPINION_WITHIN, world.calendar, world.on),
            term=OPINION_WITHIN,
            plan_id=plan.id,
            round=plan.round + 1,
        ),
    )


def give_approval(world: World, plan: Plan, making: Task) -> Task:
    """Lay the submitted plan before the Director General."""
    organisation = world.organisation
    return give(
        world,
        Duty(
            kind=TaskKind.APPROVAL,
            code=f"{plan.code}.PD{_suffix(plan.round)}",
            title=plan.code,
            lead_unit_id=organisation.general_department,
            assignee_id=world.answerable(organisation.general_department),
            supervisor_unit_id=organisation.office,
            ladder="director_general",
            due=derive(APPROVED_WITHIN, world.calendar, world.on),
            term=APPROVED_WITHIN,
            plan_id=plan.id,
            about_task_id=making.id,
            round=plan.round,
        ),
    )


def _suffix(number: int) -> str:
    """Return what sets the codes of later rounds apart: nothing in the first."""
    return "" if number == 1 else f".{number}"
