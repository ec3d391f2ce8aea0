"""The sweep of one department: every step that is owed is raised, once, whoever else sweeps beside it.

SQL selects the distinct situations of the tasks that are due for a look, the pure rules decide each once, and
the decisions are applied by equality joins. No offset and no date arithmetic stands in SQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa
from sqlalchemy import exists, literal, update
from sqlmodel import col, select

from dondoc.rules.audience import Parties, told
from dondoc.services.scratch import AUDIENCES, LOOKS, OWED, SEEN, filled
from dondoc.services.situations import decisions, due_for_a_look, shared_with
from dondoc.services.statements import insert_once
from models import Escalation, FaultKind, News, NewsKind, Step, Task, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import CursorResult

    from dondoc.services.attempt import Attempt
    from dondoc.services.faults import SetAside
    from dondoc.services.world import World

Rows = list[dict[str, Any]]


def sweep(world: World, department_id: int, attempt: Attempt, set_aside: SetAside) -> int:
    """Raise every step owed by the world's day in one department and return how many.

    1. Lock the department, so that two sweeps of it follow each other, and note the tasks to look at.
    2. Ask the rule once for each situation; one that breaks is set aside, its tasks keep their next look.
    3. Ask who hears of each step; one that nobody at all can be told of stays owed until somebody can.
    4. Insert the escalations, and the news of each to its audience; the database refuses doubles.
    5. Move the last step and the next look on, of tasks that still stand as they were seen.
    """
    world.session.exec(select(Unit.id).where(Unit.id == department_id).with_for_update(key_share=True))
    with filled(world.session, SEEN, _seen(world, department_id)):
        looks, owed = _decide(world, set_aside)
        with filled(world.session, LOOKS, looks), filled(world.session, OWED, owed):
            audiences = list(_audiences(world, set_aside))
            heard = [one for one in audiences if one["person_id"] is not None]
            with filled(world.session, AUDIENCES, heard):
                raised = _raise(world, attempt)
                _tell(world)
                _move_on(world)
                if len(heard) < len(audiences):
                    _leave_owed(world)
    return raised


def _seen(world: World, department_id: int) -> sa.Select[Any]:
    """Select what a look needs of a department's tasks: they are gone through once, and once to move."""
    names = [column.name for column in SEEN.columns][1:]
    columns = [col(Task.id), *(getattr(Task, name) for name in names)]
    return sa.select(*columns).where(due_for_a_look(world, department_id))


def _decide(world: World, set_aside: SetAside) -> tuple[Rows, Rows]:
    looks: Rows = []
    owed: Rows = []
    for number, (situation, look) in enumerate(decisions(world, set_aside)):
        decided = {"id": number, "new_last_step": look.last_step, "new_next_look_on": look.next_look_on}
        looks.append(situation.columns() | decided)
        owed += [{"look_id": number, "step_id": one.step.id, "due_on": one.due_on} for one in look.owed]
    return looks, owed


def _raise(world: World, attempt: Attempt) -> int:
    """Insert each step once, however many its audience holds: the first of them stands for all."""
    today = (literal(world.on), literal(attempt.number))
    step = (SEEN.c.task_id, SEEN.c.version, OWED.c.step_id, AUDIENCES.c.audience_step_id, OWED.c.due_on)
    steps = _owed(*step, *today).join(AUDIENCES, _heard_by(OWED.c.step_id) & (AUDIENCES.c.place == 0))
    columns = ["task_id", "version", "step_id", "audience_step_id", "due_on", "raised_on", "attempt"]
    return _run(world, insert_once(world.session, Escalation).from_select(columns, steps)).rowcount


def _tell(world: World) -> None:
    """Owe each step that was raised to its audience."""
    heard_of = (
        AUDIENCES.c.person_id,
        SEEN.c.task_id,
        literal(NewsKind.ESCALATED.value),
        col(Escalation.id),
        literal(world.on),
    )
    facts = (
        _owed(*heard_of)
        .join(Escalation, _raised_step())
        .join(AUDIENCES, _heard_by(OWED.c.step_id))
        # no later day was run; asked for the very day, SQLite would go through all that was raised on it
        .where(col(Escalation.raised_on) >= world.on)
    )
    columns = ["person_id", "task_id", "kind", "escalation_id", "happened_on"]
    _run(world, insert_once(world.session, News).from_select(columns, facts))


