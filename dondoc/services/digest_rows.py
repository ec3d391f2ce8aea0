"""What each digest of a batch shows: what was claimed for it, what is late, what waits.

Of each section the first ten are kept, and how many there are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy import String, and_, or_, type_coerce
from sqlalchemy.orm import aliased
from sqlmodel import col

from dondoc.services.statements import among
from models import URGED, Audience, Escalation, News, NewsKind, Step, Task, TaskKind
from notifications.digest import LINES_A_SECTION, Section

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Row

    from dondoc.services.world import World

T = TypeVar("T")

DECISIONS = (TaskKind.OPINION, TaskKind.APPROVAL, TaskKind.ACCEPTANCE)
"""Kinds of task that wait for somebody's decision."""

OWNERS = (Audience.ASSIGNEE, Audience.ASSIGNEE_AND_HEAD)
"""Audiences that see a late task among their own, every day; no line of its own tells them of the step."""

ROWS_AT_ONCE = 5_000
"""News read from the database in one go: a Director General may be owed a hundred thousand."""

audience_step = aliased(Step)


def is_late(on: dt.date) -> ColumnElement[bool]:
    """Return the condition of being overdue on a day; it follows from the due date and rests on no run."""
    return and_(among(Task.state, URGED), col(Task.due_on) < on)


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
    is_to_decide = and_(col(News.kind) == NewsKind.GIVEN, col(Task.kind).in_(DECISIONS))
    return or_(and_(is_step, step_matters), and_(~is_step, or_(~is_to_decide, is_urged)))


class Pick(NamedTuple):
    """A task to be shown in a section, and the news that is the reason, where it is one."""

    task_id: int
    section: Section
    news: NewsKind | None = None
    detail: str | None = None
    step_id: int | None = None
    passed: bool = False


@dataclass
class Picks:
    """What one digest shows, and how many there are in each section."""

    shown: list[Pick] = field(default_factory=list)
    totals: dict[Section, int] = field(default_factory=dict)

    def add(self, section: Section, found: Sequence[T], pick: Callable[[Section, T], Pick]) -> None:
        """Show the first of what was found for a section."""
        if found:
            self.shown += [pick(section, one) for one in found[:LINES_A_SECTION]]
            self.totals[section] = len(found)


def picks(world: World, messages: Mapping[int, int]) -> dict[int, Picks]:
    """Return what the digest of each person shows; `messages` gives the person of each message id.

    A late task whose climb to the person their digest tells is left out of what is late: somebody in several
    steps gets one line, the highest.
    """
    people = list(messages.values())
    found = {person: Picks() for person in people}
    late, waiting = _late(world, people), _waiting(world, people)
    steps = world.all_steps
    for message_id, rows in groupby(_claimed(world, list(messages)), key=attrgetter("message_id")):
        person = messages[message_id]
        told = _by_section(_highest(rows, steps), steps)
        climbed = chain(told[Section.CLIMBED], told[Section.WEEKLY])
        late[person].difference_update((row.due_on, row.task_id) for row in climbed)
        for section, news in told.items():
            found[person].add(section, news, _picked)
    for person in people:
        for section, tasks in ((Section.LATE, late[person]), (Section.WAITING, waiting[person])):
            found[person].add(section, sorted(tasks), lambda section, task: Pick(task[1], section))
    return found


def _claimed(world: World, message_ids: Sequence[int]) -> Iterator[Row[Any]]:
    """Go through the news claimed for these messages, message by message."""
    query = (
        sa.select(
            col(News.message_id),
            col(News.task_id),
            col(News.id),
            type_coerce(col(News.kind), String).label("kind"),
            col(News.detail),
            col(Escalation.step_id),
            col(News.audience_step_id),
            type_coerce(col(Task.kind), String).label("task_kind"),
            col(Task.due_on),
        )
        .select_from(News)
        .join(Task, col(Task.id) == News.task_id)
        .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
        .outerjoin(audience_step, col(audience_step.id) == News.audience_step_id)
        .where(col(News.message_id).in_(message_ids), still_matters(first_of_week=True))
        .order_by(col(News.message_id))
    )
    return iter(world.session.execute(query, execution_options={"yield_per": ROWS_AT_ONCE}))


