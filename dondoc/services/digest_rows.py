"""What each digest of a batch shows, by three queries: what was claimed for it, what is late, what waits.

Each query gives at most ten rows a person and section, and how many there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import and_, case, except_, func, literal, or_, union
from sqlalchemy.orm import aliased
from sqlmodel import col

from dondoc.services.scratch import HEADS, filled
from models import URGED, Audience, Escalation, News, NewsKind, Step, Task, TaskKind
from notifications.digest import LINES_A_SECTION, Section

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Row, Select, Subquery

    from dondoc.services.world import World

DECISIONS = (TaskKind.OPINION, TaskKind.APPROVAL, TaskKind.ACCEPTANCE)
"""Kinds of task that wait for somebody's decision."""

OWNERS = (Audience.ASSIGNEE, Audience.ASSIGNEE_AND_HEAD)
"""Audiences that see a late task among their own, every day; no line of its own tells them of the step."""

raised_step = aliased(Step)
audience_step = aliased(Step)


def is_late(on: dt.date) -> ColumnElement[bool]:
    """Return the condition of being overdue on a day; it follows from the due date and rests on no run."""
    return and_(col(Task.state).in_(URGED), col(Task.due_on) < on)


def still_matters(first_of_week: bool) -> ColumnElement[bool]:  # noqa: FBT001 - a fact of the day
    """Return the condition under which untold news is worth telling.

    A step matters while the task is urged, and a reminder only to whoever has the task now; a weekly step
    waits for the first run of the week. That somebody is to decide matters until it is decided, everything
    else always. Joins News, Task, `audience_step`.
    """
    is_step = col(News.kind) == NewsKind.ESCALATED
    is_urged = col(Task.state).in_(URGED)
    reminder_of_another = and_(
        col(audience_step.audience) == Audience.ASSIGNEE, col(Task.assignee_id) != col(News.person_id)
    )
    step_matters = and_(is_urged, ~reminder_of_another)
    if not first_of_week:
        step_matters = and_(step_matters, ~col(audience_step.weekly))
    return or_(and_(is_step, step_matters), and_(~is_step, or_(~_is_to_decide(), is_urged)))


def news_rows(world: World, message_ids: Sequence[int]) -> list[Row[Any]]:
    """Return what was claimed for these messages: a row a task, its highest step."""
    one_of_all_steps = case((col(News.kind) == NewsKind.ESCALATED, 0), else_=News.id)
    rank = func.row_number().over(
        partition_by=(col(News.message_id), col(News.task_id), one_of_all_steps),
        order_by=(col(raised_step.position).desc(), col(News.id).desc()),
    )
    ranked = (
        sa.select(
            col(News.person_id),
            col(News.task_id),
            col(News.kind),
            col(News.detail),
            col(News.id).label("news_id"),
            col(raised_step.id).label("step_id"),
            func.coalesce(col(raised_step.position), 0).label("position"),
            (col(raised_step.id) != col(audience_step.id)).label("passed"),
            _section().label("section"),
            rank.label("rank"),
        )
        .select_from(News)
        .join(Task, col(Task.id) == News.task_id)
        .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
        .outerjoin(raised_step, col(raised_step.id) == Escalation.step_id)
        .outerjoin(audience_step, col(audience_step.id) == News.audience_step_id)
        .where(col(News.message_id).in_(message_ids), still_matters(first_of_week=True))
        .subquery()
    )
    kept = sa.select(ranked).where(ranked.c.rank == 1, ranked.c.section.is_not(None)).subquery()
    return _first_of_each_section(world, kept, (kept.c.position.desc(), kept.c.task_id, kept.c.news_id))


