"""What two processes gain over one: departments and digests of the worst day, shared out on PostgreSQL.

`python bench/workers.py [TASKS …]`. The limit of each line is one process alone on a copy of the same nation;
starting processes and Prefect's part are left out, so this is the most that sharing a day could save.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import databases
import nation
from dondoc import db
from dondoc.services import daily

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dondoc.services.attempt import Attempt

DEFAULT_SIZES = (10_000,)
WORKERS = 2
NOW = dt.datetime.combine(nation.TODAY, dt.time(), dt.UTC)


def sweep(url: str, departments: Sequence[str]) -> None:
    """Sweep some departments, each in its own transaction."""
    with databases.engine_of(url) as engine:
        with db.session(engine) as session:
            attempt = _attempt(daily.open_day(session, nation.TODAY, NOW))
        for department in departments:
            with db.session(engine) as session:
                daily.sweep_department(session, department, attempt)


def compose(url: str, batches: Sequence[Sequence[int]]) -> None:
    """Compose some batches of digests, each in its own transaction."""
    with databases.engine_of(url) as engine:
        with db.session(engine) as session:
            attempt = _attempt(daily.open_day(session, nation.TODAY, NOW))
        for people in batches:
            with db.session(engine) as session:
                daily.compose_digests(session, people, attempt)


def _attempt(opening: daily.Opening) -> Attempt:
    if opening.attempt is None:
        raise ValueError(opening.reason)
    return opening.attempt


def live(url: str, workers: int) -> dict[str, float]:
    """Live the day with its parts shared out among so many processes; return the seconds of each phase."""
    with databases.engine_of(url) as engine, ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        list(pool.map(databases.migrated, [url] * workers))  # everybody is started and has imported
        with db.session(engine) as session:
            opening = daily.open_day(session, nation.TODAY, NOW)
        swept = _seconds(pool, sweep, url, opening.departments, workers)
        with db.session(engine) as session:
            batches = daily.batches_to_tell(session, _attempt(opening))
        return {"sweep": swept, "compose": _seconds(pool, compose, url, batches, workers)}


def _seconds(
    pool: ProcessPoolExecutor, work: Callable[..., None], url: str, parts: Sequence[object], workers: int
) -> float:
    start = time.perf_counter()
    list(pool.map(work, [url] * workers, [parts[number::workers] for number in range(workers)]))
    return time.perf_counter() - start


def main(sizes: list[int]) -> None:
    """Measure every size."""
    for tasks in sizes:
        with databases.postgres_server() as server:
            url = databases.migrated(databases.create_postgres(server))
            with databases.engine_of(url) as engine, db.session(engine) as session:
                nation.populate(session, tasks)
            alone, shared = (live(databases.create_postgres(server, url), n) for n in (1, WORKERS))
        for phase, seconds in shared.items():
            line = {
                "case": f"{phase} by {WORKERS} processes",
                "database": "postgresql",
                "tasks": tasks,
                "seconds": round(seconds, 2),
                "limit_seconds": round(alone[phase], 2),
                "ratio": round(seconds / alone[phase], 2),
                "peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
            }
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(DEFAULT_SIZES))
