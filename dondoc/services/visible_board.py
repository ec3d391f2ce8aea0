"""Which tasks the national board counts for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col

from dondoc.errors import Absent
from dondoc.services.conditions import EVERY, Condition, all_of
from dondoc.services.visible import their_tasks
from models import Task

if TYPE_CHECKING:
    from dondoc.rules.reach import Reach
    from dondoc.services.world import World
    from models import Person

OF_DEPARTMENT = col(Task.department_id) == bindparam("department")
OF_SUPERVISOR = col(Task.supervisor_unit_id) == bindparam("supervisor")


@dataclass(frozen=True)
class Board:
    """Whose tasks of which units a board counts, by row ids; equal boards count the same tasks."""

    person_id: int | None
    """None for who sees the whole country."""
    units: frozenset[int]
    department_id: int | None
    supervisor_id: int | None

    @property
    def which(self) -> Condition:
        """The condition on its tasks."""
        conditions = [EVERY if self.person_id is None else their_tasks(self.person_id, self.units)]
        if self.department_id is not None:
            conditions.append(Condition(OF_DEPARTMENT, {"department": self.department_id}))
        if self.supervisor_id is not None:
            conditions.append(Condition(OF_SUPERVISOR, {"supervisor": self.supervisor_id}))
        return all_of(*conditions)


def board_tasks(
    world: World, seen: Reach, person: Person, department: str = "", supervisor: str = ""
) -> Condition:
    """Return the condition on tasks: what the person may see, of the units asked for by their codes.

    Raises Absent for who has no board, and for a unit that is not there.
    """
    return board_of(world, seen, person, department, supervisor).which


def board_of(world: World, seen: Reach, person: Person, department: str = "", supervisor: str = "") -> Board:
    """Return the board of a person, of the units asked for by their codes; raises as `board_tasks` does."""
    if not seen.board:
        raise Absent("The national board is for the General Department.")
    return Board(
        person_id=None if seen.country else person.id,
        units=frozenset() if seen.country else seen.units,
        department_id=_unit(world, department),
        supervisor_id=_unit(world, supervisor),
    )


def _unit(world: World, code: str) -> int | None:
    if not code:
        return None
    unit = world.organisation.unit(code)
    if unit is None:
        raise Absent("There is no unit %(code)s that you may see.", code=code)
    return unit.id
