"""From picks to the lines of digests: days overdue, how far a task has climbed, and what comes next."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa
from sqlalchemy import update
from sqlmodel import col, func, select

from dondoc.rules.ladder import Clock, working_days_late
from dondoc.rules.quiet import Quiet
from dondoc.services.digest_rows import picks
from dondoc.services.digest_sections import OWNERS
from dondoc.services.scratch import READERS, SHOWN, filled
from dondoc.services.statements import rows_of
from dondoc.services.task_links import Offers
from models import Escalation, FaultKind, Language, News, Person, Step, Task
from notifications.digest import Digest, Facts, Line, Section, parts_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from dondoc.services.digest_rows import Pick, Picks, Reason
    from dondoc.services.faults import SetAside
    from dondoc.services.world import World
    from models import Audience, TaskKind, TaskState

REPORTED = (Section.CLIMBED, Section.WEEKLY)
"""Sections whose lines name the owner."""

CLIMBING = (Section.LATE, *REPORTED)
"""Sections whose lines say how far a task has climbed, or what comes next."""


class Standing(NamedTuple):
    """How a task stands; tasks that stand alike are spoken of alike."""

    ladder_id: int
    clock_from: dt.date
    due_on: dt.date | None
    due_time: dt.time | None
    quiet_days: str
    last_step: int
    next_look_on: dt.date | None
    reached: int
    """The highest step whose audience has been told of it; 0 where no line says so."""


class Named(NamedTuple):
    """A task by its names."""

    id: int
    code: str
    kind: TaskKind
    title: str
    lead_unit_id: int
    department_id: int
    state: TaskState
    assignee_id: int
    assignee: str
    standing: Standing


def digests(world: World, messages: Mapping[int, int], set_aside: SetAside) -> dict[int, Digest]:
    """Return what each message says; `messages` gives the person of each message id, all different.

    A line that cannot be made is set aside by its task's code, and its news stay untold.
    """
    found = picks(world, messages.values())
    tasks = _tasks(world, [pick for each in found.values() for pick in each.shown])
    speaker, offers = Speaker(world), Offers(world)
    people = select(Person.id, Person.name, Person.language).join(
        READERS, READERS.c.person_id == col(Person.id)
    )
    readers = {person: (name, Language(language)) for person, name, language in world.session.exec(people)}

    def lines(message: int, shown: Picks) -> list[Line]:
        made = []
        for pick in shown.shown:
            task = tasks[pick.task_id]
            try:
                made.append(speaker.line(pick, task, offers.nonce(messages[message], task)))
            except Exception as error:  # noqa: BLE001 - one broken row must not silence the others
                set_aside(FaultKind.TASK, task.code, error)
                _leave_untold(world, message, task.id)
        return made

    return {
        message: Digest(
            *readers[person], world.on, parts_of(lines(message, found[message]), found[message].totals)
        )
        for message, person in messages.items()
    }


def _leave_untold(world: World, message_id: int, task_id: int) -> None:
    untold = update(News).where(col(News.message_id) == message_id, col(News.task_id) == task_id)
    world.session.execute(untold.values(message_id=None).execution_options(synchronize_session=False))


class Speaker:
    """Says what lines say, and asks each rule once for tasks that stand alike."""

    def __init__(self, world: World) -> None:
        """Speak of a day."""
        self._world = world
        self._named = cache(lambda unit_id: world.unit_named(unit_id).name)
        self._facts = cache(self._facts_of)

    def line(self, pick: Pick, task: Named, link: str | None) -> Line:
        """Return the line of one pick, with what its reader's link is made of."""
        owner = (self._unit(task), task.assignee) if pick.reason.section in REPORTED else (None, None)
        facts = self._facts(task.standing, pick.reason, *owner)
        return Line(task.id, task.code, task.kind, task.title, facts, pick.step_id, link)

    def _unit(self, task: Named) -> str:
        """Name the lead unit, and the department it belongs to where that is another."""
        return ", ".join(self._named(unit) for unit in dict.fromkeys((task.lead_unit_id, task.department_id)))

    def _facts_of(self, standing: Standing, reason: Reason, unit: str | None, assignee: str | None) -> Facts:
        climbs = reason.section in CLIMBING
        upcoming = self._upcoming(standing) if climbs else None
        return Facts(
            section=reason.section,
            due_on=standing.due_on,
            due_time=standing.due_time,
            working_days=self._working_days(standing),
            unit=unit,
            assignee=assignee,
            told=self._told(standing) if climbs else None,
            next_on=standing.next_look_on if upcoming else None,
            next_audience=upcoming.audience if upcoming else None,
            news=reason.news,
            detail=reason.detail,
            passed=reason.passed,
        )

    def _working_days(self, standing: Standing) -> int | None:
        """Count working days overdue, not counting quiet ones, or left until the due date."""
        if standing.due_on is None:
            return None
        if standing.due_on >= self._world.on:
            return self._world.calendar.working_days_between(self._world.on, standing.due_on)
        clock = Clock(standing.due_on, standing.clock_from, Quiet.parse(standing.quiet_days))
        return working_days_late(clock, self._world.calendar, self._world.on)

    def _told(self, standing: Standing) -> Audience | None:
        """Return the highest audience beyond the owner that the task has been raised to."""
        steps = self._world.steps[standing.ladder_id]
        beyond = [step.audience for step in steps if step.position <= standing.reached]
        return next((audience for audience in reversed(beyond) if audience not in OWNERS), None)

    def _upcoming(self, standing: Standing) -> Step | None:
        """Return the step the next look will raise, where it will climb higher than the task has been."""
        steps = self._world.steps[standing.ladder_id] if standing.next_look_on else []
        step = next((step for step in steps if step.position > standing.last_step), None)
        return step if step and step.position > standing.reached else None


def _tasks(world: World, shown: Sequence[Pick]) -> dict[int, Named]:
    named = [getattr(Task, name) for name in Named._fields[:-2]] + [Person.name]
    stands = [getattr(Task, name) for name in Standing._fields[:-1]]
    climbing = {pick.task_id for pick in shown if pick.reason.section in CLIMBING}
    tasks = [{"task_id": one, "climbs": one in climbing} for one in {pick.task_id for pick in shown}]
    reached = sa.case((SHOWN.c.climbs, _reached()), else_=0)
    with filled(world.session, SHOWN, tasks):
        query = (
            sa.select(*(col(column) for column in named), *stands, reached)
            .select_from(SHOWN)
            .join(Task, col(Task.id) == SHOWN.c.task_id)
            .join(Person, col(Person.id) == Task.assignee_id)
        )
        rows = rows_of(world.session, query).all()
    return {row[0]: Named._make((*row[: len(named)], Standing._make(row[len(named) :]))) for row in rows}


def _reached() -> sa.ScalarSelect[int]:
    """Select the position of the highest step of a task whose audience was told, by passing on too.

    What waits for the first run of the week has not been told before a digest has claimed it.
    """
    claimed = sa.exists().where(col(News.escalation_id) == Escalation.id, col(News.message_id).is_not(None))
    return (
        select(func.coalesce(func.max(Step.position), 0))
        .select_from(Escalation)
        .join(Step, col(Step.id) == Escalation.audience_step_id)
        .where(col(Escalation.task_id) == Task.id, col(Escalation.version) == Task.version)
        .where(col(Step.ladder_id).is_not(None))
        .where(~col(Step.weekly) | claimed)
        .correlate(Task)
        .scalar_subquery()
    )
