"""The national board: the four cells by department and by supervising unit, the trend, what climbed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sql
from sqlalchemy import and_, bindparam, or_
from sqlmodel import col

from dondoc.rules.judgement import Cell
from dondoc.services.conditions import SHAPES, Condition, all_of
from dondoc.services.four_cells import COUNTED, Tally, judged, tallies
from dondoc.services.statements import rows_of
from models import Audience, Escalation, Step, Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from dondoc.services.four_cells import Group
    from dondoc.services.world import World

WEEK = dt.timedelta(days=7)
WEEKS = 8
"""How far back the trend goes."""
FIRST = 1000
"""Steps raised, the highest and newest, among which those of somebody's tasks are looked for first."""
TOP = (Audience.SUPERVISOR, Audience.OFFICE, Audience.DIRECTOR_GENERAL)
"""The steps that reach the General Department."""
LIVED_SINCE = or_(
    col(Task.ended_on) > bindparam("since"),
    and_(col(Task.ended_on).is_(None), col(Task.due_on) < bindparam("on")),
)
"""All that can have been overdue or done after a day."""


@dataclass
class Row(Tally):
    """The four cells of a department or a supervising unit."""

    unit_id: int = 0


@dataclass
class Week:
    """How things stood on one day of the past: overdue then, and done in the seven days before."""

    on: dt.date
    overdue: int = 0
    done: int = 0

    def add(self, group: Group) -> None:
        """Count tasks that stand alike; what came in time was never overdue, however long its answer took."""
        issued_on, ended_on = group.by
        was_open = issued_on <= self.on and (ended_on is None or ended_on > self.on)
        in_time = group.cell in (Cell.DONE_ON_TIME, Cell.OPEN_WITHIN_TERM)
        if was_open and not in_time and group.due_on is not None and group.due_on < self.on:
            self.overdue += group.tasks
        if group.done and ended_on is not None and self.on - WEEK < ended_on <= self.on:
            self.done += group.tasks


@dataclass(frozen=True)
class Climbed:
    """A task that reached the General Department in the last seven days."""

    task: str
    title: str
    unit_id: int
    audience: Audience
    raised_on: dt.date


def standing(world: World, which: Condition) -> tuple[list[Row], list[Row]]:
    """Return the four cells of every department, and of every supervising unit, which stands for its field.

    Departments stand by their share of late work, supervising units by what is overdue: the worst first.
    """
    cells = tallies(world, which, col(Task.department_id), col(Task.supervisor_unit_id))
    departments = _rows((department, tally) for (department, _), tally in cells.items())
    supervisors = _rows((supervisor, tally) for (_, supervisor), tally in cells.items())
    return (
        sorted(departments, key=lambda row: (-row.late_share, -row.cells[Cell.OPEN_OVERDUE], row.unit_id)),
        sorted(supervisors, key=lambda row: (-row.cells[Cell.OPEN_OVERDUE], row.unit_id)),
    )


def trend(world: World, which: Condition) -> list[Week]:
    """Return the last WEEKS weeks, the oldest first, ending on the day."""
    weeks = [Week(world.on - WEEK * number) for number in reversed(range(WEEKS))]
    lived = all_of(which, Condition(LIVED_SINCE, {"since": weeks[0].on - WEEK, "on": world.on}))
    for group in judged(world, lived, col(Task.issued_on), col(Task.ended_on)):
        for week in weeks:
            week.add(group)
    return weeks


def climbed(world: World, which: Condition, most: int = 10) -> list[Climbed]:
    """Return what reached the General Department in the last seven days, the highest and newest first."""
    for considered in (FIRST, None):  # among all of a country's steps only where the first do not suffice
        asked = {**which.asked, "week_ago": world.on - WEEK, "most": most}
        rows = rows_of(world.session, _climbed(which.holds, considered), **asked).all()
        if len(rows) == most:
            break
    return [Climbed(*row) for row in rows]


@lru_cache(SHAPES)
def _climbed(which: ColumnElement[bool], considered: int | None) -> sql.Select[Any]:
    height, newest = col(Step.working_days), col(Escalation.raised_on)
    raised = (
        sql.select(col(Escalation.task_id), height, col(Step.audience), newest)
        .join(Step, col(Step.id) == Escalation.step_id)
        .where(newest > bindparam("week_ago"), col(Step.audience).in_(TOP))
        .order_by(height.desc(), newest.desc(), col(Escalation.task_id))
        .limit(considered)
        .subquery()
    )
    order = raised.c.working_days.desc(), raised.c.raised_on.desc(), raised.c.task_id
    of_task = (col(Task.code), col(Task.title), col(Task.department_id))
    shown = sql.select(*of_task, raised.c.audience, raised.c.raised_on)
    found = shown.join(raised, raised.c.task_id == Task.id).where(COUNTED, which).order_by(*order)
    return found.limit(bindparam("most", type_=sql.Integer))


def _rows(parts: Iterable[tuple[int, Tally]]) -> Iterable[Row]:
    """Return a row for each unit: all its parts together."""
    rows: dict[int, Row] = {}
    for unit_id, part in parts:
        row = rows.setdefault(unit_id, Row(unit_id=unit_id))
        row.cells += part.cells
        row.undated += part.undated
        row.done += part.done
    return rows.values()
