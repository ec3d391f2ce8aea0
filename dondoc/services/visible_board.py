"""Which tasks the national board counts for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_
from sqlmodel import col

from dondoc.errors import Absent
from dondoc.services.visible import visible_tasks
from models import Task

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from dondoc.rules.reach import Reach
    from dondoc.services.world import World
    from models import Person


def board_tasks(
    world: World, seen: Reach, person: Person, department: str = "", supervisor: str = ""
) -> ColumnElement[bool]:
    """Return the condition on tasks: what the person may see, of the units asked for by their codes.

    Raises Absent for who has no board, and for a unit that is not there.
    """
    if not seen.board:
        raise Absent("The national board is for the General Department.")
    conditions = [visible_tasks(seen, person)]
    if department:
        conditions.append(col(Task.department_id) == _unit(world, department))
    if supervisor:
        conditions.append(col(Task.supervisor_unit_id) == _unit(world, supervisor))
    return and_(*conditions)


def _unit(world: World, code: str) -> int:
    unit = world.organisation.unit(code)
    if unit is None:
        raise Absent("There is no unit %(code)s that you may see.", code=code)
    return unit.id