def _leave_owed(world: World) -> None:
    """Let tasks stand before the lowest step that nobody at all could be told of."""
    unheard = (
        _owed(SEEN.c.task_id, SEEN.c.version, LOOKS.c.new_last_step, OWED.c.due_on, col(Step.position))
        .join(Step, col(Step.id) == OWED.c.step_id)
        .where(~exists().where(_heard_by(OWED.c.step_id)))
    )
    rows = world.session.execute(unheard.order_by(col(Step.position).desc())).all()
    lowest = {tuple(moved): (due_on, position - 1) for *moved, due_on, position in rows}
    for (task, version, last_step), (due_on, before) in lowest.items():
        moved = (col(Task.id) == task, col(Task.version) == version, col(Task.last_step) == last_step)
        _run(world, update(Task).where(*moved).values(last_step=before, next_look_on=due_on))


def _audiences(world: World, set_aside: SetAside) -> Iterator[dict[str, int | None]]:
    """Ask the rule once for each step and parties among those owed; nobody at all is None."""
    names = AUDIENCES.c.keys()
    upwards = {step.id: steps[place:] for steps in world.steps.values() for place, step in enumerate(steps)}
    for key in world.session.execute(_owed(*_told_by(OWED.c.step_id)).distinct()).all():
        step_id, lead, supervisor, assignee = key
        steps = upwards[step_id]
        found = told(steps, steps[0], Parties(lead, supervisor, assignee), world.organisation)
        if found is None:
            reason = f"nobody can be told of the step {steps[0].code}"
            set_aside(FaultKind.AUDIENCE, _unit_code(world, lead), reason)
        for place, person in enumerate(found.people if found else (None,)):
            audience_step = found.step.id if found else None
            yield dict(zip(names, (*key, person, place, audience_step), strict=True))


def _owed(*columns: Any) -> sa.Select[Any]:
    """Select of each task that was seen and each step it owes."""
    tasks = sa.select(*columns).select_from(SEEN).join(LOOKS, shared_with(LOOKS, SEEN))
    return tasks.join(OWED, OWED.c.look_id == LOOKS.c.id)


def _raised_step() -> sa.ColumnElement[bool]:
    return sa.and_(
        col(Escalation.task_id) == SEEN.c.task_id,
        col(Escalation.version) == SEEN.c.version,
        col(Escalation.step_id) == OWED.c.step_id,
    )


def _heard_by(step_id: Any) -> sa.ColumnElement[bool]:
    return sa.and_(*(column == AUDIENCES.c[column.key] for column in _told_by(step_id)))


def _told_by(step_id: Any) -> tuple[Any, ...]:
    """Return what an audience depends on, by the names the scratch table has too."""
    return (step_id, SEEN.c.lead_unit_id, SEEN.c.supervisor_unit_id, SEEN.c.assignee_id)


def _unit_code(world: World, unit_id: int) -> str:
    return world.session.exec(select(Unit.code).where(Unit.id == unit_id)).one()


def _move_on(world: World) -> None:
    as_seen = (col(Task.id) == SEEN.c.task_id, col(Task.version) == SEEN.c.version, shared_with(SEEN))
    _run(
        world,
        update(Task)
        .where(*as_seen, col(Task.next_look_on) <= world.on, shared_with(LOOKS, SEEN))
        .values(last_step=LOOKS.c.new_last_step, next_look_on=LOOKS.c.new_next_look_on)
        .execution_options(synchronize_session=False),
    )


def _run(world: World, statement: Any) -> CursorResult[Any]:
    counted = statement.execution_options(preserve_rowcount=True)
    return cast("CursorResult[Any]", world.session.execute(counted))
