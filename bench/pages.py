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
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import psutil
from sqlmodel import col, select

import databases
import nation
import nation_lived
import stages
from dondoc import clock, db
from dondoc.services import sessions, tokens
from dondoc.web.door import COOKIE
from models import Message, Person, Plan, Post, PostRole, Task, TaskKind, TaskLink, TaskState, Unit
from ports import free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlmodel import Session

DEFAULT_SIZES = (10_000,)
PEOPLE_AT_ONCE = 50
REQUESTS = 100
TURNS = 3
KEY = "a key for the bench alone, of more than enough letters"
OPENED = (
    ("my work", "/", "officer"),
    ("my work, search", "/?q=giai quyet", "officer"),
    ("task", "/tasks/{task}", "officer"),
    ("unit", "/units/{unit}", "head"),
    ("unit of a person", "/units/{unit}?q=Văn", "head"),
    ("inbox", "/inbox", "supervisor"),
    ("plan", "/plans/{plan}", "director"),
    ("plans", "/plans", "office"),
    ("plans of a unit", "/plans?unit={department}", "director"),
    ("a new notice", "/notices/new", "office"),
    ("national board", "/national", "office"),
    ("national board of a field", "/national", "supervisor"),
    ("tasks of a department", "/national?department={department}", "office"),
    ("sessions", "/account", "officer"),
    ("people", "/admin/people?q=Văn", "admin"),
    ("person", "/admin/people/p5000", "admin"),
    ("items beside their text", "/plans/{plan}/check", "office"),
    ("link of a message", "/s/{token}", "officer"),
    ("runs", "/admin", "admin"),
    ("run of a day", "/admin/runs/{on}", "admin"),
    ("outbox", "/admin/outbox", "admin"),
    ("calendar", "/admin/calendar", "admin"),
    ("units", "/admin/units", "admin"),
    ("unit as it is kept", "/admin/units/{unit}", "admin"),
    ("ladders", "/admin/ladders", "admin"),
    ("ladder", "/admin/ladders/default", "admin"),
)
"""The name of each page in the report, its address, and who opens it."""


@dataclass(frozen=True)
class Page:
    """What is asked for: its name in the report, its address, and the secret of who asks."""

    name: str
    address: str
    token: str


def pages(session: Session) -> list[Page]:
    """Sign people in, and return the pages each of them opens often."""
    told = select(Task, TaskLink).join(TaskLink).join(Message).where(Message.person_id == Task.assignee_id)
    wanted = told.where(Task.state == TaskState.ASSIGNED, Task.kind == TaskKind.ITEM)
    task, link = session.exec(wanted.limit(1)).one()
    unit, department = (session.get_one(Unit, one).code for one in (task.lead_unit_id, task.department_id))
    plan = session.get_one(Plan, task.plan_id).code
    people = {
        "officer": session.get_one(Person, task.assignee_id),
        "head": _head(session, unit),
        "director": _head(session, department),
        "office": _head(session, "TC-VP"),
        "supervisor": _head(session, "TC-V0"),
        "admin": session.exec(select(Person).where(col(Person.administrator))).one(),
    }
    tokens = {who: _token(session, person) for who, person in people.items()}
    named = {"task": task.code, "unit": unit, "department": department, "plan": plan, "on": nation.TODAY}
    named |= {"token": _opened(link)}
    return [Page(name, address.format(**named), tokens[who]) for name, address, who in OPENED]


def _head(session: Session, unit: str) -> Person:
    held = (
        select(Person).join(Post, col(Post.person_id) == Person.id).join(Unit, col(Unit.id) == Post.unit_id)
    )
    return session.exec(held.where(Unit.code == unit, Post.role == PostRole.HEAD)).one()


def _opened(link: TaskLink) -> str:
    """Return what stands in the address of a link, once its message has left."""
    token = tokens.derived(KEY, link.nonce)
    link.token_sha256 = tokens.digest(token)
    return token


def _token(session: Session, person: Person) -> str:
    return sessions.begin(session, person, "bench", clock.now())


@dataclass
class Served:
    """An application in a process of its own, and what it took to answer one page."""

    address: str
    process: psutil.Process
    times: list[float] = field(default_factory=list)
    busy: float = 0
    """Seconds of the processor."""

    def ask(self, path: str, token: str) -> None:
        """Ask for a page REQUESTS times, by PEOPLE_AT_ONCE."""
        before = self._used()
        self.times += asyncio.run(seconds(self.address, path, token))
        self.busy += self._used() - before

    def percentile(self) -> float:
        """Return the 95th percentile of the answers."""
        return statistics.quantiles(self.times, n=20)[-1]

    def forget(self) -> None:
        """Begin with another page."""
        self.times, self.busy = [], 0

    def _used(self) -> float:
        used = self.process.cpu_times()
        return float(used.user + used.system)


@contextmanager
def served(factory: str, folder: Path, url: str, asked: Sequence[Page]) -> Iterator[Served]:
    """Serve an application."""
    port = free_port()
    known = {"DONDOC_DIR": str(folder), "DONDOC_DATABASE_URL": url, "DONDOC_SECRET_KEY": KEY}
    environment = os.environ | known | {"BENCH_PAGES": json.dumps([asdict(page) for page in asked])}
    command = [sys.executable, "-m", "uvicorn", "--factory", factory, "--port", str(port)]
    with subprocess.Popen([*command, "--log-level", "warning"], env=environment) as process:
        try:
            wait_for(port)
            yield Served(f"http://127.0.0.1:{port}", psutil.Process(process.pid))
        finally:
            process.terminate()


async def seconds(address: str, path: str, token: str) -> list[float]:
    """Ask for a page and return how long each answer took."""
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


def measure(database: str, url: str, tasks: int) -> None:
    """Ask for every page of both applications in turns, and print a line for each page."""
    with databases.engine_of(url) as engine, db.session(engine) as session:
        asked = pages(session)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = stack.enter_context(served("dondoc.web.app:create_app", folder, url, asked))
        limit = stack.enter_context(served("page_limit:create_limit", folder, url, asked))
        for number, page in enumerate(asked):
            for address in (ours.address + page.address, f"{limit.address}/{number}"):
                _warm_up(address, page.token)
            for _ in range(TURNS):
                ours.ask(page.address, page.token)
                limit.ask(f"/{number}", page.token)
            report(database, page.name, tasks, ours, limit)


def _warm_up(address: str, token: str) -> None:
    """Fifty people do not wait for a first request."""
    httpx.get(address, cookies={COOKIE: token}, timeout=120).raise_for_status()


def report(database: str, page: str, tasks: int, ours: Served, limit: Served) -> None:
    """Print one line."""
    line = {
        "case": f"page {page}, 95th percentile",
        "database": database,
        "tasks": tasks,
        "seconds": round(ours.percentile(), 4),
        "limit_seconds": round(limit.percentile(), 4),
        "ratio": round(ours.percentile() / limit.percentile(), 2),
        "processor_ratio": round(ours.busy / limit.busy, 2),
        "peak_mb": round(ours.process.memory_info().rss / 2**20),
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)
    ours.forget()
    limit.forget()


def main(sizes: tuple[int, ...]) -> None:
    """Measure every size on both databases."""
    for tasks in sizes:
        for place in stages.STAGES:
            with place() as stage:
                with databases.engine_of(stage.url) as engine:
                    nation_lived.live(engine, tasks)
                stage.analyse()
                measure(stage.name, stage.url, tasks)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or DEFAULT_SIZES)
