"""Prefect's share of a daily run: the flow against a server, beside the service that it wraps.

`python bench/prefect_share.py [TASKS]`: by default 10,000 open tasks on SQLite. Nobody has a channel: on
both sides every message becomes a slip.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import delete

import databases
import nation
import stages
from dondoc import db
from dondoc.hosting import server
from dondoc.services import daily, schedule
from dondoc.workplace import workplace
from models import Channel

DEFAULT = 10_000


def by_service(folder: Path) -> float:
    """Live the day by the service and return the seconds."""
    with workplace(folder) as work, work.carriers() as carriers:
        start = time.perf_counter()
        moment = schedule.run_moment(nation.TODAY)
        daily.live_day(work.sessions, carriers, nation.TODAY, lambda: moment)
        return time.perf_counter() - start


def by_flow(folder: Path, api: str) -> float:
    """Live the day by the flow, on a Prefect server, and return the seconds; importing it is left out."""
    os.environ.update(server.environment(folder, api))
    from flows.daily import daily_run

    start = time.perf_counter()
    daily_run(nation.TODAY, return_state=True)
    return time.perf_counter() - start


def main(tasks: int) -> None:
    """Measure both on copies of one data folder."""
    with tempfile.TemporaryDirectory() as name:
        first, second = Path(name, "service"), Path(name, "flow")
        first.mkdir()
        file = first / "dondoc.sqlite3"
        url = databases.migrated(f"sqlite:///{file}")
        with databases.engine_of(url) as engine, db.session(engine) as session:
            nation.populate(session, tasks)
            session.execute(delete(Channel))
        shutil.copytree(first, second)
        limit, _ = stages.apart(by_service, first)
        with server.running(second) as (api, process):
            server.wait_for(api, process)
            seconds, peak = stages.apart(by_flow, second, api)
        stages.Measured("the daily flow beside its service", "sqlite", tasks, seconds, limit, peak).print()
        stages.Measured("Prefect's share", "sqlite", tasks, max(seconds - limit, 0), limit, peak).print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DEFAULT)
