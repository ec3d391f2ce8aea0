"""What each digest of a batch shows: what was claimed for it, what is late, what waits.

Of each section the first ten are kept, and how many there are. The database counts and orders; which section
a step is told under is asked of the rule here, once for each pair of steps.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import and_, case, func
from sqlmodel import col

from dondoc.rules.sentences import sentence_of
from dondoc.services.scratch import HEADS, READERS, SECTIONS, TOLD, filled
from dondoc.services.statements import among, rows_of
from dondoc.services.worth_telling import DECISIONS, is_late
from models import URGED, Audience, Escalation, News, NewsKind, Step, Task
from notifications.digest import LINES_A_SECTION, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement

    from dondoc.rules.sentences import Sentence
    from dondoc.services.world import World

OWNERS = (Audience.ASSIGNEE, Audience.ASSIGNEE_AND_HEAD)
"""Audiences that see a late task among their own, every day; no line of its own tells them of the step."""

CLIMBED = (Section.CLIMBED, Section.WEEKLY)
"""Sections whose tasks are late too, and are told here only: of several lines the highest."""

NO_STEP = 0
"""What stands for the step of news that no step is the reason of."""


class Reason(NamedTuple):
    """Why a task is shown: the section, and the news, where it is one; tasks share it."""

    section: Section
    news: NewsKind | None = None
    detail: Sentence | None = None
    passed: bool = False


class Pick(NamedTuple):
    """A task to be shown, why, and the step that was raised, where one was."""

    task_id: int
    reason: Reason
    step_id: int | None = None


@dataclass
class Picks:
    """What one digest shows, and how many there are in each section."""

    shown: list[Pick] = field(default_factory=list)
    totals: dict[Section, int] = field(default_factory=dict)

    def add(self, pick: Pick, total: int) -> None:
        """Show one more, of so many in its section."""
        self.shown.append(pick)
        self.totals[pick.reason.section] = total


def picks(world: World, people: Iterable[int]) -> dict[int, Picks]:
    """Return what each message shows; `people` are the readers, whom their scratch table holds.

    A late task whose climb to the person their digest tells is left out of what is late: somebody in several
    steps gets one line, the highest.
    """
    session, found = world.session, defaultdict[int, Picks](Picks)
    late, waiting = Reason(Section.LATE), Reason(Section.WAITING)
    with filled(session, SECTIONS, list(_sections(world))), filled(session, TOLD, _told()):
        for message_id, total, *news in rows_of(session, _of_news()):
            found[message_id].add(_picked(*news), total)
        with filled(session, HEADS, list(_heads(world, people))):
            for message_id, total, task_id in rows_of(session, _of_late(world)):
                found[message_id].add(Pick(task_id, late), total)
    for message_id, total, task_id in rows_of(session, _of_waiting(world)):
        found[message_id].add(Pick(task_id, waiting), total)
    return found


def _heads(world: World, people: Iterable[int]) -> Iterator[dict[str, int]]:
    """Go through the units these people answer for, each with the person."""
    organisation = world.organisation
    pairs = {(post.unit_id, person) for person in people for post in organisation.posts_of(person)}
    for unit, person in sorted(pairs):
        if person in organisation.answering_for(unit):
            yield {"unit_id": unit, "person_id": person}


def _sections(world: World) -> Iterator[dict[str, Any]]:
    """Ask the rule about every news there can be: each step and the step whose audience hears of it."""
    steps = world.all_steps.values()
    for kind, to_decide in product(NewsKind, (False, True)):
        escalated = kind is NewsKind.ESCALATED
        for step, heard in product(steps, steps) if escalated else [(None, None)]:
            yield {
                "step_id": step.id if step else NO_STEP,
                "audience_step_id": heard.id if heard else NO_STEP,
                "kind": kind,
                "to_decide": to_decide,
                "section": _section(kind, to_decide, step, heard),
                "position": step.position if step else 0,
            }


def _section(
    kind: NewsKind,
    to_decide: bool,  # noqa: FBT001 - a fact of the task
    step: Step | None,
    heard: Step | None,
) -> Section | None:
    """Return the section news belongs to; None for what late and waiting lines tell already.

    `heard` is the step whose audience was told, `to_decide` whether the task waits for a decision.
    """
    if step is None or heard is None:
        return None if to_decide and kind is NewsKind.GIVEN else Section.NEW
    if to_decide and heard.audience is Audience.ASSIGNEE:
        return None
    if step.working_days <= 0:
        return Section.DUE_SOON
    if heard.audience in OWNERS:
        return None
    return Section.WEEKLY if heard.weekly else Section.CLIMBED


def _told() -> sa.Select[Any]:
    """Select what the readers' messages tell: of several steps of a task the highest, other news as it is."""
    step_or_itself = case((col(News.escalation_id).is_(None), col(News.id)), else_=NO_STEP)
    one_line = (col(News.message_id), col(News.task_id), step_or_itself)
    highest = (SECTIONS.c.position.desc(), col(News.id).desc())
    told = (
        sa.select(
            col(News.message_id),
            col(News.task_id),
            col(News.id).label("news_id"),
            SECTIONS.c.section,
            SECTIONS.c.position,
            func.row_number().over(partition_by=one_line, order_by=highest).label("place"),
        )
        .select_from(READERS)
        .join(News, col(News.message_id) == READERS.c.message_id)
        .join(Task, col(Task.id) == News.task_id)
        .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
        .join(SECTIONS, _section_of_news())
        .subquery()
    )
    columns = [told.c[column.name] for column in TOLD.columns]
    return sa.select(*columns).where(told.c.place == 1, told.c.section.is_not(None))


