"""What one attempt at a day did: for `run daily --json`, the operator and the dry run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, func, select

from dondoc.i18n import N_
from dondoc.services.statements import rows_of
from models import (
    Delivery,
    DeliveryState,
    Escalation,
    Fault,
    FaultKind,
    Message,
    MessageKind,
    News,
    Person,
    Step,
    Task,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from sqlmodel import Session

STUCK = (
    select(Person.code, col(Delivery.answer), col(Delivery.state))
    .join(Message, col(Message.id) == Delivery.message_id)
    .join(Person, col(Person.id) == Message.person_id)
    .where(Message.day == bindparam("day"), Message.kind == MessageKind.DIGEST, Delivery.attempts > 0)
    .where(col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.FAILED)))
    .order_by(Person.code)
)
NotedKind = FaultKind | DeliveryState
"""What kind of thing failed: something set aside, or a message that did not leave, by its state."""


@dataclass(frozen=True)
class Raised:
    """A step raised for a task: the day it was due, and whom it tells (codes)."""

    task: str
    step: str
    due_on: dt.date
    people: tuple[str, ...]


@dataclass(frozen=True)
class Noted:
    """Something skipped or failed (a code or a name), and why (a message id, or what the system said)."""

    what: str
    reason: str
    kind: NotedKind | None = None


@dataclass(frozen=True)
class DayReport:
    """The fields of contract.md's `run daily --json`, how many steps, and the attempts that raised them."""

    on: dt.date
    days_worked: tuple[dt.date, ...] = ()
    steps: int = 0
    attempts: tuple[int, ...] = ()
    raised: tuple[Raised, ...] = ()
    messages: int = 0
    skipped: tuple[Noted, ...] = ()
    failed: tuple[Noted, ...] = ()


def day_report(
    session: Session, on: dt.date, attempts: Collection[int], days_worked: Sequence[dt.date] = ()
) -> DayReport:
    """Gather what these attempts at a day raised, composed, skipped and set aside."""
    composed = select(func.count()).where(Message.day == on, col(Message.attempt).in_(attempts))
    steps = select(func.count()).where(Escalation.raised_on == on, col(Escalation.attempt).in_(attempts))
    return DayReport(
        on=on,
        days_worked=tuple(days_worked),
        steps=session.exec(steps).one(),
        attempts=tuple(sorted(attempts)),
        messages=session.exec(composed).one(),
        skipped=tuple(_without_channel(session, on, attempts)),
        failed=tuple(failures(session, on, attempts)),
    )


def listed(session: Session, report: DayReport) -> DayReport:
    """Return the report with the steps it counts, each with whom it tells."""
    return replace(report, raised=tuple(_raised(session, report.on, report.attempts)))


def failures(session: Session, on: dt.date, attempts: Collection[int]) -> list[Noted]:
    """Return what the attempts set aside, and the messages of its day that could not leave yet."""
    faults = select(Fault.what, Fault.reason, Fault.kind).where(
        Fault.on == on, col(Fault.attempt).in_(attempts)
    )
    found = [Noted(*fault) for fault in session.exec(faults.order_by(col(Fault.id)))]
    return list(dict.fromkeys([*found, *stuck(session, on)]))


def stuck(session: Session, on: dt.date) -> list[Noted]:
    """Return whose digest of a day could not leave by a channel, with what the server said."""
    return [Noted(code, answer or "", state) for code, answer, state in rows_of(session, STUCK, day=on)]


def _raised(session: Session, on: dt.date, attempts: Collection[int]) -> list[Raised]:
    steps = (
        select(col(Escalation.id), col(Task.code), col(Step.code), col(Escalation.due_on))
        .join(Task, col(Task.id) == Escalation.task_id)
        .join(Step, col(Step.id) == Escalation.step_id)
        .where(Escalation.raised_on == on, col(Escalation.attempt).in_(attempts))
        .order_by(col(Task.code), col(Step.position))
    )
    people = _people(session, on, attempts)
    return [Raised(task, step, due, tuple(people[number])) for number, task, step, due in session.exec(steps)]


def _people(session: Session, on: dt.date, attempts: Collection[int]) -> dict[int, list[str]]:
    query = (
        select(News.escalation_id, Person.code)
        .join(Escalation, col(Escalation.id) == News.escalation_id)
        .join(Person, col(Person.id) == News.person_id)
        .where(Escalation.raised_on == on, col(Escalation.attempt).in_(attempts))
        .order_by(Person.code)
    )
    people: dict[int, list[str]] = defaultdict(list)
    for escalation_id, code in session.exec(query):
        people[escalation_id or 0].append(code)
    return people


def _without_channel(session: Session, on: dt.date, attempts: Collection[int]) -> list[Noted]:
    query = (
        select(Person.code)
        .join(Message, col(Message.person_id) == Person.id)
        .join(Delivery, col(Delivery.message_id) == Message.id)
        .where(Message.day == on, col(Message.attempt).in_(attempts))
        .where(col(Delivery.address).is_(None), Delivery.position == 1)
        .order_by(Person.code)
    )
    reason = N_("No channel: a slip is printed for the unit's office.")
    return [Noted(code, reason) for code in session.exec(query)]
