"""Why: who was told what on a day, by which step and channel, with which answer; and why somebody was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import and_, or_
from sqlmodel import col, func, select

from dondoc.errors import Damaged
from dondoc.rules.silence import WAITS, Reason, why_silent
from dondoc.services.clocks import clock_of
from dondoc.services.world import World
from dondoc.services.worth_telling import still_matters
from models import (
    ENDED,
    DailyRun,
    Delivery,
    DigestLine,
    Escalation,
    Message,
    News,
    NewsKind,
    Person,
    RunState,
    Step,
    Task,
)
from notifications.digest import LINES_A_SECTION

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement
    from sqlmodel import Session
    from sqlmodel.sql.expression import SelectOfScalar

MOST_SILENT = 200
"""A person's tasks that nobody was told of are listed up to this number."""


@dataclass(frozen=True)
class Told:
    """A person was told of a task: by the step or, without one, the section of the digest."""

    person: str
    task: str
    step: str
    channel: str
    result: str


@dataclass(frozen=True)
class NotTold:
    """A task that nobody was told of on the day, and why."""

    task: str
    reason: Reason


@dataclass(frozen=True)
class Why:
    """The answer for a person or a task on a day."""

    on: dt.date
    told: tuple[Told, ...]
    not_told: tuple[NotTold, ...]


def why_person(session: Session, person: Person, on: dt.date) -> Why:
    """Answer for a person: what they were told, and why their open tasks and what climbed to them were not.

    What climbed to somebody may wait: for the next working day, or for the first run of the week.
    """
    told = _told(session, on, col(Message.person_id) == person.id)
    named = {line.task for line in told}
    mine = and_(col(Task.assignee_id) == person.id, col(Task.state).not_in(ENDED), col(Task.issued_on) <= on)
    waiting = set(session.exec(_untold(World(session, on), person)))
    owed = select(Task).where(or_(mine, col(Task.id).in_(waiting))).order_by(Task.code).limit(MOST_SILENT)
    silent = [task for task in session.exec(owed) if task.code not in named]
    return Why(on, told, _not_told(session, on, silent, waiting))


def why_task(session: Session, task: Task, on: dt.date) -> Why:
    """Answer for a task: everyone who was told of it, or why nobody was."""
    told = _told(session, on, col(Task.id) == task.id)
    return Why(on, told, () if told else _not_told(session, on, [task]))


def _untold(world: World, person: Person) -> SelectOfScalar[int]:
    """Return the tasks of which a step had been raised to the person by the day, and not told until then."""
    still_waits = and_(col(News.message_id).is_(None), still_matters(world, first_of_week=True))
    return (
        select(News.task_id)
        .join(Task, col(Task.id) == News.task_id)
        .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
        .outerjoin(Message, col(Message.id) == News.message_id)
        .where(News.person_id == person.id, News.kind == NewsKind.ESCALATED, News.happened_on <= world.on)
        .where(or_(col(Message.day) > world.on, still_waits))
    )


def _told(session: Session, on: dt.date, which: ColumnElement[bool]) -> tuple[Told, ...]:
    """Return lines as shown in digests, and the news behind the number that a full section ends with."""
    shown = (
        _naming(DigestLine.section)
        .select_from(DigestLine)
        .join(Message, col(Message.id) == DigestLine.message_id)
        .join(Person, col(Person.id) == Message.person_id)
        .join(Task, col(Task.id) == DigestLine.task_id)
        .outerjoin(Step, col(Step.id) == DigestLine.step_id)
        .where(col(Message.day) == on, which)
    )
    rows = [*session.execute(_counted(on, which)), *session.execute(shown)]
    ways = _ways(session, {row[0] for row in rows})
    best = {(person, task): (message, step or section) for message, person, _, task, step, section in rows}
    return tuple(
        Told(person, task, step, *way)
        for (person, task), (message, step) in sorted(best.items())
        for way in ways.get(message, [("", "")])
    )


def _counted(on: dt.date, which: ColumnElement[bool]) -> sa.Select[Any]:
    """Return the news of digests with a full section: elsewhere all that was worth telling has its line."""
    sections = sa.select(col(DigestLine.message_id)).group_by(
        col(DigestLine.message_id), col(DigestLine.section)
    )
    full = sections.having(func.count() >= LINES_A_SECTION)
    return (
        _naming(News.kind)
        .select_from(News)
        .join(Message, col(Message.id) == News.message_id)
        .join(Person, col(Person.id) == Message.person_id)
        .join(Task, col(Task.id) == News.task_id)
        .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
        .outerjoin(Step, col(Step.id) == Escalation.step_id)
        .where(col(Message.day) == on, which, col(Message.id).in_(full))
    )


def _naming(section: Any) -> sa.Select[Any]:
    columns = (col(Message.id), col(Person.code), col(Task.id), col(Task.code), col(Step.code), section)
    return sa.select(*columns)


def _ways(session: Session, message_ids: set[int]) -> dict[int, list[tuple[str, str]]]:
    """Return each channel a message went by, with what came of it; addresses without their secrets."""
    query = select(Delivery).where(col(Delivery.message_id).in_(message_ids)).order_by(col(Delivery.position))
    ways: dict[int, list[tuple[str, str]]] = {}
    for delivery in session.exec(query):
        channel = "slip" if delivery.address is None else delivery.address.partition("://")[0]
        result = f"{delivery.state}: {delivery.answer}" if delivery.answer else str(delivery.state)
        ways.setdefault(delivery.message_id, []).append((channel, result))
    return ways


def _not_told(
    session: Session, on: dt.date, tasks: Sequence[Task], waiting: Collection[int] = ()
) -> tuple[NotTold, ...]:
    world = World(session, on)
    run = session.get(DailyRun, on)
    finished = run is not None and run.state is not RunState.RUNNING
    waits = finished and world.calendar.is_working(on)
    return tuple(
        NotTold(task.code, WAITS if waits and task.id in waiting else _reason(world, task, finished))
        for task in tasks
    )


def _reason(world: World, task: Task, finished: bool) -> Reason:  # noqa: FBT001 - a fact of the day
    try:
        clock = clock_of(task)
    except Damaged as damaged:
        return Reason(damaged.msgid, damaged.params)
    steps = world.steps[task.ladder_id]
    return why_silent(task, steps, clock, world.calendar, world.on, run_finished=finished)
