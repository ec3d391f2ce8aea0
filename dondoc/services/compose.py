"""Composing: a digest for each person who is owed one, written with its first delivery in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, union, update
from sqlmodel import col, select

from dondoc.services.digest_facts import digests
from dondoc.services.digest_rows import audience_step, is_late, still_matters
from dondoc.services.statements import insert_once
from dondoc.services.supersede import take_back_unsent
from dondoc.services.wording import templates
from models import (
    Channel,
    DailyRun,
    Delivery,
    DigestLine,
    Language,
    Message,
    MessageKind,
    News,
    Person,
    RunState,
    Step,
    Task,
)
from notifications.digest import render

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dondoc.services.attempt import Attempt
    from dondoc.services.faults import SetAside
    from dondoc.services.world import World
    from notifications.digest import Digest


def people_to_tell(world: World) -> list[int]:
    """Return everyone who is owed a digest on the world's day and has none yet.

    Owed one is who has news that was not told, is the assignee of a late task, or answers for its unit.
    """
    untold = (
        select(News.person_id)
        .join(Task, col(Task.id) == News.task_id)
        .outerjoin(audience_step, col(audience_step.id) == News.audience_step_id)
        .where(col(News.message_id).is_(None), col(News.happened_on) <= world.on)
        .where(still_matters(first_of_week(world)))
    )
    assignees = select(Task.assignee_id).where(is_late(world.on))
    owed: set[int] = set(world.session.execute(union(untold, assignees)).scalars())
    late_units = select(col(Task.lead_unit_id)).where(is_late(world.on)).distinct()
    for unit_id in world.session.exec(late_units):
        owed.update(world.organisation.answering_for(unit_id))
    has_one = select(col(Message.person_id)).where(
        Message.day == world.on, Message.kind == MessageKind.DIGEST
    )
    told: set[int] = set(world.session.execute(has_one).scalars())
    return sorted(owed - told)


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
    3. Read what was claimed, what is late and what waits, and put it in words; one that breaks is set aside,
       its news stay untold for the next digest.
    4. Write text, lines and the first delivery.
    """
    claimed = _claim_day(world, people, attempt)
    take_back_unsent(world, list(claimed.values()), attempt.now)
    _claim_news(world, list(claimed))
    written = 0
    for message_id, digest in digests(world, claimed, set_aside).items():
        try:
            with world.session.begin_nested():
                _write(world, message_id, claimed[message_id], digest, attempt.now)
        except Exception as error:  # noqa: BLE001 - one broken template or row must not silence the others
            set_aside(digest.person_name, error)
            _give_up(world, message_id)
        else:
            written += bool(digest.parts)
    return written


def _claim_day(world: World, people: Sequence[int], attempt: Attempt) -> dict[int, int]:
    """Insert an empty digest for each person, and return the person of each that is ours."""
    if not people:
        return {}
    languages = select(Person.id, Person.language).where(col(Person.id).in_(people))
    empty = {"day": world.on, "kind": MessageKind.DIGEST, "subject": "", "text": "", "html": ""}
    empty |= {"composed_at": attempt.now, "attempt": attempt.number}
    rows: list[dict[str, Any]] = [
        empty | {"person_id": person, "language": language}
        for person, language in world.session.exec(languages)
    ]
    ours = insert_once(world.session, Message).values(rows).returning(col(Message.id), col(Message.person_id))
    return {message: person for message, person in world.session.execute(ours)}  # noqa: C416 - rows are no pairs to mypy


def _claim_news(world: World, message_ids: Sequence[int]) -> None:
    waits_for_monday = select(Step.id).where(col(Step.weekly))
    statement = (
        update(News)
        .where(col(Message.id).in_(message_ids), col(Message.person_id) == News.person_id)
        .where(col(News.message_id).is_(None), col(News.happened_on) <= world.on)
        .values(message_id=Message.id)
        .execution_options(synchronize_session=False)
    )
    if not first_of_week(world):
        statement = statement.where(
            col(News.audience_step_id).is_(None) | col(News.audience_step_id).not_in(waits_for_monday)
        )
    world.session.execute(statement)


def _write(world: World, message_id: int, person_id: int, digest: Digest, now: dt.datetime) -> None:
    if not digest.parts:  # everything that was owed has lost its point since
        _give_up(world, message_id)
        return
    message = world.session.get_one(Message, message_id)
    said = render(digest, templates(Language(message.language)))
    message.subject, message.text, message.html = said.subject, said.text, said.html
    _record_lines(world, message_id, digest)
    channel = world.session.exec(
        select(Channel).where(Channel.person_id == person_id).order_by(col(Channel.position))
    ).first()
    address = None if channel is None else channel.address
    world.session.add(Delivery(message_id=message_id, position=1, address=address, next_try_at=now))


def _record_lines(world: World, message_id: int, digest: Digest) -> None:
    """Record which tasks the digest names in which section; several facts about one task are one record."""
    named = {(line.task_id, line.section): line.step_id for part in digest.parts for line in part.lines}
    world.session.add_all(
        DigestLine(message_id=message_id, task_id=task_id, section=section, step_id=step_id)
        for (task_id, section), step_id in named.items()
    )


def _give_up(world: World, message_id: int) -> None:
    """Leave the person's day free and the news untold."""
    told = update(News).where(col(News.message_id) == message_id).values(message_id=None)
    world.session.execute(told.execution_options(synchronize_session=False))
    world.session.execute(delete(Message).where(col(Message.id) == message_id))
