"""A ministry: PostgreSQL, a Prefect server, workers and senders as docs/deploy.md starts them."""

from __future__ import annotations

import datetime as dt
import json
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from sqlalchemy import make_url, update
from sqlmodel import select

import databases
import ministry
from days import Days
from dondoc import db
from dondoc.hosting.child import listen
from inbox import DOMAIN
from ministry import Ministry, kill
from models import Channel, Installation, Person, Post, PostRole
from outcome import outcome
from small_world import SINCE, SmallWorld
from smtp_server import SmtpServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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
OFFICERS = 20

pytestmark = pytest.mark.timeout(300)


class NewWorld(SmallWorld):
    """The small organisation and twenty officers more, on the ladders that `dondoc init` brings."""

    def _make_ladders(self) -> None:
        for number in range(OFFICERS):
            person = Person(code=f"vien-{number}", name=f"Viên {number}")
            self._add(person)
            self.people[person.code] = person.id
            room = self.units["HP-TCCB"]
            officer = Post(
                unit_id=room, person_id=person.id, role=PostRole.OFFICER, title="", valid_from=SINCE
            )
            self._add(officer)
            self._add(Channel(person_id=person.id, position=1, address=""))


def until(true: Callable[[], object], what: str, seconds: float = 90) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.2)


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

    def left(self) -> dict[str, list[str]]:
        with db.session(self.engine) as session:
            return outcome(session)


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
    """Make the folder simulated; give each officer a task due on 22/5/2014, and everybody a mailbox."""
    with databases.engine_of(url) as engine, db.session(engine) as session:
        session.execute(update(Installation).values(simulated=True))
        world = NewWorld(session)
        for number in range(OFFICERS):
            owner = world.people[f"vien-{number}"]
            world.task(f"T-{number}a", dt.date(2014, 5, 22), dt.date(2014, 5, 9), assignee_id=owner)
        for channel, person in session.exec(select(Channel, Person).join(Person)):
            channel.address = mail.address(person.code + DOMAIN)


def answers(api: str) -> bool:
    try:
        return httpx.get(f"{api}/health").is_success
    except httpx.HTTPError:
        return False


def ask(api: str, path: str, **body: Any) -> Any:
    return httpx.post(f"{api}/{path}", json=body).raise_for_status().json()


def start_the_day(api: str) -> str:
    """Let a worker run the day; return the number of the flow run."""
    daily = httpx.get(f"{api}/deployments/name/daily-run/daily").json()["id"]
    made = ask(api, f"deployments/{daily}/create_flow_run", parameters={"on": LATE.isoformat()})
    return str(made["id"])


def state(api: str, run: str) -> str:
    return str(httpx.get(f"{api}/flow_runs/{run}").json()["state"]["type"])


@contextmanager
def steps_held_up(engine: Engine) -> Iterator[Callable[[], bool]]:
    """Keep everybody from raising a step; give a function that says whether somebody wants to."""
    with engine.connect() as holder, holder.begin():
        holder.exec_driver_sql("LOCK TABLE escalations IN SHARE MODE")

        def somebody_waits() -> bool:
            with engine.connect() as other:
                waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
                return bool(other.exec_driver_sql(waiting).scalar_one())

        yield somebody_waits


def test_a_worker_killed_in_mid_run_loses_nothing(country: Country, tmp_path: Path) -> None:
    doomed = country.ministry.start(WORKER)
    with steps_held_up(country.engine) as in_mid_run:
        dead = start_the_day(country.api)
        until(in_mid_run, "a worker in mid-run")
        country.ministry.start(WORKER)
        kill(doomed)
    while_its_place_is_held = start_the_day(country.api)
    until(lambda: state(country.api, while_its_place_is_held) == "CANCELLED", "a second run kept apart")
    httpx.delete(f"{country.api}/flow_runs/{dead}").raise_for_status()  # Prefect waits up to five minutes
    country.ministry.run(ON_A_WORKER)
    Days(country.untouched, tmp_path).run(LATE)
    with db.session(country.untouched) as session:
        assert country.left() == outcome(session)
    assert len(country.mail.messages) == OFFICERS + 1
    assert json.loads(country.ministry.run(f"{HERE} --json"))["messages"] == 0


def test_two_senders_at_once_send_each_message_once(country: Country, tmp_path: Path) -> None:
    country.mail.messages.clear()
    monday = LATE + dt.timedelta(days=3)
    Days(country.engine, tmp_path).compose(monday)
    senders = [country.ministry.start(SENDER) for _ in range(2)]
    assert [sender.wait(60) for sender in senders] == [0, 0]
    sent = [str(one.message["Message-ID"]) for one in country.mail.messages]
    assert len(sent) == len(set(sent)) == OFFICERS + 1
    assert not [one for one in country.left()["deliveries"] if "SENT" not in one]


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
