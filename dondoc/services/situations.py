"""Situations: what a look at a task depends on. Tasks that share one share the decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_
from sqlmodel import col, select

from dondoc.rules.ladder import Clock, Look, look
from dondoc.rules.quiet import Quiet
from models import Task

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, FromClause
    from sqlalchemy.orm import Mapped

    from dondoc.services.faults import SetAside
    from dondoc.services.world import World

COLUMNS = ("ladder_id", "clock_from", "due_on", "quiet_days", "last_step")


@dataclass(frozen=True)
class Situation:
    """The columns of a task that its ladder asks for."""

    ladder_id: int
    clock_from: dt.date
    due_on: dt.date
    quiet_days: str
    last_step: int

    def decide(self, world: World) -> Look:
        """Ask the rule what is owed by the world's day."""
        clock = Clock(self.due_on, self.clock_from, Quiet.parse(self.quiet_days))
        return look(world.steps[self.ladder_id], self.last_step, clock, world.calendar, world.on)

    def columns(self) -> dict[str, Any]:
        """Return the columns as a row to insert."""
        return {name: getattr(self, name) for name in COLUMNS}


def due_for_a_look(world: World, department_id: int | Mapped[int]) -> ColumnElement[bool]:
    """Return the condition that picks a department's tasks whose next look has come."""
    return and_(col(Task.department_id) == department_id, col(Task.next_look_on) <= world.on)


def shared_with(table: FromClause) -> ColumnElement[bool]:
    """Return the equality join of tasks to a table that holds situations."""
    return and_(*(getattr(Task, name) == table.c[name] for name in COLUMNS))


def decisions(world: World, department_id: int, set_aside: SetAside) -> Iterator[tuple[Situation, Look]]:
    """Ask the rule once for each situation; one that breaks is set aside, its tasks keep their next look."""
    asked = [getattr(Task, name) for name in COLUMNS]
    query = select(*asked).where(due_for_a_look(world, department_id)).distinct()
    for row in world.session.exec(query).all():
        situation = Situation(*row)
        try:
            yield situation, situation.decide(world)
        except Exception as error:  # noqa: BLE001 - whatever breaks one situation must not stop the others
            set_aside(_codes(world, department_id, situation), error)


def _codes(world: World, department_id: int, situation: Situation) -> str:
    """Name a few of the tasks in a situation, for the operator."""
    same = [getattr(Task, name) == value for name, value in situation.columns().items()]
    query = select(Task.code).where(due_for_a_look(world, department_id), *same).order_by(Task.code).limit(5)
    return ", ".join(world.session.exec(query))
