"""What was written about a task (hand-ins, steps raised, the ledger), and the steps still to come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select
from sqlalchemy import select as columns
from sqlmodel import bindparam, col

from dondoc.rules.ladder import look
from dondoc.services.clocks import clock_of
from dondoc.services.evidence import pieces_by_submission
from dondoc.services.statements import look_at
from models import URGED, Escalation, LedgerLine, News, Person, Step, Submission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.services.evidence import Piece
    from dondoc.services.world import World
    from models import Audience, Task

HANDED_IN: Select[Any] = (
    columns(Submission, col(Person.code).label("person"))
    .join(Person, col(Person.id) == Submission.person_id)
    .where(col(Submission.task_id) == bindparam("task"), col(Submission.handed_in_on) <= bindparam("day"))
    .order_by(col(Submission.round))
)
RAISED: Select[Any] = (
    columns(
        *(col(Escalation.id), col(Escalation.version), col(Escalation.due_on), col(Escalation.raised_on)),
        *(col(Step.code), col(Step.audience), col(Step.position), col(Person.code).label("person")),
    )
    .join(Step, col(Step.id) == Escalation.step_id)
    .join(News, col(News.escalation_id) == Escalation.id, isouter=True)
    .join(Person, col(Person.id) == News.person_id, isouter=True)
    .where(col(Escalation.task_id) == bindparam("task"))
    .order_by(col(Escalation.version), col(Step.position), col(Person.code))
)
"""A row for each person a step was raised to, one where there was nobody."""
WRITTEN = (
    columns(
        *(col(LedgerLine.at), col(LedgerLine.on), col(Person.code).label("person")),
        *(col(LedgerLine.operation), col(LedgerLine.detail), col(LedgerLine.code)),
    )
    .join(Person, col(Person.id) == LedgerLine.person_id, isouter=True)
    .where(col(LedgerLine.code) == bindparam("code"), col(LedgerLine.on) <= bindparam("day"))
    .order_by(col(LedgerLine.id))
)


@dataclass(frozen=True)
class HandIn:
    """One handing-in; `accepted` is None while it waits."""

    round: int
    person: str
    on: dt.date
    at: dt.datetime
    evidence: tuple[Piece, ...]
    accepted: bool | None
    reason: str | None


@dataclass(frozen=True)
class StepSeen:
    """A step of the ladder with the day it fell or falls on; `raised_on` is None while it is to come."""

    step: str
    audience: Audience
    version: int
    due_on: dt.date
    raised_on: dt.date | None = None
    people: tuple[str, ...] = ()
    """Whom it was raised to: their codes."""


@dataclass(frozen=True)
class Steps:
    """What a ladder has raised, and what it will."""

    raised: tuple[StepSeen, ...]
    to_come: tuple[StepSeen, ...]


@dataclass(frozen=True)
class Deed:
    """A line of the ledger; `person` is None for what was done by rule."""

    at: dt.datetime
    on: dt.date
    person: str | None
    operation: str
    detail: dict[str, object]
    code: str
    """Of what it was done to."""


def submissions(world: World, task: Task) -> tuple[HandIn, ...]:
    """Return every handing-in up to the day, in order."""
    rows = look_at(world.session, HANDED_IN, task=task.id, day=world.on)
    evidence = pieces_by_submission(world.session, rows) if rows else {}
    return tuple(
        HandIn(
            round=row.round,
            person=row.person,
            on=row.handed_in_on,
            at=row.handed_in_at,
            evidence=tuple(evidence.get(row.id, ())),
            accepted=row.accepted,
            reason=row.reason,
        )
        for row in rows
    )


def steps(world: World, task: Task) -> Steps:
    """Return the steps of the ladder: raised by the day, in every term version, and still ahead of it."""
    rows = look_at(world.session, RAISED, task=task.id)
    by_now = groupby((row for row in rows if row.raised_on <= world.on), key=attrgetter("id"))
    later = (row.position for row in rows if row.version == task.version and row.raised_on > world.on)
    first = min(later, default=None)
    last_step = task.last_step if first is None else first - 1
    return Steps(tuple(_raised(list(told)) for _, told in by_now), _to_come(world, task, last_step))


def _raised(told: Sequence[Any]) -> StepSeen:
    step = told[0]
    people = tuple(row.person for row in told if row.person)
    return StepSeen(step.code, step.audience, step.version, step.due_on, step.raised_on, people)


def _to_come(world: World, task: Task, last_step: int) -> tuple[StepSeen, ...]:
    """Return the steps after one if nothing changes; none of an undated, quiet or ended task."""
    clock = clock_of(task)
    if clock is None or task.state not in URGED:
        return ()
    ahead = look(world.steps[task.ladder_id], last_step, clock, world.calendar, dt.date.max)
    return tuple(
        StepSeen(owed.step.code, owed.step.audience, task.version, owed.due_on) for owed in ahead.owed
    )


def history(world: World, task: Task) -> tuple[Deed, ...]:
    """Return the ledger's lines about the task up to the day, in order."""
    rows = look_at(world.session, WRITTEN, code=task.code, day=world.on)
    return tuple(Deed(*row) for row in rows)
