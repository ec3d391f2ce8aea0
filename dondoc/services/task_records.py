"""What was written about a task (hand-ins, steps raised, the ledger), and the steps still to come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from dondoc.rules.ladder import look
from dondoc.services.clocks import clock_of
from dondoc.services.evidence import pieces_by_submission
from models import URGED, Escalation, LedgerLine, News, Person, Step, Submission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.services.evidence import Piece
    from dondoc.services.world import World
    from models import Audience, Task


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
    wanted = select(Submission, Person.code).join(Person, col(Person.id) == Submission.person_id)
    mine = wanted.where(Submission.task_id == task.id, col(Submission.handed_in_on) <= world.on)
    rows = world.session.exec(mine.order_by(col(Submission.round))).all()
    evidence = pieces_by_submission(world.session, [row for row, _ in rows]) if rows else {}
    return tuple(
        HandIn(
            round=row.round,
            person=person,
            on=row.handed_in_on,
            at=row.handed_in_at,
            evidence=tuple(evidence.get(row.id, ())),
            accepted=row.accepted,
            reason=row.reason,
        )
        for row, person in rows
    )


def raised(world: World, task: Task) -> tuple[StepSeen, ...]:
    """Return the steps that had been raised by the day, in every term version."""
    wanted = (
        select(Escalation, Step, Person.code)
        .join(Step, col(Step.id) == Escalation.step_id)
        .join(News, col(News.escalation_id) == Escalation.id, isouter=True)
        .join(Person, col(Person.id) == News.person_id, isouter=True)
    )
    mine = wanted.where(Escalation.task_id == task.id, col(Escalation.raised_on) <= world.on)
    order = col(Escalation.version), col(Step.position), col(Person.code)
    rows = groupby(world.session.exec(mine.order_by(*order)), key=lambda row: row[0].id)
    return tuple(_raised(list(told)) for _, told in rows)


def _raised(told: Sequence[tuple[Escalation, Step, str | None]]) -> StepSeen:
    """Return a step of which there is a row for each person it was raised to, one for nobody."""
    escalation, step, _ = told[0]
    return StepSeen(
        step=step.code,
        audience=step.audience,
        version=escalation.version,
        due_on=escalation.due_on,
        raised_on=escalation.raised_on,
        people=tuple(person for _, _, person in told if person),
    )


def to_come(world: World, task: Task) -> tuple[StepSeen, ...]:
    """Return the steps still ahead on the day if nothing changes; none of an undated, quiet or ended task."""
    clock = clock_of(task)
    if clock is None or task.state not in URGED:
        return ()
    later = select(func.min(Step.position)).join(Escalation, col(Escalation.step_id) == Step.id)
    first = world.session.execute(
        later.where(
            Escalation.task_id == task.id,
            Escalation.version == task.version,
            col(Escalation.raised_on) > world.on,
        )
    ).scalar()
    last_step = task.last_step if first is None else first - 1
    ahead = look(world.steps[task.ladder_id], last_step, clock, world.calendar, dt.date.max)
    return tuple(
        StepSeen(owed.step.code, owed.step.audience, task.version, owed.due_on) for owed in ahead.owed
    )


def history(world: World, task: Task) -> tuple[Deed, ...]:
    """Return the ledger's lines about the task up to the day, in order."""
    wanted = select(LedgerLine, Person.code).join(
        Person, col(Person.id) == LedgerLine.person_id, isouter=True
    )
    mine = wanted.where(LedgerLine.code == task.code, col(LedgerLine.on) <= world.on)
    rows = world.session.exec(mine.order_by(col(LedgerLine.id)))
    return tuple(Deed(row.at, row.on, person, row.operation, row.detail, row.code) for row, person in rows)