def _highest(rows: Iterable[Row[Any]], steps: Mapping[int, Step]) -> list[Row[Any]]:
    """Keep of several steps of a task the highest, and any other news as they are; the highest come first."""
    positions = {step_id: step.position for step_id, step in steps.items()}
    best: dict[tuple[int, int], tuple[int, int, Row[Any]]] = {}
    for row in rows:
        rank = (positions.get(row.step_id, 0), row.id, row)
        key = (row.task_id, row.id if row.step_id is None else 0)
        best[key] = max(best.get(key, rank), rank)
    return [row for _, _, row in sorted(best.values(), key=lambda one: (-one[0], one[2].task_id, one[1]))]


def _by_section(told: Iterable[Row[Any]], steps: Mapping[int, Step]) -> dict[Section, list[Row[Any]]]:
    section_of = cache(partial(_section, steps))
    found: dict[Section, list[Row[Any]]] = {section: [] for section in Section}
    for row in told:
        section = section_of(row.kind, row.task_kind, row.step_id, row.audience_step_id)
        if section is not None:
            found[section].append(row)
    return found


def _section(
    steps: Mapping[int, Step], kind: str, task_kind: str, step_id: int, audience_step_id: int
) -> Section | None:
    """Return the section news belongs to; None for what late and waiting lines tell already."""
    to_decide = task_kind in DECISIONS
    if kind != NewsKind.ESCALATED:
        return None if to_decide and kind == NewsKind.GIVEN else Section.NEW
    audience = steps[audience_step_id]
    if to_decide and audience.audience is Audience.ASSIGNEE:
        return None
    if steps[step_id].working_days <= 0:
        return Section.DUE_SOON
    if audience.audience in OWNERS:
        return None
    return Section.WEEKLY if audience.weekly else Section.CLIMBED


def _picked(section: Section, row: Row[Any]) -> Pick:
    news = None if row.kind == NewsKind.ESCALATED else NewsKind(row.kind)
    return Pick(row.task_id, section, news, row.detail, row.step_id, row.step_id != row.audience_step_id)


def _late(world: World, people: Sequence[int]) -> dict[int, set[tuple[dt.date, int]]]:
    """Return due date and id of what each is late with, as assignee or as who answers for the lead unit."""
    found: dict[int, set[tuple[dt.date, int]]] = {person: set() for person in people}
    heads = heads_among(world, people)
    late = sa.select(col(Task.assignee_id), col(Task.lead_unit_id), col(Task.due_on), col(Task.id))
    late = late.where(is_late(world.on))
    for assignee, _, due_on, task_id in world.session.execute(late.where(col(Task.assignee_id).in_(people))):
        found[assignee].add((due_on, task_id))
    for _, unit, due_on, task_id in world.session.execute(late.where(col(Task.lead_unit_id).in_(heads))):
        for person in heads[unit]:
            found[person].add((due_on, task_id))
    return found


def _waiting(world: World, people: Sequence[int]) -> dict[int, list[tuple[dt.date, int]]]:
    """Return due date and id of what waits for the decision of each and is not late."""
    found: dict[int, list[tuple[dt.date, int]]] = {person: [] for person in people}
    query = (
        sa.select(col(Task.assignee_id), col(Task.due_on), col(Task.id))
        .where(among(Task.kind, DECISIONS), among(Task.state, URGED), col(Task.due_on).is_not(None))
        .where(col(Task.assignee_id).in_(people))
    )
    for assignee, due_on, task_id in world.session.execute(query):
        if due_on >= world.on:
            found[assignee].append((due_on, task_id))
    return found


def heads_among(world: World, people: Iterable[int]) -> dict[int, list[int]]:
    """Return the units these people answer for, and who of them does."""
    organisation = world.organisation
    pairs = {(post.unit_id, person) for person in people for post in organisation.posts_of(person)}
    found: dict[int, list[int]] = defaultdict(list)
    for unit, person in sorted(pairs):
        if person in organisation.answering_for(unit):
            found[unit].append(person)
    return found
