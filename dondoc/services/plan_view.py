"""Plans as they are shown: the list, and one plan with its opinions and items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import defer
from sqlmodel import bindparam, col, func, select

from dondoc.services.item_view import ItemView, views
from dondoc.services.plans import find, items_of
from models import Document, Item, Opinion, Person, Plan, PlanState, Task, TaskKind, TaskState, Unit

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement
    from sqlmodel.sql.expression import Select

    from dondoc.services.world import World

LONG: Any = Document.text
"""What of a document no list and no plan shows."""


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


def plans_where(
    world: World, *conditions: ColumnElement[bool] | bool, most: int | None = None
) -> list[PlanLine]:
    """Return the plans for which all conditions hold, by code, up to `most`."""
    rows = world.session.exec(lines().where(*conditions).order_by(col(Plan.code)).limit(most)).all()
    return [line_of(*row) for row in rows]


def shown(world: World, code: str) -> PlanView:
    """Return one plan in full; raises BadInput where there is none."""
    plan = find(world.session, code)
    row = world.session.exec(lines().where(Plan.id == plan.id)).one()
    return PlanView(
        line=line_of(*row),
        subject=row[1].subject,
        round=plan.round,
        past_due_reason=plan.past_due_reason,
        opinions=opinions(world, plan),
        items=tuple(views(world, plan, items_of(world.session, plan))),
    )


def lines() -> Select[Plan, Document, str, int]:
    """Return the query of what `line_of` takes."""
    counted = (
        select(func.count())
        .where(Item.plan_id == Plan.id, col(Item.drop_reason).is_(None))
        .correlate(Plan)
        .scalar_subquery()
    )
    return (
        select(Plan, Document, Unit.code, counted)
        .join(Document, col(Document.id) == Plan.document_id)
        .join(Unit, col(Unit.id) == Plan.subject_unit_id)
        .options(defer(LONG))
    )


def line_of(plan: Plan, document: Document, unit: str, items: int) -> PlanLine:
    """Return the line of a plan, of which unit it is and how many items it keeps."""
    return PlanLine(
        plan=plan.code,
        unit=unit,
        state=plan.state,
        items=items,
        document=document.number,
        meeting_date=document.meeting_date,
        approved_on=plan.approved_on,
        in_force_on=plan.in_force_on,
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
