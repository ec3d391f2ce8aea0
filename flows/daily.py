"""The daily run on Prefect: open the day, sweep each department, compose, deliver, close the day."""

# No deferred annotations: Prefect makes a model of a flow's parameters, and may not find their types later.

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Failed

from dondoc import clock
from dondoc.services import daily, faults, sharing
from dondoc.services.abreast import abreast
from dondoc.services.attempt import Attempt
from dondoc.services.day_report import DayReport, day_report
from dondoc.services.outcome import sentences
from dondoc.workplace import Workplace, workplace
from flows.alarm import tell_operator
from flows.sharing import compose_what_is_free, recruit, sweep_what_is_free

Clock = Callable[[], dt.datetime]


@task(task_run_name="sweep-{department}", retries=1, cache_policy=NO_CACHE)
def sweep(work: Workplace, department: str, attempt: Attempt) -> int:
    """Raise what one department owes, in one transaction."""
    with work.sessions() as session:
        return daily.sweep_department(session, department, attempt)


@task(retries=1, cache_policy=NO_CACHE)
def compose(work: Workplace, people: Sequence[int], attempt: Attempt) -> int:
    """Compose the digests of one batch of people, in one transaction."""
    with work.sessions() as session:
        return daily.compose_digests(session, people, attempt)


@task(retries=1, cache_policy=NO_CACHE)
def deliver(work: Workplace, now: Clock) -> int:
    """Send what the outbox holds."""
    return work.deliver(now)


@flow(on_failure=[tell_operator], on_crashed=[tell_operator])
def daily_run(on: dt.date | None = None) -> DayReport | State[Any]:
    """Live one day, by default today, and report it; a day that partly failed ends in a failed state."""
    day = on or clock.today()
    with workplace() as work:
        report = _live(work, day, work.clock_on(day))
        language = work.settings.language
    return Failed(data=report, message="\n".join(sentences(report, language))) if report.failed else report


def _live(work: Workplace, day: dt.date, now: Clock) -> DayReport:
    with work.sessions() as session:
        opening = daily.open_day(session, day, now())
    attempt = opening.attempt
    if attempt is None:
        return opening.idle(day)
    is_shared = recruit(work, attempt) > 0
    _sweep_all(work, attempt, _departments(work, attempt, opening.departments, is_shared=is_shared))
    _compose_all(work, attempt, _batches(work, attempt, is_shared=is_shared))
    _contain(work, attempt, faults.DELIVERY, deliver(work, now, return_state=True))
    with work.sessions() as session:
        daily.close_day(session, attempt)
        return day_report(session, day, {attempt.number}, opening.days_worked)


def _sweep_all(work: Workplace, attempt: Attempt, departments: Sequence[str]) -> None:
    def swept(department: str) -> None:
        part = faults.sweep_of(department)
        _contain(work, attempt, part, sweep(work, department, attempt, return_state=True))

    abreast(swept, departments, work.writers)


def _compose_all(work: Workplace, attempt: Attempt, batches: Sequence[Sequence[int]]) -> None:
    def composed(people: Sequence[int]) -> None:
        _contain(work, attempt, faults.COMPOSING, compose(work, people, attempt, return_state=True))

    abreast(composed, batches, work.writers)


def _departments(
    work: Workplace, attempt: Attempt, departments: Sequence[str], *, is_shared: bool
) -> Sequence[str]:
    """Return the departments to sweep; where others help, those that are left when all were tried."""
    if not is_shared:
        return departments
    sweep_what_is_free(work, attempt, departments)
    with work.sessions() as session:
        return sharing.departments_left(session, attempt)


def _batches(work: Workplace, attempt: Attempt, *, is_shared: bool) -> list[Sequence[int]]:
    """Return the people to tell in batches: where others help, those who are left when all were tried."""
    with work.sessions() as session:
        batches = daily.batches_to_tell(session, attempt)
    if not is_shared:
        return batches
    compose_what_is_free(work, attempt, batches)
    with work.sessions() as session:
        return daily.batches_to_tell(session, attempt)


def _contain(work: Workplace, attempt: Attempt, part: faults.Part, state: State[Any]) -> None:
    """Set aside a part of the run that failed, so that the others are done."""
    if not state.is_completed():
        with work.sessions() as session:
            set_aside = faults.set_aside_in(session, attempt)
            set_aside(part.kind, part.what, state.result(raise_on_failure=False))
