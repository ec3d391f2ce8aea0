"""Making tasks: every task, an item's or one of the process itself, comes into being here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, bindparam, insert, literal
from sqlmodel import col, select

from dondoc.rules.ladder import Clock
from dondoc.rules.sentences import Sentence
from dondoc.rules.terms import DueDate, Operator, Term, Unit, derive
from dondoc.services.stated_terms import columns_of
from dondoc.services.statements import insert_many, table_of
from models import News, NewsKind, Task, TaskKind, TaskState
from models.search import searchable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dondoc.services.world import World

REVIEW_AFTER = Term("01 tháng kể từ ngày giao", Operator.WITHIN, amount=1, unit=Unit.MONTH)
"""An undated task is reviewed one month after it was given, unless reviewed before."""
REVIEWED = (TaskKind.ITEM, TaskKind.MAKE_PLAN)
AS_STATED = (
    *("kind", "code", "title", "lead_unit_id", "assignee_id", "supervisor_unit_id", "plan_id", "item_id"),
    *("about_task_id", "round", "period", "proof", "no_term_reason"),
)
"""The columns of a task that its duty states."""

TELL_ALL = insert(table_of(News)).from_select(
    ["person_id", "task_id", "kind", "happened_on"],
    select(
        col(Task.assignee_id), col(Task.id), literal(NewsKind.GIVEN.value), bindparam("told_on", type_=Date)
    )
    .where(col(Task.code).in_(bindparam("codes", expanding=True)))
    .order_by(col(Task.id)),
)
"""Owes the assignees of new tasks the news of them; asked for every plan that is issued."""


@dataclass(frozen=True)
class Duty:
    """What a new task is to be. Row ids throughout; `due` is None for an undated task."""

    kind: TaskKind
    code: str
    title: str
    lead_unit_id: int
    assignee_id: int
    supervisor_unit_id: int
    ladder: str
    due: DueDate | None
    term: Term | None = None
    plan_id: int | None = None
    item_id: int | None = None
    about_task_id: int | None = None
    round: int = 1
    period: str | None = None
    proof: str | None = None
    no_term_reason: str | None = None
    clock_from: dt.date | None = None
    """The first day its clock runs, where that is not the day it is given."""


def give(world: World, duty: Duty) -> Task:
    """Give one task out."""
    give_all(world, [duty])
    return world.session.exec(select(Task).where(Task.code == duty.code)).one()


def give_all(world: World, duties: Sequence[Duty]) -> list[str]:
    """Make the tasks, start their clocks, owe each assignee the news, and return their codes.

    Undated items also get a review.
    """
    world.session.flush()
    insert_many(world.session, table_of(Task), [_row(world, duty) for duty in duties])
    codes = [duty.code for duty in duties]
    _tell_all(world, codes)
    if undated := [duty.code for duty in duties if _is_undated(duty) and duty.kind in REVIEWED]:
        tasks = world.session.exec(select(Task).where(col(Task.code).in_(undated)).order_by(col(Task.id)))
        give_all(world, [_review(world, task, number=1) for task in tasks])
    return codes


def give_review(world: World, task: Task, number: int) -> Task:
    """Give out a review of an undated task."""
    return give(world, _review(world, task, number))


def _row(world: World, duty: Duty) -> dict[str, Any]:
    """Return the row of a new task: nothing decided yet, and its first look where it has a due date."""
    organisation = world.organisation
    ladder, since = world.ladders[duty.ladder], duty.clock_from or world.on
    due_on = duty.due.last_day if duty.due else None
    return {
        **{name: getattr(duty, name) for name in AS_STATED},
        "search": searchable(duty.title),
        "department_id": organisation.department_of(duty.lead_unit_id),
        "acceptor_unit_id": organisation.acceptor_of(duty.lead_unit_id, duty.supervisor_unit_id),
        "state": TaskState.ASSIGNED,
        "percent": 0,
        "issued_on": world.on,
        "original_due_on": due_on,
        "due_on": due_on,
        "due_time": duty.due.time if duty.due else None,
        "derivation": str(duty.due.derivation) if duty.due else None,
        **columns_of(_counted_from(duty, world.on)),
        "ladder_id": ladder,
        "version": 1,
        "clock_from": since,
        "last_step": 0,
        "quiet_days": "",
        "next_look_on": world.first_look(ladder, Clock(due_on, since)) if due_on else None,
    }


def _is_undated(duty: Duty) -> bool:
    return duty.due is None or duty.due.last_day is None


def _tell_all(world: World, codes: Sequence[str]) -> None:
    """Owe the assignees of new tasks the news of them."""
    world.session.connection().execute(TELL_ALL, {"codes": codes, "told_on": world.on})


def _review(world: World, task: Task, number: int) -> Duty:
    """Return the review of an undated task: a duty of who answers for its lead unit, on its own ladder."""
    return Duty(
        kind=TaskKind.REVIEW,
        code=f"{task.code}.RS{number}",
        title=task.code,
        lead_unit_id=task.lead_unit_id,
        assignee_id=world.answerable(task.lead_unit_id),
        supervisor_unit_id=task.supervisor_unit_id,
        ladder=ladder_for(world, task.lead_unit_id, of_a_province="review"),
        due=derive(REVIEW_AFTER, world.calendar, world.on),
        term=REVIEW_AFTER,
        plan_id=task.plan_id,
        about_task_id=task.id,
        round=number,
    )


def ladder_for(world: World, lead_unit_id: int, of_a_province: str) -> str:
    """Return the ladder of whoever owes a duty: the General Department and its units have their own."""
    if lead_unit_id == world.organisation.general_department:
        return "director_general"
    return "authority" if world.organisation.is_authority(lead_unit_id) else of_a_province


def tell(
    world: World,
    task: Task,
    kind: NewsKind,
    person_id: int | None = None,
    detail: Sentence | str | None = None,
) -> None:
    """Owe one person (the assignee unless another is named) one fact about a task, for the next digest.

    `detail` is why: a sentence, or words of somebody's own, which are the same in every language.
    """
    to = task.assignee_id if person_id is None else person_id
    why = detail.plain() if isinstance(detail, Sentence) else detail
    world.session.add(News(person_id=to, task_id=task.id, kind=kind, happened_on=world.on, detail=why))


def _counted_from(duty: Duty, on: dt.date) -> Term | None:
    """Return the term and the day it is counted from: for a duty of the process, the day it is given."""
    term = duty.term
    if term is None or term.amount is None or duty.due is None or duty.due.last_day is None:
        return term
    return replace(term, anchor_day=term.anchor_day or on)