def _section_of_news() -> ColumnElement[bool]:
    return and_(
        SECTIONS.c.step_id == func.coalesce(col(Escalation.step_id), NO_STEP),
        SECTIONS.c.audience_step_id == func.coalesce(col(News.audience_step_id), NO_STEP),
        SECTIONS.c.kind == sa.type_coerce(col(News.kind), sa.String),
        SECTIONS.c.to_decide == among(Task.kind, DECISIONS),
    )


def _first(found: Any, *order: ColumnElement[Any]) -> sa.Subquery:
    """Select the first lines of each message and section in an order, with how many there are in all."""
    section = [found.c.message_id, *([found.c.section] if "section" in found.c else [])]
    numbered = sa.select(
        found,
        func.row_number().over(partition_by=section, order_by=order).label("place"),
        func.count().over(partition_by=section).label("total"),
    ).subquery()
    return sa.select(numbered).where(numbered.c.place <= LINES_A_SECTION).subquery()


def _of_news() -> sa.Select[Any]:
    first = _first(TOLD, TOLD.c.position.desc(), TOLD.c.task_id, TOLD.c.news_id)
    return (
        sa.select(
            *(first.c.message_id, first.c.total, first.c.task_id, first.c.section),
            *(col(News.kind), col(News.detail), col(Escalation.step_id), col(News.audience_step_id)),
        )
        .join(News, col(News.id) == first.c.news_id)
        .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
        .order_by(first.c.message_id, first.c.place)
    )


def _picked(
    task_id: int,
    section: str,
    kind: NewsKind,
    detail: object,
    step_id: int | None,
    audience_step_id: int | None,
) -> Pick:
    news = None if kind is NewsKind.ESCALATED else kind
    why = None if detail is None else sentence_of(detail)
    return Pick(task_id, Reason(Section(section), news, why, step_id != audience_step_id), step_id)


def _of_late(world: World) -> sa.Select[Any]:
    """Select what each is late with, as assignee or as who answers for the lead unit."""
    late = sa.select(READERS.c.message_id, col(Task.id).label("task_id"), col(Task.due_on)).where(
        is_late(world.on)
    )
    owned = late.join_from(READERS, Task, col(Task.assignee_id) == READERS.c.person_id)
    led = late.join_from(READERS, HEADS, HEADS.c.person_id == READERS.c.person_id).join(
        Task, col(Task.lead_unit_id) == HEADS.c.unit_id
    )
    found = sa.union(owned, led).subquery()
    climbed = sa.exists().where(
        TOLD.c.message_id == found.c.message_id,
        TOLD.c.task_id == found.c.task_id,
        among(TOLD.c.section, CLIMBED),
    )
    return _by_due_date(sa.select(found).where(~climbed).subquery())


def _of_waiting(world: World) -> sa.Select[Any]:
    """Select what waits for the decision of each and is not late."""
    waiting = (
        sa.select(READERS.c.message_id, col(Task.id).label("task_id"), col(Task.due_on))
        .join(Task, col(Task.assignee_id) == READERS.c.person_id)
        .where(among(Task.kind, DECISIONS), among(Task.state, URGED), col(Task.due_on) >= world.on)
    )
    return _by_due_date(waiting.subquery())


def _by_due_date(found: sa.Subquery) -> sa.Select[Any]:
    first = _first(found, found.c.due_on, found.c.task_id)
    return sa.select(first.c.message_id, first.c.total, first.c.task_id).order_by(
        first.c.message_id, first.c.place
    )
