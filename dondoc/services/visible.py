"""Finding for somebody what they may see; what they may not see is not there for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, true, union
from sqlmodel import bindparam, col, select

from dondoc.errors import Absent
from dondoc.rules.reach import reach_of
from dondoc.services.conditions import EVERY, Condition
from dondoc.services.statements import look_at
from models import Item, ItemCoordinator, Person, Plan, Task, Unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement

    from dondoc.rules.reach import Reach
    from dondoc.services.world import World


def reach(world: World, person: Person) -> Reach:
    """Return what a person may see on the day."""
    return reach_of(world.organisation, person.id, administrator=person.administrator)


def visible_tasks(seen: Reach, person: Person) -> Condition:
    """Return the condition on tasks: their own, and those that one of their units has a part in."""
    return EVERY if seen.country else their_tasks(person.id, seen.units)


def their_tasks(person: int, units: Collection[int]) -> Condition:
    """Return the condition on tasks of a person and of units, by row ids."""
    return Condition(THEIR_TASKS, {"person": person, "units": list(units)})


def _parts_of_tasks(person: Any, units: Any) -> tuple[ColumnElement[bool], ...]:
    """Return each part that a person or a unit has in a task, as a condition that has an index of its own."""
    coordinated = select(ItemCoordinator.item_id).where(col(ItemCoordinator.unit_id).in_(units))
    return (
        col(Task.assignee_id) == person,
        col(Task.lead_unit_id).in_(units),
        col(Task.supervisor_unit_id).in_(units),
        col(Task.acceptor_unit_id).in_(units),
        col(Task.item_id).in_(coordinated),
    )


def of_units(units: Collection[int]) -> Condition:
    """Return the condition on tasks that units owe."""
    return Condition(OWED, {"owing": list(units)})


def visible_plans(seen: Reach, person: Person) -> Condition:
    """Return the condition on plans: of one of their units, or with an item or a task for them."""
    if seen.country:
        return EVERY
    return Condition(THEIR_PLANS, {"person": person.id, "units": list(seen.units)})


def _their_plans(person: Any, units: Any, *, one: bool = False) -> ColumnElement[bool]:
    """Return the condition on plans; to find `one`, its own items and tasks are looked at and no others."""
    items = select(Item.plan_id).where(Item.plan_id == Plan.id if one else true())
    led = items.where(or_(col(Item.lead_unit_id).in_(units), col(Item.supervisor_unit_id).in_(units)))
    coordinated = items.join(ItemCoordinator).where(col(ItemCoordinator.unit_id).in_(units))
    tasks = select(Task.plan_id).where(Task.plan_id == Plan.id if one else true())
    # each part by itself: of all in one condition PostgreSQL goes through every task
    parts = union(*(tasks.where(part).correlate(Plan) for part in _parts_of_tasks(person, units)))
    mine = col(Plan.subject_unit_id).in_(units)
    return or_(mine, *(col(Plan.id).in_(plans) for plans in (led, coordinated, parts)))


ASKER: tuple[Any, Any] = (bindparam("person"), bindparam("units", expanding=True))
OWED = col(Task.lead_unit_id).in_(bindparam("owing", expanding=True))
THEIR_TASKS = or_(*_parts_of_tasks(*ASKER))
ANY_TASK = select(Task).where(Task.code == bindparam("code"))
THEIR_TASK = ANY_TASK.where(THEIR_TASKS)
THEIR_PLANS = _their_plans(*ASKER)
ANY_PLAN = select(Plan).where(Plan.code == bindparam("code"))
THEIR_PLAN = ANY_PLAN.where(_their_plans(*ASKER, one=True))


def _asked(seen: Reach, person: Person, code: str) -> dict[str, Any]:
    """Return the parameters of a statement that finds something for somebody."""
    known = {"code": code}
    return known if seen.country else known | {"person": person.id, "units": list(seen.units)}


def find_task(world: World, person: Person, code: str) -> Task:
    """Return a task to be looked at; raises Absent where there is none, or none that the person may see."""
    seen = reach(world, person)
    wanted = ANY_TASK if seen.country else THEIR_TASK
    for task in look_at(world.session, wanted, **_asked(seen, person, code)):
        return task
    raise Absent("There is no task %(code)s that you may see.", code=code)


def find_plan(world: World, person: Person, code: str) -> Plan:
    """Return a plan; raises Absent where there is none, or none that the person may see."""
    seen = reach(world, person)
    wanted = ANY_PLAN if seen.country else THEIR_PLAN
    plan = world.session.exec(wanted, params=_asked(seen, person, code)).one_or_none()
    if plan is None:
        raise Absent("There is no plan %(code)s that you may see.", code=code)
    return plan


def find_unit(world: World, person: Person, code: str) -> Unit:
    """Return a unit; raises Absent where there is none, or none that the person may see."""
    unit = world.organisation.unit(code)
    if unit is None or not reach(world, person).sees_unit(unit.id):
        raise Absent("There is no unit %(code)s that you may see.", code=code)
    return unit
