"""How tasks stand against their terms: the four cells of the official statistics, counted by anything."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sql
from sqlmodel import and_, col, func

from dondoc.rules.judgement import Cell, judge
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services.conditions import SHAPES
from dondoc.services.statements import among, rows_of
from models import Task, TaskKind, TaskState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Mapped

    from dondoc.services.conditions import Condition
    from dondoc.services.world import World

COUNTED = and_(among(Task.kind, [TaskKind.ITEM]), ~among(Task.state, [TaskState.CANCELLED]))
"""Only what documents ordered counts, not the duties of the process itself, nor what was cancelled."""
WAITS = col(Task.state) == TaskState.HANDED_IN
NOT_WAITING = ~WAITS
STANDS = (col(Task.state), col(Task.done_late), col(Task.due_on))
STANDS_WAITING = (*STANDS, col(Task.due_time), col(Task.handed_in_at))
"""What the rule tells tasks apart by; only of who waits for an answer does the moment of the hand-in count.

STANDS is in the index ix_tasks_board: by it a country's tasks are grouped without sorting them.
"""


@dataclass
class Tally:
    """How many tasks stand in each cell; an undated task stands in none."""

    cells: Counter[Cell] = field(default_factory=Counter)
    undated: int = 0
    done: int = 0
    """Of all, undated ones too."""

    @property
    def total(self) -> int:
        """All its tasks, undated ones too."""
        return self.cells.total() + self.undated

    @property
    def late_share(self) -> float:
        """The part of all that is overdue or was done late, from 0 to 1."""
        late = self.cells[Cell.OPEN_OVERDUE] + self.cells[Cell.DONE_LATE]
        return late / self.total if self.total else 0.0

    def add(self, cell: Cell | None, *, done: bool, count: int = 1) -> None:
        """Count tasks that stand alike."""
        self.done += count if done else 0
        if cell is None:
            self.undated += count
        else:
            self.cells[cell] += count


class Group(NamedTuple):
    """So many tasks that the rule cannot tell apart, and how it judges them."""

    tasks: int
    cell: Cell | None
    done: bool
    due_on: dt.date | None
    by: tuple[Any, ...]


def judged(world: World, which: Condition, *by: Mapped[Any]) -> Iterator[Group]:
    """Count the tasks of `which` by columns: each group that the rule cannot tell apart is judged once."""
    for condition, keys in ((NOT_WAITING, STANDS), (WAITS, STANDS_WAITING)):
        for count, *key in rows_of(world.session, _counted(which.holds, condition, keys, by), **which.asked):
            stands, name = key[: len(keys)], tuple(key[len(keys) :])
            done = stands[0] is TaskState.ACCEPTED
            yield Group(count, _cell(world.on, *stands), done, stands[2], name)


@lru_cache(SHAPES)
def _counted(
    which: ColumnElement[bool],
    condition: ColumnElement[bool],
    keys: tuple[Mapped[Any], ...],
    by: tuple[Mapped[Any], ...],
) -> sql.Select[Any]:
    return sql.select(func.count(), *keys, *by).where(COUNTED, which, condition).group_by(*by, *keys)


def tallies(world: World, which: Condition, *by: Mapped[Any]) -> dict[tuple[Any, ...], Tally]:
    """Return how many of the tasks of `which` stand in each cell, by columns."""
    found: dict[tuple[Any, ...], Tally] = defaultdict(Tally)
    for group in judged(world, which, *by):
        found[group.by].add(group.cell, done=group.done, count=group.tasks)
    return found


def is_counted(task: Task) -> bool:
    """Say of a row at hand whether it counts."""
    return task.kind is TaskKind.ITEM and task.state is not TaskState.CANCELLED


def cell_of(task: Task, on: dt.date) -> Cell | None:
    """Return the cell of one task on a day; None without a term and once it was cancelled.

    A duty of the plan's own life is judged by the moment it was handed in.
    """
    if task.state is TaskState.CANCELLED:
        return None
    if is_counted(task):
        at = task.handed_in_at if task.state is TaskState.HANDED_IN else None
        return _cell(on, task.state, task.done_late, task.due_on, task.due_time, at)
    moment = task.handed_in_at
    day = moment.astimezone(VIET_NAM).date() if moment else task.ended_on or on
    return judge(task.due_on, task.due_time, day, moment, done=task.state is TaskState.ACCEPTED)


def _cell(
    today: dt.date,
    state: TaskState,
    late: bool | None,  # noqa: FBT001 - a column of the row
    due_on: dt.date | None,
    due_time: dt.time | None = None,
    handed_in_at: dt.datetime | None = None,
) -> Cell | None:
    """Return the cell of a group: as it was judged when it was accepted, else as it is judged today."""
    if state is TaskState.ACCEPTED:
        return None if late is None else Cell.DONE_LATE if late else Cell.DONE_ON_TIME
    on = handed_in_at.astimezone(VIET_NAM).date() if handed_in_at else today
    return judge(due_on, due_time, on, handed_in_at, done=False)
