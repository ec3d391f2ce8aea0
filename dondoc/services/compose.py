"""Composing: a digest for each person who is owed one, written with its first delivery in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import and_, exists, join, literal, or_, update
from sqlmodel import col, select

from dondoc.services.digest_facts import digests
from dondoc.services.digest_writing import Worded, give_up, write
from dondoc.services.scratch import READERS, filled
from dondoc.services.statements import insert_once, rows_of, table_of
from dondoc.services.supersede import take_back_unsent
from dondoc.services.wording import templates
from dondoc.services.worth_telling import is_late, still_matters
from models import (
    DailyRun,
    Escalation,
    FaultKind,
    Message,
    MessageKind,
    News,
    Person,
    RunState,
    Task,
    Unit,
    UtcDateTime,
)
from notifications.digest import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from dondoc.services.attempt import Attempt
    from dondoc.services.faults import SetAside
    from dondoc.services.world import World
    from notifications.digest import Digest


MESSAGES, NEWS = table_of(Message), table_of(News)


def people_to_tell(world: World) -> list[int]:
    """Return everyone who is owed a digest on the world's day and has none yet.

    Owed one is who has news that was not told, is the assignee of a late task, or answers for its unit.
    """
    has_news = exists().where(col(News.person_id) == Person.id, _untold(world))
    is_late_with = exists().where(col(Task.assignee_id) == Person.id, is_late(world.on))
    owed_people = sa.select(col(Person.id)).where(or_(has_news, is_late_with))
    owed = set(world.session.execute(owed_people).scalars())
    late_unit = exists().where(col(Task.lead_unit_id) == Unit.id, is_late(world.on))
    for unit_id in world.session.execute(sa.select(col(Unit.id)).where(late_unit)).scalars():
        owed.update(world.organisation.answering_for(unit_id))
    has_one = sa.select(col(Message.person_id)).where(
        col(Message.day) == world.on, col(Message.kind) == MessageKind.DIGEST
    )
    return sorted(owed.difference(world.session.execute(has_one).scalars()))


def _untold(world: World) -> ColumnElement[bool]:
    """Return the condition of news to be told today: what a quiet task has climbed waits for its return."""
    worth_telling = still_matters(world, first_of_week=first_of_week(world))
    told_of = join(Task, Escalation, col(Escalation.id) == News.escalation_id, isouter=True)
    worth = select(Task.id).select_from(told_of).where(col(Task.id) == News.task_id, worth_telling)
    return and_(
        col(News.message_id).is_(None),
        col(News.happened_on) <= world.on,
        worth.correlate(News).exists(),
    )


def first_of_week(world: World) -> bool:
    """Say whether no working day's run of this week was completed before the world's day."""
    earlier = select(col(DailyRun.on)).where(
        col(DailyRun.working_day),
        col(DailyRun.state) != RunState.RUNNING,
        col(DailyRun.on) < world.on,
    )
    last = world.session.exec(earlier.order_by(col(DailyRun.on).desc())).first()
    return last is None or last.isocalendar()[:2] != world.on.isocalendar()[:2]


def compose(world: World, people: Sequence[int], attempt: Attempt, set_aside: SetAside) -> int:
    """Compose the digests of these people in the caller's transaction and return how many there are now.

    1. Claim each person's day; whoever has a digest already is left out, the database decides.
    2. Take back what an earlier day's digest did not deliver, and claim all untold news for the new one.
    3. Read what was claimed, what is late and what waits, and put it in words.
    4. Write text, lines and the first delivery.

    What breaks in words or in writing is set aside; its news stay untold for the next digest.
    """
    claimed = _claim_day(world, people, attempt)
    readers = [{"person_id": person, "message_id": message} for message, person in claimed.items()]
    with filled(world.session, READERS, readers):
        take_back_unsent(world, attempt.now)
        _claim_news(world)
        made = digests(world, claimed, set_aside)
    worded: list[Worded] = []
    for message_id, digest in made.items():
        if not digest.parts:  # everything that was owed has lost its point since
            give_up(world, message_id)
        elif one := _word(world, message_id, claimed[message_id], digest, set_aside):
            worded.append(one)
    return write(world, worded, attempt.now, set_aside)


def _word(
    world: World, message_id: int, person_id: int, digest: Digest, set_aside: SetAside
) -> Worded | None:
    try:
        said = render(digest, templates(digest.language))
    except Exception as error:  # noqa: BLE001 - one broken template or row must not silence the others
        set_aside(FaultKind.TEMPLATE, digest.person_name, error)
        give_up(world, message_id)
        return None
    return Worded(message_id, person_id, digest, said)


def _claim_day(world: World, people: Sequence[int], attempt: Attempt) -> dict[int, int]:
    """Insert an empty digest for each person, and return the person of each that is ours."""
    empty = {"day": world.on, "kind": MessageKind.DIGEST.value, "subject": "", "text": "", "html": ""}
    empty |= {"attempt": attempt.number}
    digests = sa.select(
        col(Person.id),
        col(Person.language),
        literal(attempt.now, UtcDateTime()),
        *map(literal, empty.values()),
    ).where(col(Person.id).in_(people))
    digests = digests.order_by(col(Person.id))  # all in one order: of two at once one waits, never both
    columns = ["person_id", "language", "composed_at", *empty]
    ours = insert_once(world.session, MESSAGES).from_select(columns, digests)
    claimed = rows_of(world.session, ours.returning(MESSAGES.c.id, MESSAGES.c.person_id))
    return {message: person for message, person in claimed}  # noqa: C416 - rows are no pairs to mypy


def _claim_news(world: World) -> None:
    """Let today's digests of the readers tell everything they are owed that is worth telling."""
    message = sa.select(READERS.c.message_id).where(READERS.c.person_id == News.person_id)
    statement = (
        update(NEWS)
        .where(col(News.person_id).in_(sa.select(READERS.c.person_id)), _untold(world))
        .values(message_id=message.scalar_subquery())
    )
    rows_of(world.session, statement)
