"""Each page under fifty people at once, beside the same template and queries with nothing around them.

`python bench/pages.py [TASKS …]`: for each number of open tasks, on SQLite and on PostgreSQL, the 95th
percentile of the answer to one page that fifty people ask for at once; the limit is asked in turns with it.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import psutil
from sqlmodel import select

import databases
import nation
from dondoc import clock, db
from dondoc.services import sessions
from dondoc.services.schedule import run_moment
from dondoc.web.door import COOKIE
from models import DailyRun, Person, RunState, Task
from ports import free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

DEFAULT_SIZES = (10_000,)
PEOPLE_AT_ONCE = 50
REQUESTS = 100
TURNS = 3
HEAD_OF_THE_OFFICE, HEAD_OF_D9 = "p1", "p80"


def pages(url: str) -> dict[str, str]:
    """Sign three people in, and return the pages they look at with the secrets of their sessions."""
    with databases.engine_of(url) as engine, db.session(engine) as session:
        lived = run_moment(nation.TODAY)
        run = DailyRun(on=nation.TODAY, working_day=True, started_at=lived, completed_at=lived)
        run.state = RunState.COMPLETED
        session.add(run)
        task = session.exec(select(Task)).first()
        assert task is not None
        officer = session.get_one(Person, task.assignee_id)
        return {
            "/": _token(session, officer.code),
            f"/tasks/{task.code}": _token(session, officer.code),
            "/units/D9": _token(session, HEAD_OF_D9),
            "/national": _token(session, HEAD_OF_THE_OFFICE),
        }


def _token(session: Session, code: str) -> str:
    person = session.exec(select(Person).where(Person.code == code)).one()
    return sessions.begin(session, person, "bench", clock.now())


@contextmanager
def served(
    factory: str, folder: Path, url: str, asked: dict[str, str]
) -> Iterator[tuple[str, psutil.Process]]:
    """Serve an application from a process of its own."""
    port = free_port()
    lines = "\n".join(f"{path} {token}" for path, token in asked.items())
    environment = os.environ | {"DONDOC_DIR": str(folder), "DONDOC_DATABASE_URL": url, "BENCH_PAGES": lines}
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "--factory",
        factory,
        "--port",
        str(port),
        "--log-level",
        "warning",
    ]
    with subprocess.Popen(command, env=environment) as process:
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}", psutil.Process(process.pid)
        finally:
            process.terminate()


async def seconds(address: str, path: str, token: str) -> list[float]:
    """Ask for a page REQUESTS times, by PEOPLE_AT_ONCE, and return how long each answer took."""
    waiting = asyncio.Semaphore(PEOPLE_AT_ONCE)
    limits = httpx.Limits(max_connections=PEOPLE_AT_ONCE)
    async with httpx.AsyncClient(
        base_url=address, cookies={COOKIE: token}, limits=limits, timeout=120
    ) as client:

        async def ask() -> float:
            async with waiting:
                start = time.perf_counter()
                answer = await client.get(path)
                assert answer.status_code == httpx.codes.OK, answer.text
                return time.perf_counter() - start

        return await asyncio.gather(*(ask() for _ in range(REQUESTS)))


def percentile(times: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def measure(database: str, url: str, tasks: int) -> None:
    """Ask for every page of both applications in turns, and print a line for each page."""
    asked = pages(url)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        page, process = stack.enter_context(served("dondoc.web.app:create_app", folder, url, asked))
        limit, _ = stack.enter_context(served("page_limit:create_limit", folder, url, asked))
        for path, token in asked.items():
            for address in (page, limit):  # fifty people do not wait for a first request
                httpx.get(address + path, cookies={COOKIE: token}, timeout=120).raise_for_status()
            ours, theirs = [], []
            for _ in range(TURNS):
                ours += asyncio.run(seconds(page, path, token))
                theirs += asyncio.run(seconds(limit, path, token))
            report(database, path, tasks, percentile(ours), percentile(theirs), process)


def report(database: str, path: str, tasks: int, page: float, limit: float, process: psutil.Process) -> None:
    """Print one line."""
    line = {
        "case": f"page {path if path.count('/') == 1 else path[: path.rindex('/')]}, 95th percentile",
        "database": database,
        "tasks": tasks,
        "seconds": round(page, 4),
        "limit_seconds": round(limit, 4),
        "ratio": round(page / limit, 2),
        "peak_mb": round(process.memory_info().rss / 2**20),
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)


def main(sizes: tuple[int, ...]) -> None:
    """Measure every size on both databases."""
    for tasks in sizes:
        with tempfile.TemporaryDirectory() as folder:
            url = databases.migrated(f"sqlite:///{folder}/nation.sqlite3")
            populated(url, tasks)
            measure("sqlite", url, tasks)
        with databases.postgres_server() as server:
            url = databases.migrated(databases.create_postgres(server))
            populated(url, tasks)
            measure("postgresql", url, tasks)


def populated(url: str, tasks: int) -> None:
    """Fill a database with the nation."""
    with databases.engine_of(url) as engine, db.session(engine) as session:
        nation.populate(session, tasks)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or DEFAULT_SIZES)
