"""Finding a plan and its items, and refusing what the plan's state stands against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, select

from dondoc.errors import Absent, BadInput, Refused
from dondoc.i18n import N_
from dondoc.rules.rights import Operation
from dondoc.services.statements import rows_of
from models import Item, ItemCoordinator, Plan, PlanState, Task, TaskKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlmodel import Session

STATES: Mapping[Operation, Collection[PlanState]] = {
    Operation.PLAN_SET_DRAFT: (PlanState.DRAFT,),
    Operation.PLAN_OPEN: (PlanState.DRAFT,),
    Operation.PLAN_SET_OPEN: (PlanState.OPEN, PlanState.CONSULTING),
    Operation.PLAN_CONSULT: (PlanState.OPEN,),
    Operation.PLAN_OPINE: (PlanState.CONSULTING,),
    Operation.PLAN_SUBMIT: (PlanState.OPEN, PlanState.CONSULTING),
    Operation.PLAN_APPROVE: (PlanState.SUBMITTED,),
    Operation.PLAN_RETURN: (PlanState.SUBMITTED,),
    Operation.PLAN_ISSUE: (PlanState.APPROVED,),
    Operation.PLAN_CLOSE: (PlanState.IN_FORCE,),
}
"""The states in which each deed can be done, in the order in which a page offers them."""

STANDS = {
    PlanState.DRAFT: N_("The plan %(plan)s is a draft: it has not been opened yet."),
    PlanState.OPEN: N_("The plan %(plan)s is being made: it has been opened and not been submitted."),
    PlanState.CONSULTING: N_("The plan %(plan)s is in consultation: it has not been submitted."),
    PlanState.SUBMITTED: N_("The plan %(plan)s has been submitted and waits for the Director General."),
    PlanState.APPROVED: N_("The plan %(plan)s has been approved and waits to be issued."),
    PlanState.IN_FORCE: N_("The plan %(plan)s is in force: its tasks have been issued."),
    PlanState.CLOSED: N_("The plan %(plan)s is closed."),
}

ITEMS = select(Item).where(Item.plan_id == bindparam("plan")).order_by(col(Item.position), col(Item.id))
CLAIMED = (
    select(Plan)
    .where(Plan.code == bindparam("code"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
COORDINATORS = (
    select(ItemCoordinator.item_id, ItemCoordinator.unit_id)
    .where(col(ItemCoordinator.item_id).in_(bindparam("items", expanding=True)))
    .order_by(col(ItemCoordinator.unit_id))
)


def find(session: Session, code: str) -> Plan:
    """Return the plan of that code, to be read only; raises BadInput where there is none."""
    return _known(session.exec(select(Plan).where(Plan.code == code)).one_or_none(), code)


def claim(session: Session, code: str) -> Plan:
    """Return the plan as it is now and hold its row to the end of the transaction: deeds follow each other.

    Raises BadInput where there is no such plan.
    """
    return _known(session.exec(CLAIMED, params={"code": code}).one_or_none(), code)


def require_state(plan: Plan, *allowed: PlanState) -> None:
    """Refuse, saying how the plan stands, unless it is in one of the states."""
    if plan.state not in allowed:
        raise Refused(STANDS[plan.state], plan=plan.code)


def items_of(session: Session, plan: Plan) -> Sequence[Item]:
    """Return the items of a plan in the order of the document, the dropped ones too."""
    return session.exec(ITEMS, params={"plan": plan.id}).all()


def find_item(session: Session, plan: Plan, name: str) -> Item:
    """Return the item of a plan by its code or its reference; raises Absent where there is none."""
    wanted = select(Item).where(Item.plan_id == plan.id, (Item.code == name) | (Item.ref == name))
    item = session.exec(wanted).one_or_none()
    if item is None:
        raise Absent(
            "The plan %(plan)s has no item %(item)s: the plan lists them.",
            plan=plan.code,
            item=name,
        )
    return item


def ordering_item(session: Session, plan: Plan) -> Item | None:
    """Return the item that orders the plan itself, if one is marked so."""
    wanted = select(Item).where(
        Item.plan_id == plan.id, col(Item.orders_plan), col(Item.drop_reason).is_(None)
    )
    return session.exec(wanted).one_or_none()


def coordinators(session: Session, items: Collection[Item]) -> dict[int, list[int]]:
    """Return the coordinating units of each item, by their row ids."""
    found: dict[int, list[int]] = {item.id: [] for item in items}
    for item_id, unit_id in rows_of(session, COORDINATORS, items=list(found)):
        found[item_id].append(unit_id)
    return found


def making_task(session: Session, plan: Plan) -> Task:
    """Return the task of making the plan, which opening gave out."""
    return session.exec(select(Task).where(Task.plan_id == plan.id, Task.kind == TaskKind.MAKE_PLAN)).one()


def _known(plan: Plan | None, code: str) -> Plan:
    if plan is None:
        raise BadInput("There is no plan %(plan)s: the list of plans has them all.", plan=code)
    return plan
