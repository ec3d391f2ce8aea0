"""What each digest of a batch shows: what was claimed for it, what is late, what waits.

Of each section the first ten are kept, and how many there are: the database counts and orders.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import and_, case, func
from sqlmodel import col

from dondoc.rules.sentences import sentence_of
from dondoc.services.digest_sections import NO_STEP, Rung, sections
from dondoc.services.scratch import HEADS, READERS, SECTIONS, TOLD, filled
from dondoc.services.statements import among, rows_of
from dondoc.services.worth_telling import DECISIONS, is_late
from models import URGED, Escalation, News, NewsKind, Task
from notifications.digest import LINES_A_SECTION, Section

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement

    from dondoc.rules.sentences import Sentence
    from dondoc.services.world import World

CLIMBED = (Section.CLIMBED, Section.WEEKLY)
"""Sections whose tasks are late too, and are told here only: of several lines the highest."""


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
    rungs = tuple(map(Rung.of, world.all_steps.values()))
    with filled(session, SECTIONS, sections(rungs)), filled(session, TOLD, _told()):
        for message_id, total, *news in rows_of(session, _of_news()):
            found[message_id].add(_picked(*news), total)
        with filled(session, HEADS, list(_heads(world, people))):
            for message_id, total, task_id in rows_of(session, _of_late(world.on)):
                found[message_id].add(Pick(task_id, late), total)
    for message_id, total, task_id in rows_of(session, _of_waiting(world.on)):
        found[message_id].add(Pick(task_id, waiting), total)
    return found


def _heads(world: World, people: Iterable[int]) -> Iterator[dict[str, int]]:
    """Go through the units these people answer for, each with the person."""
    organisation = world.organisation
    pairs = {(post.unit_id, person) for person in people for post in organisation.posts_of(person)}
    for unit, person in sorted(pairs):
        if person in organisation.answering_for(unit):
            yield {"unit_id": unit, "person_id": person}


@cache
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
        SECTIONS.c.audience_step_id == func.coalesce(col(Escalation.audience_step_id), NO_STEP),
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


@cache
def _of_news() -> sa.Select[Any]:
    first = _first(TOLD, TOLD.c.position.desc(), TOLD.c.task_id, TOLD.c.news_id)
    return (
        sa.select(
            *(first.c.message_id, first.c.total, first.c.task_id, first.c.section),
            *(col(News.kind), col(News.detail), col(Escalation.step_id), col(Escalation.audience_step_id)),
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


@lru_cache(1)
def _of_late(on: dt.date) -> sa.Select[Any]:
    """Select what each is late with, as assignee or as who answers for the lead unit."""
    late = sa.select(READERS.c.message_id, col(Task.id).label("task_id"), col(Task.due_on)).where(is_late(on))
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


@lru_cache(1)
def _of_waiting(on: dt.date) -> sa.Select[Any]:
    """Select what waits for the decision of each and is not late."""
    waiting = (
        sa.select(READERS.c.message_id, col(Task.id).label("task_id"), col(Task.due_on))
        .join(Task, col(Task.assignee_id) == READERS.c.person_id)
        .where(among(Task.kind, DECISIONS), among(Task.state, URGED), col(Task.due_on) >= on)
    )
    return _by_due_date(waiting.subquery())


def _by_due_date(found: sa.Subquery) -> sa.Select[Any]:
    first = _first(found, found.c.due_on, found.c.task_id)
    return sa.select(first.c.message_id, first.c.total, first.c.task_id).order_by(
        first.c.message_id, first.c.place
    )
