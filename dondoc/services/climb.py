"""How far late tasks have climbed: each step past the due date, the day it was raised, and whom it told."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlmodel import col

from models import Escalation, News, Person, Step, Task

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

    from models import Audience


@dataclass(frozen=True)
class Climbed:
    """One raised step of one task; `people` are the names of those it told."""

    task: str
    due_on: dt.date
    working_days: int
    audience: Audience
    raised_on: dt.date
    people: tuple[str, ...]


def climbed(session: Session) -> list[Climbed]:
    """Return every step raised past a due date, by task and step."""
    columns = (Task.code, Task.due_on, Step.working_days, Step.audience, Escalation.raised_on, Person.name)
    query = (
        sa.select(*(col(column) for column in columns))
        .select_from(Escalation)
        .join(Task, col(Task.id) == Escalation.task_id)
        .join(Step, col(Step.id) == Escalation.step_id)
        .join(News, col(News.escalation_id) == Escalation.id)
        .join(Person, col(Person.id) == News.person_id)
        .where(col(Step.working_days) > 0)
        .order_by(col(Task.code), col(Step.position), col(Person.name))
    )
    rows = session.execute(query).all()
    steps = groupby(rows, key=lambda row: tuple(row[:-1]))
    return [_climbed(key, tuple(row[-1] for row in told)) for key, told in steps]


def _climbed(step: tuple[Any, ...], people: tuple[str, ...]) -> Climbed:
    task, due_on, working_days, audience, raised_on = step
    return Climbed(task, due_on, working_days, audience, raised_on, people)
