"""What a helper gains: departments and digests of the worst day on PostgreSQL, shared out as a run does it.

`python bench/workers.py [TASKS …]`. Both take what nobody is at, the run from the front and the helper from
the far end, and the run then does what is left. The limit of each line is one process alone on a copy of the
same nation. Starting processes and Prefect's part are left out: this is the most that sharing a day can save.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

import databases
import helping
import nation
import stages
from dondoc import db
from dondoc.services import daily, sharing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dondoc.services.attempt import Attempt

DEFAULT_SIZES = (10_000,)
WORKERS = 2
ROUNDS = 2
"""Of each the quickest counts: the first is met by a database that has just begun."""
NOW = dt.datetime.combine(nation.TODAY, dt.time(), dt.UTC)


def run(url: str) -> tuple[float, float, int]:
    """Live the day as the run does; return the seconds of sweeping and of composing, and the peak memory."""
    with databases.engine_of(url) as engine:
        sessions, attempt = partial(db.session, engine), _joined(engine)
        start = time.perf_counter()
        helping.sweep_all(sessions, attempt)
        swept = time.perf_counter()
        helping.compose_all(sessions, attempt)
        return swept - start, time.perf_counter() - swept, stages.peak()


def help_out(url: str) -> None:
    """Help the run."""
    with databases.engine_of(url) as engine:
        helping.help_out(partial(db.session, engine), _joined(engine))


def _joined(engine: Engine) -> Attempt:
    with db.session(engine) as session:
        attempt = sharing.join(session, nation.TODAY, 1, NOW)
    if attempt is None:
        raise ValueError(nation.TODAY)
    return attempt


def live(url: str, workers: int) -> tuple[float, float, int]:
    """Live the day on a database with so many processes, and return what the run says of it."""
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        list(pool.map(databases.migrated, [url] * workers))  # everybody is started and has imported
        with databases.engine_of(url) as engine, db.session(engine) as session:
            daily.open_day(session, nation.TODAY, NOW)
        lived = pool.submit(run, url)
        helpers = [pool.submit(help_out, url) for _ in range(workers - 1)]
        for helper in helpers:
            helper.result()
        return lived.result()


def main(sizes: list[int]) -> None:
    """Measure every size."""
    for tasks in sizes:
        with stages.postgresql() as stage:
            with databases.engine_of(stage.url) as engine, db.session(engine) as session:
                nation.populate(session, tasks)
            stage.analyse()
            lived = [(live(stage.copy(), 1), live(stage.copy(), WORKERS)) for _ in range(ROUNDS)]
        for place, phase in enumerate(("sweep", "compose")):
            limit, seconds = (min(one[place] for one in kind) for kind in zip(*lived, strict=True))
            peak = max(shared[-1] for _, shared in lived)
            case = f"{phase} by {WORKERS} processes"
            stages.Measured(case, "postgresql", tasks, seconds, limit, peak).print()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(DEFAULT_SIZES))
