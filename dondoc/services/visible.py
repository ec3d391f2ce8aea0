"""Finding for somebody what they may see; what they may not see is not there for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, true
from sqlmodel import bindparam, col, select

from dondoc.errors import Absent
from dondoc.rules.reach import reach_of
from models import Item, ItemCoordinator, Person, Plan, Task, Unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement

    from dondoc.rules.reach import Reach
    from dondoc.services.world import World


def reach(world: World, person: Person) -> Reach:
    """Return what a person may see on the day."""
    return reach_of(world.organisation, person.id, administrator=person.administrator)


def visible_tasks(seen: Reach, person: Person) -> ColumnElement[bool]:
    """Return the condition on tasks: their own, and those that one of their units has a part in."""
    return true() if seen.country else their_tasks(person.id, seen.units)


def their_tasks(person: Any, units: Any) -> ColumnElement[bool]:
    """Return the condition on tasks of a person and of units: row ids, or parameters of a statement."""
    coordinated = select(ItemCoordinator.item_id).where(col(ItemCoordinator.unit_id).in_(units))
    return or_(
        col(Task.assignee_id) == person,
        col(Task.lead_unit_id).in_(units),
        col(Task.supervisor_unit_id).in_(units),
        col(Task.acceptor_unit_id).in_(units),
        col(Task.item_id).in_(coordinated),
    )


ANY_TASK = select(Task).where(Task.code == bindparam("code"))
THEIR_TASK = ANY_TASK.where(their_tasks(bindparam("person"), bindparam("units", expanding=True)))


def of_units(units: Collection[int]) -> ColumnElement[bool]:
    """Return the condition on tasks that units owe."""
    return col(Task.lead_unit_id).in_(units)


def visible_plans(seen: Reach, person: Person) -> ColumnElement[bool]:
    """Return the condition on plans: of one of their units, or with an item or a task for them."""
    if seen.country:
        return true()
    led = select(Item.plan_id).where(
        or_(col(Item.lead_unit_id).in_(seen.units), col(Item.supervisor_unit_id).in_(seen.units))
    )
    coordinated = (
        select(Item.plan_id).join(ItemCoordinator).where(col(ItemCoordinator.unit_id).in_(seen.units))
    )
    tasks = select(Task.plan_id).where(visible_tasks(seen, person))
    mine = col(Plan.subject_unit_id).in_(seen.units)
    return or_(mine, *(col(Plan.id).in_(plans) for plans in (led, coordinated, tasks)))


def find_task(world: World, person: Person, code: str) -> Task:
    """Return a task; raises Absent where there is none, or none that the person may see."""
    seen = reach(world, person)
    known = {"code": code} if seen.country else {"code": code, "person": person.id, "units": list(seen.units)}
    task = world.session.exec(ANY_TASK if seen.country else THEIR_TASK, params=known).one_or_none()
    if task is None:
        raise Absent("There is no task %(code)s that you may see.", code=code)
    return task


def find_plan(world: World, person: Person, code: str) -> Plan:
    """Return a plan; raises Absent where there is none, or none that the person may see."""
    wanted = select(Plan).where(Plan.code == code, visible_plans(reach(world, person), person))
    plan = world.session.exec(wanted).one_or_none()
    if plan is None:
        raise Absent("There is no plan %(code)s that you may see.", code=code)
    return plan


def find_unit(world: World, person: Person, code: str) -> Unit:
    """Return a unit; raises Absent where there is none, or none that the person may see."""
    unit = world.organisation.unit(code)
    if unit is None or not reach(world, person).sees_unit(unit.id):
        raise Absent("There is no unit %(code)s that you may see.", code=code)
    return unit
