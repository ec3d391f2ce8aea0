"""A ministry: PostgreSQL, a Prefect server, workers and senders as docs/deploy.md starts them."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import httpx
import pytest
from sqlalchemy import make_url, update
from sqlmodel import col, select

import databases
import ministry
from days import Days
from dondoc import db
from dondoc.hosting.child import listen
from holding import somebody_at, steps_held_up
from inbox import DOMAIN
from ministry import Ministry, at
from models import Channel, Fault, Installation, Person, Task
from outcome import outcome
from prefect_api import answers, ask, lose, runs_of, start_the_day, state, swept_by, until
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
PAGE = "uvicorn --factory dondoc.web.app:create_app"
ON_A_WORKER = "prefect deployment run daily-run/daily --param on=2014-05-23 --watch"
HERE = "dondoc run daily --on 2014-05-23"
SENDER = "dondoc run deliver"
ALONE = ["dondoc init", "dondoc serve"]
"""What test_serve.py runs."""

LATE = dt.date(2014, 5, 23)
EVE = dt.date(2014, 5, 22)
PROVINCES = ("BG", "CB", "DB", "HY", "LS", "QN")

pytestmark = pytest.mark.timeout(300)


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


@pytest.fixture(scope="module")
def country(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    """Everything that docs/deploy.md does once, and a page; no worker yet."""
    folder = tmp_path_factory.mktemp("ministry")
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


def test_departments_are_shared_out_and_a_helper_killed_in_mid_run_loses_nothing(
    country: Country, tmp_path: Path
) -> None:
    workers = country.workers(3)
    with country.broken("QN-0.0a"):
        with somebody_at(country.engine, "DB") as is_waited_for:
            with steps_held_up(country.engine) as at_work:
                run = start_the_day(country.api, EVE)
                until(lambda: at_work() == 3, "three in the middle of a department each")
                dead, alive = runs_of(country.api, "share-day")
                lose(country.api, at(dead, workers))
            until(is_waited_for, "the run at what is left")
        until(lambda: state(country.api, run) == "FAILED", "the end of a day that partly failed")
        assert is_undisturbed(country, tmp_path, EVE)
    assert left(country.engine)["faults"] == ["QN-0.0a"]
    swept = [swept_by(country.api, one) for one in (run, alive)]
    assert all(swept)
    assert {f"sweep-{province}" for province in PROVINCES} == set(chain(*swept))


def test_a_worker_killed_in_mid_run_loses_nothing(country: Country, tmp_path: Path) -> None:
    workers = country.workers(2)
    with steps_held_up(country.engine) as at_work:
        dead = start_the_day(country.api, LATE)
        until(lambda: at_work() == 2, "the run and a helper in the middle of a department each")
        country.ministry.start(WORKER)
        lose(country.api, at(dead, workers))
    while_its_place_is_held = start_the_day(country.api, LATE)
    until(lambda: state(country.api, while_its_place_is_held) == "CANCELLED", "a second run kept apart")
    httpx.delete(f"{country.api}/flow_runs/{dead}").raise_for_status()  # Prefect waits up to five minutes
    country.ministry.run(ON_A_WORKER)
    assert is_undisturbed(country, tmp_path, LATE)
    assert json.loads(country.ministry.run(f"{HERE} --json"))["messages"] == 0


def test_two_senders_at_once_send_each_message_once(country: Country, tmp_path: Path) -> None:
    country.mail.messages.clear()
    composed = Days(country.engine, tmp_path).compose(LATE + dt.timedelta(days=3)).messages
    senders = [country.ministry.start(SENDER) for _ in range(2)]
    assert [sender.wait(60) for sender in senders] == [0, 0]
    sent = [str(one.message["Message-ID"]) for one in country.mail.messages]
    assert len(sent) == len(set(sent)) == composed > 0
    assert not [one for one in left(country.engine)["deliveries"] if "SENT" not in one]


def test_the_page_says_that_all_is_well(country: Country) -> None:
    country.ministry.start(PAGE)
    url = f"http://127.0.0.1:{country.ministry.environment['UVICORN_PORT']}"
    until(lambda: answers(url), "a page that is well")


def test_every_command_of_the_page_is_run_here() -> None:
    used = [*ALONE, INIT, SERVER, DEPLOY, WORKER, PAGE, ON_A_WORKER, HERE, SENDER]
    assert ministry.blocks("sh") == used


def test_every_setting_of_the_page_is_set_here(tmp_path: Path) -> None:
    named = [line.partition("=")[0] for line in ministry.blocks("ini")]
    assert named == list(settings(tmp_path, "postgresql+psycopg://"))
