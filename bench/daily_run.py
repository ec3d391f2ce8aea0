"""The daily run on the national picture, beside the same reads and writes as plain SQL through the driver.

`python bench/daily_run.py [TASKS …]`: for each number of open tasks, on SQLite and on PostgreSQL, the worst
day (everything is seen for the first time) and the usual day after it. The limit words no digest: it writes
those that the run worded. Delivery is left out of both.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import databases
import nation
from dondoc import db
from dondoc.services import daily
from plain_sql import replay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine

DEFAULT_SIZES = (10_000,)
DAYS = (("worst day", nation.TODAY), ("usual day", nation.TODAY + dt.timedelta(days=1)))


def live(engine: Engine, on: dt.date) -> float:
    """Live one day without delivery and return its seconds."""
    now = dt.datetime.combine(on, dt.time(), dt.UTC)
    start = time.perf_counter()
    daily.run_day(lambda: db.session(engine), None, on, lambda: now)
    return time.perf_counter() - start


def measure(database: str, url: str, copy: Callable[[str], str], tasks: int) -> None:
    """Live both days, replaying each as plain SQL on a copy of the database from before it."""
    for case, on in DAYS:
        before = copy(url)
        with databases.engine_of(url) as engine:
            seconds = live(engine, on)
        with databases.engine_of(url) as lived, databases.engine_of(before) as plain:
            limit = replay(lived, plain, on)
        line = {
            "case": case,
            "database": database,
            "tasks": tasks,
            "seconds": round(seconds, 2),
            "limit_seconds": round(limit, 2),
            "ratio": round(seconds / limit, 2),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }
        print(json.dumps(line), flush=True)


@contextmanager
def sqlite() -> Iterator[tuple[str, Callable[[str], str]]]:
    """Give an empty SQLite database and what copies it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "nation.sqlite3"

        def copy(_url: str) -> str:
            return f"sqlite:///{shutil.copyfile(file, file.with_name('before.sqlite3'))}"

        yield databases.migrated(f"sqlite:///{file}"), copy


@contextmanager
def postgresql() -> Iterator[tuple[str, Callable[[str], str]]]:
    """Give an empty PostgreSQL database and what copies it."""
    with databases.postgres_server() as server:
        yield (
            databases.migrated(databases.create_postgres(server)),
            lambda url: databases.create_postgres(server, template=url),
        )


def main(sizes: list[int]) -> None:
    """Measure every size on both databases."""
    for tasks in sizes:
        for opened in (sqlite, postgresql):
            with opened() as (url, copy):
                with databases.engine_of(url) as engine, db.session(engine) as session:
                    nation.populate(session, tasks)
                measure(opened.__name__, url, copy, tasks)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(DEFAULT_SIZES))
