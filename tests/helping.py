"""A day shared out as `flows/` does it, without Prefect: for processes of tests and of measurements."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dondoc.services import daily, sharing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dondoc.services.attempt import Attempt
    from dondoc.services.outbox import Sessions


def help_out(sessions: Sessions, attempt: Attempt) -> None:
    """Take what nobody is at, from the far end."""
    sweep_what_is_free(sessions, attempt, reversed(departments(sessions, attempt)))
    while not _is_composing(sessions, attempt):
        time.sleep(0.05)
    compose_what_is_free(sessions, attempt, reversed(batches(sessions, attempt)))


def sweep_all(sessions: Sessions, attempt: Attempt) -> None:
    """Take what nobody is at, from the front, then do what is left."""
    sweep_what_is_free(sessions, attempt, departments(sessions, attempt))
    for department in departments(sessions, attempt):
        with sessions() as session:
            daily.sweep_department(session, department, attempt)


def compose_all(sessions: Sessions, attempt: Attempt) -> None:
    """Compose for those at whom nobody is, from the front, then for whoever is left."""
    compose_what_is_free(sessions, attempt, batches(sessions, attempt))
    for people in batches(sessions, attempt):
        with sessions() as session:
            daily.compose_digests(session, people, attempt)


def departments(sessions: Sessions, attempt: Attempt) -> Sequence[str]:
    """Return the departments that are still due."""
    with sessions() as session:
        return sharing.departments_left(session, attempt)


def batches(sessions: Sessions, attempt: Attempt) -> Sequence[Sequence[int]]:
    """Return those who are still owed a digest."""
    with sessions() as session:
        return daily.batches_to_tell(session, attempt)


def sweep_what_is_free(sessions: Sessions, attempt: Attempt, departments: Iterable[str]) -> None:
    """Sweep those departments at which nobody is."""
    for department in departments:
        with sessions() as session:
            sharing.sweep_if_free(session, department, attempt)


def compose_what_is_free(sessions: Sessions, attempt: Attempt, batches: Iterable[Sequence[int]]) -> None:
    """Compose the digests of those at whom nobody is."""
    for people in batches:
        with sessions() as session:
            sharing.compose_if_free(session, people, attempt)


def _is_composing(sessions: Sessions, attempt: Attempt) -> bool:
    """Say whether digests may be composed; where the day was closed already, there is nothing to wait for."""
    with sessions() as session:
        return sharing.is_composing(session, attempt) or not sharing.is_open(session, attempt)
