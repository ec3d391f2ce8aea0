"""The national board: the four cells by department and by supervising unit, the trend, what climbed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sql
from sqlalchemy import and_, case
from sqlmodel import col, func, select

from dondoc.rules.judgement import Cell
from dondoc.services.four_cells import COUNTED, Tally, tallies
from models import ENDED, Audience, Escalation, Step, Task, TaskState

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Mapped

    from dondoc.services.world import World

WEEK = dt.timedelta(days=7)
WEEKS = 8
"""How far back the trend goes."""
TOP = (Audience.SUPERVISOR, Audience.OFFICE, Audience.DIRECTOR_GENERAL)
"""The steps that reach the General Department."""


@dataclass
class Row(Tally):
    """The four cells of a department or a supervising unit."""

    unit_id: int = 0


@dataclass(frozen=True)
class Week:
    """How things stood on one day of the past: overdue then, and done in the seven days before."""

    on: dt.date
    overdue: int
    done: int


@dataclass(frozen=True)
class Climbed:
    """A task that reached the General Department in the last seven days."""

    task: str
    title: str
    unit_id: int
    audience: Audience
    raised_on: dt.date


def departments(world: World, which: ColumnElement[bool]) -> list[Row]:
    """Return the four cells of every department, the largest share of late work first."""
    rows = _rows(world, which, col(Task.department_id))
    return sorted(rows, key=lambda row: (-row.late_share, -row.cells[Cell.OPEN_OVERDUE], row.unit_id))


def supervisors(world: World, which: ColumnElement[bool]) -> list[Row]:
    """Return the four cells by supervising unit, which stands for its field; the most overdue first."""
    rows = _rows(world, which, col(Task.supervisor_unit_id))
    return sorted(rows, key=lambda row: (-row.cells[Cell.OPEN_OVERDUE], row.unit_id))


def trend(world: World, which: ColumnElement[bool]) -> list[Week]:
    """Return the last WEEKS weeks, the oldest first, ending on the day."""
    days = [world.on - WEEK * number for number in reversed(range(WEEKS))]
    counts = [column for day in days for column in (_overdue_on(day), _done_until(day))]
    found = world.session.execute(sql.select(*counts).where(COUNTED, which)).one()
    return [Week(day, found[2 * n] or 0, found[2 * n + 1] or 0) for n, day in enumerate(days)]


def climbed(world: World, which: ColumnElement[bool], most: int = 10) -> list[Climbed]:
    """Return what reached the General Department in the last seven days, the highest and newest first."""
    rows = world.session.exec(
        select(Task, col(Step.audience), col(Escalation.raised_on))
        .join(Escalation, col(Escalation.task_id) == Task.id)
        .join(Step, col(Step.id) == Escalation.step_id)
        .where(COUNTED, which, col(Escalation.raised_on) > world.on - WEEK, col(Step.audience).in_(TOP))
        .order_by(col(Step.working_days).desc(), col(Escalation.raised_on).desc(), col(Task.id))
        .limit(most)
    ).all()
    return [Climbed(task.code, task.title, task.department_id, audience, on) for task, audience, on in rows]


def _rows(world: World, which: ColumnElement[bool], unit: Mapped[int]) -> list[Row]:
    found = tallies(world, which, unit)
    return [Row(tally.cells, tally.undated, tally.done, unit_id) for unit_id, tally in found.items()]


def _overdue_on(day: dt.date) -> ColumnElement[int]:
    ended = and_(col(Task.state).in_(ENDED), col(Task.ended_on) <= day)
    return func.sum(case((and_(col(Task.due_on) < day, col(Task.issued_on) <= day, ~ended), 1), else_=0))


def _done_until(day: dt.date) -> ColumnElement[int]:
    done = and_(
        col(Task.state) == TaskState.ACCEPTED, col(Task.ended_on) > day - WEEK, col(Task.ended_on) <= day
    )
    return func.sum(case((done, 1), else_=0))
