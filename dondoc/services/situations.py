"""Situations: what a look at a task depends on. Tasks that share one share the decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import FromClause, and_, inspect
from sqlmodel import col, select

from dondoc.rules.ladder import Clock, Look, look
from dondoc.rules.quiet import Quiet
from dondoc.services.scratch import SEEN
from models import FaultKind, Task

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
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

    @property
    def clock(self) -> Clock:
        """The clock of its tasks; raises ValueError where their rows are damaged."""
        return Clock(self.due_on, self.clock_from, Quiet.parse(self.quiet_days))

    @property
    def readable_clock(self) -> Clock | None:
        """The clock of its tasks; None where their rows are damaged: the daily run sets them aside."""
        try:
            return self.clock
        except ValueError:
            return None

    def decide(self, world: World) -> Look:
        """Ask the rule what is owed by the world's day."""
        return look(world.steps[self.ladder_id], self.last_step, self.clock, world.calendar, world.on)

    def columns(self) -> dict[str, Any]:
        """Return the columns as a row to insert."""
        return {name: getattr(self, name) for name in COLUMNS}


def due_for_a_look(world: World, department_id: int | Mapped[int]) -> ColumnElement[bool]:
    """Return the condition that picks a department's tasks whose next look has come."""
    return and_(col(Task.department_id) == department_id, col(Task.next_look_on) <= world.on)


def shared_with(table: FromClause, tasks: Any = Task) -> ColumnElement[bool]:
    """Return the equality join of tasks, or of a table that copies them, to one that holds situations."""
    ours = tasks.c if isinstance(tasks, FromClause) else inspect(tasks).columns
    return and_(*(ours[name] == table.c[name] for name in COLUMNS))


def decisions(world: World, set_aside: SetAside) -> Iterator[tuple[Situation, Look]]:
    """Ask the rule once for each situation of the tasks that were seen.

    One that breaks is set aside, its tasks keep their next look.
    """
    query = select(*(SEEN.c[name] for name in COLUMNS)).distinct()
    for row in world.session.execute(query).all():
        situation = Situation(*row)
        try:
            yield situation, situation.decide(world)
        except Exception as error:  # noqa: BLE001 - whatever breaks one situation must not stop the others
            set_aside(FaultKind.TASK, _codes(world, situation), error)


def _codes(world: World, situation: Situation) -> str:
    """Name a few of the tasks in a situation, for the operator."""
    same = [SEEN.c[name] == value for name, value in situation.columns().items()]
    query = select(Task.code).join(SEEN, SEEN.c.task_id == col(Task.id)).where(*same)
    return ", ".join(world.session.exec(query.order_by(Task.code).limit(5)))
