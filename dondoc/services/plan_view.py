"""Plans as they are shown: the list, and one plan with its opinions and items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func
from sqlalchemy import select as columns
from sqlmodel import col, select

from dondoc.services.item_view import ItemView, views
from dondoc.services.plans import find, items_of
from dondoc.services.statements import look_at
from models import Document, Item, Opinion, Person, Plan, PlanState, Task, TaskKind, TaskState, Unit

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Select

    from dondoc.services.world import World

KEPT = (
    select(func.count())
    .where(Item.plan_id == Plan.id, col(Item.drop_reason).is_(None))
    .correlate(Plan)
    .scalar_subquery()
)
LINES: Select[Any] = (
    columns(
        *(col(Plan.id), col(Plan.code), col(Plan.state), col(Plan.approved_on), col(Plan.in_force_on)),
        *(col(Document.number), col(Document.meeting_date), col(Document.subject)),
        *(col(Unit.code).label("unit"), KEPT.label("items")),
    )
    .join(Document, col(Document.id) == Plan.document_id)
    .join(Unit, col(Unit.id) == Plan.subject_unit_id)
)
"""What `line_of` takes, as plain rows."""
LINE = LINES.where(col(Plan.id) == bindparam("plan"))


@dataclass(frozen=True)
class PlanLine:
    """A plan in a list; `items` counts those that are not dropped."""

    plan: str
    unit: str
    state: PlanState
    items: int
    document: str | None
    meeting_date: dt.date | None
    approved_on: dt.date | None
    in_force_on: dt.date | None


@dataclass(frozen=True)
class OpinionView:
    """What a unit that was asked has said; without a text it is still asked, or was silent."""

    unit: str
    round: int
    state: TaskState
    due_on: dt.date | None
    person: str | None
    text: str | None


@dataclass(frozen=True)
class PlanView:
    """A plan in full."""

    line: PlanLine
    subject: str | None
    round: int
    past_due_reason: str | None
    opinions: tuple[OpinionView, ...]
    items: tuple[ItemView, ...]


def listed(world: World) -> list[PlanLine]:
    """Return every plan, by its code."""
    return plans_where(world)


def plans_where(world: World, *conditions: Any, most: int | None = None, **asked: object) -> list[PlanLine]:
    """Return the plans for which all conditions hold, asked with their values, by code, up to `most`."""
    rows = look_at(world.session, LINES.where(*conditions).order_by(col(Plan.code)).limit(most), **asked)
    return [line_of(row) for row in rows]


def shown(world: World, code: str) -> PlanView:
    """Return one plan in full; raises BadInput where there is none."""
    plan = find(world.session, code)
    (row,) = look_at(world.session, LINE, plan=plan.id)
    return PlanView(
        line=line_of(row),
        subject=row.subject,
        round=plan.round,
        past_due_reason=plan.past_due_reason,
        opinions=opinions(world, plan),
        items=tuple(views(world, plan, items_of(world.session, plan))),
    )


def line_of(row: Any) -> PlanLine:
    """Return the line of a plan from its row of LINES."""
    return PlanLine(
        plan=row.code,
        unit=row.unit,
        state=row.state,
        items=row.items,
        document=row.number,
        meeting_date=row.meeting_date,
        approved_on=row.approved_on,
        in_force_on=row.in_force_on,
    )


SAID = (col(Opinion.plan_id) == Task.plan_id) & (Opinion.round == Task.round)
OPINIONS = (
    select(Task, Unit.code, Opinion.text, Person.code)
    .join(Unit, col(Unit.id) == Task.lead_unit_id)
    .outerjoin(Opinion, SAID & (col(Opinion.unit_id) == Task.lead_unit_id))
    .outerjoin(Person, col(Person.id) == Opinion.person_id)
    .where(Task.plan_id == bindparam("plan"), Task.kind == TaskKind.OPINION)
    .order_by(col(Task.round), Unit.code)
)


def opinions(world: World, plan: Plan) -> tuple[OpinionView, ...]:
    """Return the opinions that were asked for, round by round."""
    return tuple(
        OpinionView(unit, task.round, task.state, task.due_on, person, text)
        for task, unit, text, person in world.session.exec(OPINIONS, params={"plan": plan.id})
    )
