"""Sharing a day out: whoever helps takes what nobody is at, and the run that lives the day does the rest.

A department, or a person to tell, is taken by a lock on its row, which the database lets go of by itself when
the transaction ends or its process dies. Nothing depends on a helper: what it leaves undone is found undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists
from sqlmodel import col, select

from dondoc.services import daily
from dondoc.services.attempt import Attempt
from dondoc.services.situations import due_for_a_look
from dondoc.services.world import World, keep_surroundings
from models import DailyRun, Message, MessageKind, Person, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlmodel import Session


def join(session: Session, on: dt.date, number: int, now: dt.datetime) -> Attempt | None:
    """Return the attempt that began at `now` for a helper to work at; None where it is over."""
    attempt = Attempt(on, number, now, World(session, on))
    if not is_open(session, attempt):
        return None
    attempt.world.complete()
    return attempt


def is_open(session: Session, attempt: Attempt) -> bool:
    """Say whether the attempt is the day's last one and has not closed the day."""
    run = session.get(DailyRun, attempt.on)
    return (
        run is not None
        and run.attempts == attempt.number
        and (run.completed_at is None or run.completed_at < attempt.now)
    )


def is_composing(session: Session, attempt: Attempt) -> bool:
    """Say whether the attempt has composed a digest: then every department was swept."""
    composed = select(Message.id).where(
        Message.day == attempt.on, Message.kind == MessageKind.DIGEST, Message.attempt == attempt.number
    )
    return session.exec(composed.limit(1)).first() is not None


def departments_left(session: Session, attempt: Attempt) -> tuple[str, ...]:
    """Return the departments that are still due for a look, whoever is at them."""
    return daily.departments_due(attempt.world.in_transaction(session))


def is_free(session: Session, department: str, attempt: Attempt) -> bool:
    """Take a department until the transaction ends; say whether it is due and nobody was at it."""
    keep_surroundings(session)
    is_due = exists().where(due_for_a_look(attempt.world, col(Unit.id)))
    free = select(Unit.id).where(Unit.code == department, is_due)
    taken = free.with_for_update(key_share=True, skip_locked=True)
    return is_open(session, attempt) and session.exec(taken).first() is not None


def sweep_if_free(session: Session, department: str, attempt: Attempt) -> int | None:
    """Sweep a department as the run does; None where somebody is at it or was before."""
    return (
        daily.sweep_department(session, department, attempt)
        if is_free(session, department, attempt)
        else None
    )


def free_people(session: Session, people: Sequence[int], attempt: Attempt) -> Sequence[int]:
    """Take those of the people who have no digest of the day and whom nobody is at; return them."""
    has_one = exists().where(
        col(Message.person_id) == Person.id,
        col(Message.day) == attempt.on,
        col(Message.kind) == MessageKind.DIGEST,
    )
    free = select(Person.id).where(col(Person.id).in_(people), ~has_one).order_by(col(Person.id))
    taken = free.with_for_update(key_share=True, skip_locked=True)
    return session.exec(taken).all() if is_open(session, attempt) else ()


def compose_if_free(session: Session, people: Sequence[int], attempt: Attempt) -> int:
    """Compose the digests of those whom nobody is at, and return how many."""
    free = free_people(session, people, attempt)
    return daily.compose_digests(session, free, attempt) if free else 0
