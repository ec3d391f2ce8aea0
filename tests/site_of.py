"""The page on a small simulated world, and people of it who have signed in."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlmodel import select

import application
from dondoc import clock, db
from dondoc.services import sessions
from dondoc.services.schedule import run_moment
from dondoc.web.door import COOKIE, csrf_of
from models import DailyRun, Installation, Person, Post, PostRole, RunState, Unit, UnitKind
from small_plan import SmallPlan
from small_world import SINCE, SmallWorld

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx
    from fastapi.testclient import TestClient
    from sqlalchemy import Engine
    from sqlmodel import Session

TODAY = dt.date(2014, 5, 23)


class Browser:
    """A browser in which somebody, or nobody, is signed in."""

    def __init__(self, client: TestClient, token: str = "") -> None:
        self._client = client
        self.token = token
        if token:
            client.cookies.set(COOKIE, token)

    def get(self, path: str) -> httpx.Response:
        """Ask for a page, and follow where it leads."""
        answer: httpx.Response = self._client.get(path)
        return answer

    def post(self, path: str, files: Any = None, **fields: Any) -> httpx.Response:
        """Send a form of ours, and follow where it leads."""
        answer: httpx.Response = self._client.post(
            path, data={"csrf": csrf_of(self.token)} | fields, files=files
        )
        return answer

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send a request as it stands, and follow nothing."""
        answer: httpx.Response = self._client.request(method, path, follow_redirects=False, **options)
        return answer


class Site:
    """The page of one simulated data folder, on a day."""

    def __init__(self, engine: Engine, today: dt.date = TODAY) -> None:
        self.engine = engine
        with self.session() as session:
            session.add(Installation(simulated=True, created_at=clock.now()))
            self.world = SmallWorld(session)
        self.live(today)

    @contextmanager
    def session(self) -> Iterator[Session]:
        with db.session(self.engine) as session:
            yield session

    def live(self, on: dt.date) -> None:
        """Let a day be the one last lived."""
        moment = run_moment(on)
        run = DailyRun(
            on=on, working_day=True, state=RunState.COMPLETED, started_at=moment, completed_at=moment
        )
        with self.session() as session:
            session.add(run)

    def task(self, code: str, due_on: dt.date | None, given_on: dt.date, **changes: object) -> None:
        """Give a task of the small room to its officer."""
        with self.session() as session:
            self.world.session = session
            self.world.task(code, due_on, given_on, **changes)

    def plan(self) -> None:
        """Draft the small plan."""
        with self.session() as session:
            self.world.session = session
            SmallPlan(session, self.world)

    def outsider(self, code: str) -> None:
        """Add somebody who serves in a unit of another province."""
        with self.session() as session:
            top = self.world.units["TC"]
            unit = Unit(
                code="QN",
                name="Cục Quảng Ninh",
                kind=UnitKind.PROVINCIAL_DEPARTMENT,
                parent_id=top,
                valid_from=SINCE,
            )
            person = Person(code=code, name="Người Khác")
            session.add_all((unit, person))
            session.flush()
            session.add(
                Post(unit_id=unit.id, person_id=person.id, role=PostRole.HEAD, title="", valid_from=SINCE)
            )

    @contextmanager
    def browser(self, person: str | None = None) -> Iterator[Browser]:
        """Open a browser in which `person` is signed in."""
        with application.client() as client:
            yield Browser(client, self.token(person) if person else "")

    def token(self, code: str) -> str:
        """Open a session for a person and return its secret."""
        with self.session() as session:
            person = session.exec(select(Person).where(Person.code == code)).one()
            return sessions.begin(session, person, "a test", clock.now())


def text_of(answer: httpx.Response) -> str:
    """Return what a page says, without its tags, on one line."""
    inside = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", inside).split())
