"""From rows to the lines of digests: days overdue, how far a task has climbed, and what comes next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import update
from sqlmodel import col, func, select

from dondoc.rules.ladder import Clock, working_days_late
from dondoc.rules.quiet import Quiet
from dondoc.services.digest_rows import OWNERS, late_rows, news_rows, waiting_rows
from models import Escalation, Language, News, NewsKind, Person, Step, Task, Unit
from notifications.digest import Digest, Line, Part, Section, parts_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Row

    from dondoc.services.faults import SetAside
    from dondoc.services.world import World
    from models import Audience


@dataclass(frozen=True)
class Named:
    """A task with the names a reader needs, and the highest step whose audience has been told of it."""

    task: Task
    unit: str
    assignee: str
    reached: int


def digests(world: World, messages: Mapping[int, int], set_aside: SetAside) -> dict[int, Digest]:
    """Return what each message says; `messages` gives the person of each message id, all different.

    A line that cannot be made is set aside by its task's code, and its news stay untold.
    """
    people = list(messages.values())
    rows = [*news_rows(world, list(messages)), *late_rows(world, messages), *waiting_rows(world, people)]
    tasks = _named(world, {row.task_id for row in rows})
    lines: dict[int, list[Line]] = defaultdict(list)
    totals: dict[int, dict[Section, int]] = defaultdict(dict)
    for row in rows:
        section = Section(row.section)
        try:
            line = _line(world, section, row, tasks[row.task_id])
        except Exception as error:  # noqa: BLE001 - one broken row must not silence the others
            set_aside(tasks[row.task_id].task.code, error)
            _leave_untold(world, messages, row)
            continue
        lines[row.person_id].append(line)
        totals[row.person_id][section] = row.total
    readers = {
        person.id: person for person in world.session.exec(select(Person).where(col(Person.id).in_(people)))
    }
    return {
        message: _digest(readers[person], world.on, parts_of(lines[person], totals[person]))
        for message, person in messages.items()
    }


def _digest(reader: Person, on: dt.date, parts: tuple[Part, ...]) -> Digest:
    return Digest(reader.name, Language(reader.language), on, parts)


def _leave_untold(world: World, messages: Mapping[int, int], row: Row[Any]) -> None:
    untold = update(News).where(col(News.message_id).in_(messages), col(News.person_id) == row.person_id)
    statement = untold.where(col(News.task_id) == row.task_id).values(message_id=None)
    world.session.execute(statement.execution_options(synchronize_session=False))


def _line(world: World, section: Section, row: Row[Any], named: Named) -> Line:
    task = named.task
    upcoming = _upcoming(world, named)
    told = section in (Section.NEW, Section.DUE_SOON, Section.LATE, Section.CLIMBED, Section.WEEKLY)
    facts = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row's columns
    return Line(
        section=section,
        task_id=task.id,
        code=task.code,
        kind=task.kind,
        title=task.title,
        due_on=task.due_on,
        due_time=task.due_time,
        working_days=_working_days(world, task),
        unit=named.unit,
        assignee=named.assignee,
        told=_told(world, named) if told else None,
        next_on=task.next_look_on if upcoming else None,
        next_audience=upcoming.audience if upcoming else None,
        news=facts.get("kind") if facts.get("kind") != NewsKind.ESCALATED else None,
        detail=facts.get("detail"),
        step_id=facts.get("step_id"),
        passed=bool(facts.get("passed")),
    )


def _working_days(world: World, task: Task) -> int | None:
    """Count working days overdue, not counting quiet ones, or left until the due date."""
    if task.due_on is None:
        return None
    if task.due_on >= world.on:
        return world.calendar.working_days_between(world.on, task.due_on)
    clock = Clock(task.due_on, task.clock_from, Quiet.parse(task.quiet_days))
    return working_days_late(clock, world.calendar, world.on)


def _told(world: World, named: Named) -> Audience | None:
    """Return the highest audience beyond the owner that the task has been raised to."""
    beyond = [step.audience for step in world.steps[named.task.ladder_id] if step.position <= named.reached]
    return next((audience for audience in reversed(beyond) if audience not in OWNERS), None)


def _upcoming(world: World, named: Named) -> Step | None:
    """Return the step the next look will raise, where it will climb higher than the task has been."""
    task = named.task
    steps = world.steps[task.ladder_id]
    step = next((step for step in steps if step.position > task.last_step and task.next_look_on), None)
    return step if step and step.position > named.reached else None


def _named(world: World, task_ids: Iterable[int]) -> dict[int, Named]:
    wanted = list(task_ids)
    reached = _reached(world, wanted)
    query = (
        select(Task, Person.name)
        .join(Person, col(Person.id) == Task.assignee_id)
        .where(col(Task.id).in_(wanted))
    )
    found = world.session.exec(query).all()
    units = _unit_names(world, {number for task, _ in found for number in _units_of(task)})
    return {
        task.id: Named(
            task, ", ".join(units[number] for number in _units_of(task)), person, reached.get(task.id, 0)
        )
        for task, person in found
    }


def _units_of(task: Task) -> tuple[int, ...]:
    """Return the lead unit, and the department it belongs to where that is another."""
    return tuple(dict.fromkeys((task.lead_unit_id, task.department_id)))


def _unit_names(world: World, unit_ids: Iterable[int]) -> dict[int, str]:
    """Name units, those abolished since included."""
    return dict(world.session.exec(select(Unit.id, Unit.name).where(col(Unit.id).in_(unit_ids))).all())


def _reached(world: World, task_ids: list[int]) -> dict[int, int]:
    """Return the position of the highest step of each task whose audience was told, by passing on too.

    What waits for the first run of the week has not been told before a digest has claimed it.
    """
    query = (
        select(Escalation.task_id, func.max(Step.position))
        .join(Task, (col(Task.id) == Escalation.task_id) & (col(Task.version) == Escalation.version))
        .join(News, col(News.escalation_id) == Escalation.id)
        .join(Step, col(Step.id) == News.audience_step_id)
        .where(col(Escalation.task_id).in_(task_ids))
        .where(~col(Step.weekly) | col(News.message_id).is_not(None))
        .group_by(col(Escalation.task_id))
    )
    return dict(world.session.exec(query).all())
