"""The daily run on the national picture, beside the same reads and writes as plain SQL through the driver.

`python bench/daily_run.py [TASKS …]`: for each number of open tasks, on SQLite and on PostgreSQL, the worst
day (everything is seen for the first time) and the usual day after it. Then the usual day again with the same
numbers falling due and overdue as at the smallest size: its limit is that of the smallest size.
Delivery is left out: between the days, everything has left.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from functools import partial

import databases
import nation
import stages
from dondoc import db
from dondoc.services import daily
from plain_sql import replay

DEFAULT_SIZES = (10_000, 100_000, 1_000_000)
WORST, USUAL = nation.TODAY, nation.TODAY + dt.timedelta(days=1)


def live(url: str, on: dt.date) -> float:
    """Live one day without delivery and return its seconds."""
    now = dt.datetime.combine(on, dt.time(), dt.UTC)
    with databases.engine_of(url) as engine:
        start = time.perf_counter()
        report = daily.live_day(partial(db.session, engine), None, on, lambda: now, db.writers(engine))
        seconds = time.perf_counter() - start
    if report.failed:
        sys.exit(f"The day did not end well: {report.failed[:3]}")
    return seconds


def day(stage: stages.Stage, case: str, on: dt.date, tasks: int) -> float:
    """Live a day, replay it as plain SQL on a copy from before, print both; return the day's seconds."""
    stage.analyse()
    before = stage.copy()
    seconds, peak = stages.apart(live, stage.url, on)
    with databases.engine_of(stage.url) as lived, databases.engine_of(before) as plain:
        limit, rows = replay(lived, plain, on)
    stages.Measured(case, stage.name, tasks, seconds, limit, peak, rows).print()
    leave(stage.url)
    return seconds


def leave(url: str) -> None:
    """Let everything leave that the day has told."""
    with databases.engine_of(url) as engine, engine.begin() as connection:
        connection.exec_driver_sql("UPDATE deliveries SET state = 'sent'")


def days(stage: stages.Stage, tasks: int, busy: int | None = None) -> float:
    """Live the worst and the usual day; return the seconds of the usual one."""
    with databases.engine_of(stage.url) as engine, db.session(engine) as session:
        nation.populate(session, tasks, busy)
    calm = "" if busy is None else f", {busy} due and overdue"
    day(stage, f"worst day{calm}", WORST, tasks)
    return day(stage, f"usual day{calm}", USUAL, tasks)


def main(sizes: list[int]) -> None:
    """Measure every size on both databases, and what the number of open tasks adds."""
    for place in stages.STAGES:
        for tasks in sizes:
            with place() as stage:
                days(stage, tasks)
        if len(sizes) > 1:
            small, large = sizes[-2:]
            busy = round(small * nation.BUSY)
            usual = []
            for tasks in (small, large):
                with place() as stage:
                    usual.append(days(stage, tasks, busy))
            grown = f"usual day of {large} beside {small}, {busy} due and overdue in both"
            stages.Measured(grown, stage.name, large, usual[1], usual[0], 0).print()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(DEFAULT_SIZES))