def late_rows(world: World, messages: Mapping[int, int]) -> list[Row[Any]]:
    """Return the late tasks of these people, as assignee or as one who answers for the lead unit.

    `messages` gives the person of each message id. A task whose climb to the person a message tells is left
    out of it: somebody in several steps gets one line, the highest.
    """
    people = list(messages.values())
    with filled(world.session, HEADS, heads_among(world, people)) as heads:
        as_assignee: Any = sa.select(
            col(Task.assignee_id).label("person_id"), col(Task.id).label("task_id")
        ).where(is_late(world.on), col(Task.assignee_id).in_(people))
        as_head = (
            sa.select(heads.c.person_id, col(Task.id).label("task_id"))
            .join(Task, col(Task.lead_unit_id) == heads.c.unit_id)
            .where(is_late(world.on))
        )
        owned = sa.select(union(as_assignee, as_head).subquery())
        found = except_(owned, _climbed_to(list(messages))).subquery()
        return _open_rows(world, found, Section.LATE)


def waiting_rows(world: World, people: Sequence[int]) -> list[Row[Any]]:
    """Return what waits for the decision of these people and is not late."""
    found = (
        sa.select(col(Task.assignee_id).label("person_id"), col(Task.id).label("task_id"))
        .where(col(Task.kind).in_(DECISIONS), col(Task.state).in_(URGED), ~is_late(world.on))
        .where(col(Task.assignee_id).in_(people))
        .subquery()
    )
    return _open_rows(world, found, Section.WAITING)


def heads_among(world: World, people: Sequence[int]) -> list[dict[str, int]]:
    """Return the units these people answer for."""
    organisation = world.organisation
    pairs = {(post.unit_id, person) for person in people for post in organisation.posts_of(person)}
    return [{"unit_id": u, "person_id": p} for u, p in sorted(pairs) if p in organisation.answering_for(u)]


def _climbed_to(message_ids: Sequence[int]) -> Select[Any]:
    """Select the person and task of each step beyond the owners that these messages tell."""
    return (
        sa.select(col(News.person_id), col(News.task_id))
        .join(Escalation, col(Escalation.id) == News.escalation_id)
        .join(raised_step, col(raised_step.id) == Escalation.step_id)
        .join(audience_step, col(audience_step.id) == News.audience_step_id)
        .where(col(News.message_id).in_(message_ids))
        .where(col(raised_step.working_days) > 0, col(audience_step.audience).not_in(OWNERS))
    )


def _is_to_decide() -> ColumnElement[bool]:
    """Return the condition of news that somebody was given a decision to take: a waiting line tells it."""
    return and_(col(News.kind) == NewsKind.GIVEN, col(Task.kind).in_(DECISIONS))


def _section() -> Any:
    """Say which section news belongs to; null for what late and waiting lines tell already."""
    reminded_to_decide = and_(col(Task.kind).in_(DECISIONS), col(audience_step.audience) == Audience.ASSIGNEE)
    return case(
        (or_(_is_to_decide(), reminded_to_decide), None),
        (col(News.kind) != NewsKind.ESCALATED, Section.NEW.value),
        (col(raised_step.working_days) <= 0, Section.DUE_SOON.value),
        (col(audience_step.audience).in_(OWNERS), None),
        (col(audience_step.weekly), Section.WEEKLY.value),
        else_=Section.CLIMBED.value,
    )


def _open_rows(world: World, found: Subquery, section: Section) -> list[Row[Any]]:
    rows = (
        sa.select(
            found.c.person_id, found.c.task_id, col(Task.due_on), literal(section.value).label("section")
        )
        .join(Task, col(Task.id) == found.c.task_id)
        .subquery()
    )
    return _first_of_each_section(world, rows, (rows.c.due_on, rows.c.task_id))


def _first_of_each_section(world: World, rows: Subquery, order: tuple[Any, ...]) -> list[Row[Any]]:
    part = (rows.c.person_id, rows.c.section)
    placed = sa.select(
        rows,
        func.row_number().over(partition_by=part, order_by=order).label("place"),
        func.count().over(partition_by=part).label("total"),
    ).subquery()
    shown: Select[Any] = (
        sa.select(placed)
        .where(placed.c.place <= LINES_A_SECTION)
        .order_by(placed.c.person_id, placed.c.place)
    )
    return list(world.session.execute(shown))
