"""A day shared out on Prefect: other workers help the one that lives it, and nothing depends on them."""

# No deferred annotations: Prefect makes a model of a flow's parameters, and may not find their types later.

import datetime as dt
import time
from collections.abc import Iterable, Sequence
from typing import Any

from prefect import flow, get_client, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.filters import WorkerFilter, WorkerFilterStatus
from prefect.client.schemas.objects import State
from prefect.context import FlowRunContext
from prefect.deployments import run_deployment
from prefect.settings import PREFECT_CLIENT_MAX_RETRIES, temporary_settings
from prefect.states import Completed

from dondoc.services import daily, schedule, sharing
from dondoc.services.attempt import Attempt
from dondoc.workplace import Workplace, workplace

PATIENCE = 60.0
"""Seconds, longer than a department or a batch of digests takes: a run that tells nobody by then is lost."""


@task(task_run_name="sweep-{department}", cache_policy=NO_CACHE)
def sweep_if_free(work: Workplace, department: str, attempt: Attempt) -> int | State[Any]:
    """Raise what one department owes, unless somebody else is at it."""
    with work.sessions() as session:
        raised = sharing.sweep_if_free(session, department, attempt)
    return Completed(name="Skipped", message="Somebody else is at it.") if raised is None else raised


@task(cache_policy=NO_CACHE)
def compose_if_free(work: Workplace, people: Sequence[int], attempt: Attempt) -> int:
    """Compose the digests of those in one batch whom nobody else is at."""
    with work.sessions() as session:
        return sharing.compose_if_free(session, people, attempt)


@flow
def share_day(on: dt.date, attempt: int, now: dt.datetime) -> None:
    """Help the attempt at a day that began at `now`, from the far end; one that is over needs no help."""
    with workplace() as work:
        with work.sessions() as session:
            ours = sharing.join(session, on, attempt, now)
            departments = sharing.departments_left(session, ours) if ours else ()
        if ours is None:
            return
        sweep_what_is_free(work, ours, reversed(departments))
        if _composing_begins(work, ours):
            with work.sessions() as session:
                batches = daily.batches_to_tell(session, ours)
            compose_what_is_free(work, ours, reversed(batches))


def recruit(work: Workplace, attempt: Attempt) -> int:
    """Start a helper for every other worker of the pool that this run was taken from; return how many.

    Where there is no pool or no other worker, or where Prefect cannot, the day is lived alone.
    """
    context = FlowRunContext.get()
    pool = context.flow_run.work_pool_name if context and context.flow_run else None
    if pool is None or work.writers == 1:
        return 0
    try:
        with temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 0}):  # a helper is not worth a minute's asking
            helpers = _online(pool) - 1
            for _ in range(helpers):
                _start_helper(attempt)
    except Exception:  # noqa: BLE001 - whatever keeps helpers away must not keep the day from being lived
        get_run_logger().warning("The day is lived without helpers.", exc_info=True)
        return 0
    return helpers


def sweep_what_is_free(work: Workplace, attempt: Attempt, departments: Iterable[str]) -> None:
    """Sweep those of the departments that nobody is at; who breaks is left to the run itself."""
    for department in departments:
        with work.sessions() as session:
            is_free = sharing.is_free(session, department, attempt)
        if is_free:
            sweep_if_free(work, department, attempt, return_state=True)


def compose_what_is_free(work: Workplace, attempt: Attempt, batches: Iterable[Sequence[int]]) -> None:
    """Compose the digests that nobody is at; what breaks is left to the run itself."""
    for people in batches:
        with work.sessions() as session:
            free = sharing.free_people(session, people, attempt)
        if free:
            compose_if_free(work, free, attempt, return_state=True)


def _online(pool: str) -> int:
    online = WorkerFilter(status=WorkerFilterStatus(any_=["ONLINE"]))
    with get_client(sync_client=True) as client:
        return len(client.read_workers_for_work_pool(pool, worker_filter=online))


def _start_helper(attempt: Attempt) -> None:
    which = {"on": attempt.on.isoformat(), "attempt": attempt.number, "now": attempt.now.isoformat()}
    run_deployment(schedule.SHARING, parameters=which, timeout=0, as_subflow=False)


def _composing_begins(work: Workplace, attempt: Attempt) -> bool:
    """Wait until the run composes, but not for one that is over or lost; say whether it does."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with work.sessions() as session:
            if not sharing.is_open(session, attempt):
                return False
            if sharing.is_composing(session, attempt):
                return True
        time.sleep(1)
    return False
