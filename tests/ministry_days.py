"""A ministry at work on one machine, and beside it a copy of its database on which nothing has run."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import make_url, update
from sqlmodel import col, select

import databases
import ministry
from days import Days
from dondoc import db
from dondoc.hosting.child import listen
from inbox import DOMAIN
from ministry import Ministry
from models import Channel, Fault, Installation, Person, Task
from outcome import outcome
from prefect_api import answers, ask, until
from provinces import provinces
from small_world import SmallWorld
from smtp_server import SmtpServer

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

INIT = "dondoc init"
SERVER = "prefect server start"
DEPLOY = "dondoc deploy"
WORKER = "prefect worker start --pool dondoc --type process"

LATE = dt.date(2014, 5, 23)
EVE = dt.date(2014, 5, 22)
PROVINCES = ("BG", "CB", "DB", "HY", "LS", "QN")


class NewWorld(SmallWorld):
    """The small organisation and six provinces more, on the ladders that `dondoc init` brings."""

    def _make_ladders(self) -> None:
        provinces(self, PROVINCES, 3, EVE, LATE)


def free_port() -> str:
    with listen("127.0.0.1", 0) as taken:
        return str(taken.getsockname()[1])


def settings(folder: Path, server: str) -> dict[str, str]:
    """Return what docs/deploy.md has every machine set, for this one."""
    prefect, page = free_port(), free_port()
    url = make_url(server)
    return {
        "DONDOC_DIR": str(folder / "data"),
        "DONDOC_DATABASE_URL": url.set(database="dondoc").render_as_string(hide_password=False),
        "DONDOC_SECRET_KEY": "of one length, the same everywhere",
        "DONDOC_BASE_URL": f"http://127.0.0.1:{page}",
        "PREFECT_API_URL": f"http://127.0.0.1:{prefect}/api",
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_API_DATABASE_CONNECTION_URL": url.set(
            drivername="postgresql+asyncpg", database="prefect"
        ).render_as_string(hide_password=False),
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_API_PORT": prefect,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "UVICORN_HOST": "127.0.0.1",
        "UVICORN_PORT": page,
    }


@dataclass(frozen=True)
class Country:
    """A ministry at work: its database, and a copy of that on which nothing has run."""

    ministry: Ministry
    engine: Engine
    untouched: Engine
    mail: SmtpServer

    @property
    def api(self) -> str:
        return self.ministry.environment["PREFECT_API_URL"]

    @property
    def prefect(self) -> str:
        """The address of Prefect's own database."""
        url = make_url(self.ministry.environment["PREFECT_API_DATABASE_CONNECTION_URL"])
        return url.set(drivername="postgresql").render_as_string(hide_password=False)

    @contextmanager
    def broken(self, task: str) -> Iterator[None]:
        """Break a task on both databases, and mend it."""
        for quiet_days in ("nonsense", ""):
            for engine in (self.engine, self.untouched):
                with db.session(engine) as session:
                    session.execute(update(Task).where(col(Task.code) == task).values(quiet_days=quiet_days))
            if quiet_days:
                yield

    def workers(self, number: int) -> list[subprocess.Popen[bytes]]:
        """Have so many workers online, each for one run at a time."""
        alive = self.ministry.alive(WORKER)
        for _ in range(number - len(alive)):
            name = len(self.ministry.started)
            alive.append(self.ministry.start(f"{WORKER} --limit 1 --name {name}"))
        online = {"workers": {"status": {"any_": ["ONLINE"]}}}
        until(lambda: len(ask(self.api, "work_pools/dondoc/workers/filter", **online)) == number, "workers")
        return alive


@contextmanager
def at_work(folder: Path, postgres_url: str) -> Iterator[Country]:
    """Everything that docs/deploy.md does once, and a page; no worker yet."""
    with ExitStack() as end, SmtpServer() as mail:
        for statement in ministry.blocks("sql"):
            databases.command(postgres_url, statement)
        hurry = {"PREFECT_WORKER_QUERY_SECONDS": "1"}
        office = Ministry(folder, settings(folder, postgres_url) | hurry)
        end.callback(office.close)
        server = office.start(SERVER)
        office.run(INIT)
        url = office.environment["DONDOC_DATABASE_URL"]
        populate(url, mail)
        copy = databases.create_postgres(postgres_url, template=url)
        until(lambda: answers(office.environment["PREFECT_API_URL"]) or server.poll(), "a Prefect server")
        office.run(DEPLOY)
        engines = [end.enter_context(databases.engine_of(one)) for one in (url, copy)]
        yield Country(office, engines[0], engines[1], mail)


def populate(url: str, mail: SmtpServer) -> None:
    """Make the folder simulated; give each officer tasks due on 22 and 23/5/2014, and everybody a mailbox."""
    with databases.engine_of(url) as engine, db.session(engine) as session:
        session.execute(update(Installation).values(simulated=True))
        NewWorld(session)
        for channel, person in session.exec(select(Channel, Person).join(Person)):
            channel.address = mail.address(person.code + DOMAIN)


def left(engine: Engine) -> dict[str, list[str]]:
    """Return what days have left, and what they set aside."""
    with db.session(engine) as session:
        return outcome(session) | {"faults": sorted(session.exec(select(Fault.what)))}


def is_undisturbed(country: Country, folder: Path, on: dt.date) -> bool:
    """Live the day in one process where nothing has run, and say whether the ministry stands the same."""
    Days(country.untouched, folder).run(on)
    stands = left(country.engine)
    return stands == left(country.untouched) and len(country.mail.messages) == len(stands["messages"])
