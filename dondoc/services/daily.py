"""The daily run, phase by phase: open the day, sweep each department, compose, deliver, close the day.

Each function is one transaction of its caller; the flow and the fast-forward call them in the same order.
Every phase can be repeated, run twice at once or killed: what is done is found done.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import exists
from sqlmodel import col, select

from dondoc.i18n import N_
from dondoc.services import compose, outbox
from dondoc.services.abreast import abreast
from dondoc.services.attempt import Attempt
from dondoc.services.day_report import DayReport, Noted, day_report, failures, listed
from dondoc.services.faults import COMPOSING, set_aside_in, sweep_of
from dondoc.services.lived_days import (
    attempts_at,
    day_before_the_preview,
    days_made_up,
    last_completed,
    last_worked,
)
from dondoc.services.periods import open_ended_periods
from dondoc.services.situations import due_for_a_look
from dondoc.services.statements import insert_once, look_over
from dondoc.services.sweep import sweep
from dondoc.services.uncollected import uncollected
from dondoc.services.world import World
from models import DailyRun, Escalation, News, RunState, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from sqlmodel import Session

    from dondoc.services.faults import Part
    from dondoc.services.outbox import Carriers, Sessions

BATCH = 1000
"""People whose digests are composed in one transaction."""


@dataclass(frozen=True)
class Opening:
    """What there is to do on a day: without an attempt nothing, for the reason given (a message id)."""

    attempt: Attempt | None
    days_worked: tuple[dt.date, ...] = ()
    departments: tuple[str, ...] = ()
    reason: str = ""

    def idle(self, on: dt.date) -> DayReport:
        """Return the report of a day on which nothing is to do."""
        return DayReport(on=on, skipped=(Noted(on.isoformat(), self.reason),))


def open_day(session: Session, on: dt.date, now: dt.datetime) -> Opening:
    """Begin an attempt at the day: open the ended periods of standing duties, find the departments to sweep.

    Nothing is to do on a non-working day, which is recorded, and before the last completed day. Whether it is
    worked is what the calendar says now: a decision may have come since the day was last run.
    """
    last = last_completed(session)
    if last is not None and on < last:
        return Opening(None, reason=N_("A later day has been run already."))
    world = World(session, on)
    run = _row(session, world, now)
    if not world.calendar.is_working(on):
        if run.completed_at is None:
            _complete(run, RunState.COMPLETED, now)
        return Opening(None, reason=N_("It is not a working day."))
    is_done = run.working_day and run.completed_at is not None
    days_worked = () if is_done else days_made_up(world, last_worked(world))
    run.working_day = True
    run.attempts += 1
    attempt = Attempt(on, run.attempts, now, world.complete())
    open_ended_periods(world, set_aside_in(session, attempt))
    return Opening(attempt, days_worked, departments_due(world))


@uncollected()
def sweep_department(session: Session, department: str, attempt: Attempt) -> int:
    """Raise what one department owes and return how many steps; what breaks in it is set aside.

    It is decided by the calendar and the ladders of the moment: a decision may have come since the day began.
    """
    world = attempt.world.as_they_are(session)
    department_id = session.exec(select(Unit.id).where(Unit.code == department)).one()
    return sweep(world, department_id, attempt, set_aside_in(session, attempt))


def batches_to_tell(session: Session, attempt: Attempt) -> list[Sequence[int]]:
    """Return the people who are owed a digest, in batches of one transaction each.

    Who holds no post any more is told nothing: what stands in a digest is for those who serve.
    """
    look_over(session, News, Escalation)
    owed = compose.people_to_tell(attempt.world.in_transaction(session))
    people = [person for person in owed if attempt.world.organisation.serves(person)]
    return [people[start : start + BATCH] for start in range(0, len(people), BATCH)]


@uncollected()
def compose_digests(session: Session, people: Sequence[int], attempt: Attempt) -> int:
    """Compose the digests of one batch and return how many there are."""
    return compose.compose(
        attempt.world.in_transaction(session), people, attempt, set_aside_in(session, attempt)
    )


def close_day(session: Session, attempt: Attempt) -> RunState:
    """Complete the day; it partly failed where something was set aside or a message did not leave."""
    run = session.get_one(DailyRun, attempt.on, with_for_update=True)
    _complete(
        run,
        RunState.PARTLY_FAILED if failures(session, attempt.on, {attempt.number}) else RunState.COMPLETED,
        attempt.now,
    )
    return run.state


def run_day(
    sessions: Sessions,
    carriers: Carriers | None,
    on: dt.date,
    clock: Callable[[], dt.datetime],
    at_once: int = 1,
) -> DayReport:
    """Live one day, and list what was raised."""
    report = live_day(sessions, carriers, on, clock, at_once)
    with sessions() as session:
        return listed(session, report)


def live_day(
    sessions: Sessions,
    carriers: Carriers | None,
    on: dt.date,
    clock: Callable[[], dt.datetime],
    at_once: int = 1,
) -> DayReport:
    """Live one day from end to end, as the flow does; without `carriers` nothing is delivered.

    Of its departments and batches `at_once` are worked at together, each in a session of its own.
    """
    with sessions() as session:
        opening = open_day(session, on, clock())
    attempt = opening.attempt
    if attempt is None:
        return opening.idle(on)
    sweep_all(sessions, attempt, opening.departments, at_once)
    compose_all(sessions, attempt, at_once)
    if carriers is not None:
        outbox.deliver(sessions, carriers, clock)
    with sessions() as session:
        close_day(session, attempt)
        return day_report(session, on, {attempt.number}, opening.days_worked)


def preview(session: Session, on: dt.date, now: dt.datetime, today: dt.date | None) -> DayReport:
    """Answer what the run of a day would do, and leave nothing behind; of a day that was run, what it did.

    Every working day from `today` until then is lived through in a savepoint that is rolled back: the real
    code answers. Days missed before `today` cannot be run any more; the first day lived makes up for them.
    In a simulated folder `today` is None: no day has been missed there, all since the last run are lived.
    """
    last = last_completed(session)
    if last is not None and on <= last:
        return listed(session, day_report(session, on, attempts_at(session, on)))

    @contextmanager
    def same_session() -> Iterator[Session]:
        yield session

    world = World(session, on)
    with session.begin_nested() as trial:
        report = DayReport(on=on)
        for day in days_made_up(world, day_before_the_preview(session, on, today, last)):
            report = run_day(same_session, None, day, lambda: now)
        trial.rollback()
    return report if report.on == on else DayReport(on=on)


def sweep_all(sessions: Sessions, attempt: Attempt, departments: Sequence[str], at_once: int = 1) -> None:
    """Sweep departments, `at_once` of them together; one that breaks as a whole is set aside."""

    def swept(department: str) -> None:
        with _contained(sessions, attempt, sweep_of(department)) as session:
            sweep_department(session, department, attempt)

    abreast(swept, departments, at_once)


def compose_all(sessions: Sessions, attempt: Attempt, at_once: int = 1) -> None:
    """Compose for everybody who is owed a digest, `at_once` batches together, or set a batch aside."""

    def composed(people: Sequence[int]) -> None:
        with _contained(sessions, attempt, COMPOSING) as session:
            compose_digests(session, people, attempt)

    with sessions() as session:
        batches = batches_to_tell(session, attempt)
    abreast(composed, batches, at_once)


@contextmanager
def _contained(sessions: Sessions, attempt: Attempt, part: Part) -> Iterator[Session]:
    """Give a transaction; if it breaks, set that part of the run aside and go on with the others."""
    try:
        with sessions() as session:
            yield session
    except Exception as error:  # noqa: BLE001 - whatever breaks one part must not stop the others
        with sessions() as session:
            set_aside_in(session, attempt)(part.kind, part.what, error)


def _row(session: Session, world: World, now: dt.datetime) -> DailyRun:
    first = insert_once(session, DailyRun).values(
        on=world.on,
        working_day=world.calendar.is_working(world.on),
        state=RunState.RUNNING,
        started_at=now,
        attempts=0,
    )
    session.execute(first)
    return session.get_one(DailyRun, world.on, with_for_update=True)


def departments_due(world: World) -> tuple[str, ...]:
    """Return the departments with tasks whose next look has come, in the order of their codes."""
    is_due = exists().where(due_for_a_look(world, col(Unit.id)))
    return tuple(world.session.exec(select(Unit.code).where(is_due).order_by(Unit.code)))


def _complete(run: DailyRun, state: RunState, now: dt.datetime) -> None:
    run.state = state
    run.completed_at = now
