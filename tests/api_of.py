"""A program that speaks to the API for somebody of the small world."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlmodel import select

import application
from dondoc import clock
from dondoc.reading.notice import read_text
from dondoc.services import drafts
from dondoc.services.api_tokens import make_token
from dondoc.services.occasion import Occasion
from dondoc.services.plans import items_of
from dondoc.services.world import World
from dondoc.web.api.app import PREFIX
from models import Document, Person
from site_of import TODAY
from small_notice import NOTICE
from small_plan import CODE, SmallPlan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import httpx
    from fastapi.testclient import TestClient

    from models import Item
    from site_of import Site

UNREAD = "Cục Hải Phòng phải rà soát hồ sơ."
ORGANISATION = "units:\n  - {code: TC, name: Tổng cục, kind: general_department}\n".encode()
LADDER: dict[str, Any] = {
    "name": "Thang đôn đốc chung",
    "steps": [
        {"working_days": 2, "audience": "office", "weekly": True},
        {"working_days": -1, "audience": "assignee"},
    ],
}
CALENDAR = b"entries:\n  - {day: 2014-09-01, working: false, name: a, document: 1/TB}\n"
LEFT = "Cục cần có sổ theo dõi kho."


class Program:
    """A program with a person's token, or with none."""

    def __init__(self, client: TestClient, token: str | None) -> None:
        self._client = client
        self.headers = {"authorization": f"Bearer {token}"} if token else {}

    def send(
        self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        """Send a request as it stands."""
        answer: httpx.Response = self._client.request(
            method, PREFIX + path, headers=self.headers | (headers or {}), follow_redirects=False, **more
        )
        return answer

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask for something; a header's name is written with underscores."""
        return self.send("GET", path, _named(headers))

    def post(self, path: str, json: object = None, **headers: str) -> httpx.Response:
        """Send JSON, or nothing."""
        return self.send("POST", path, _named(headers), json=json)

    def tag(self, code: str) -> str:
        """Return the state of a task as it is now."""
        tag: str = self.get(f"/tasks/{code}").headers["etag"]
        return tag

    def on_plan(self, path: str, json: object = None, method: str = "POST") -> httpx.Response:
        """Change the small plan, or a part of it, whatever its state."""
        return self.send(method, f"/plans/{CODE}{path}", {"if-match": "*"}, json=json)

    def do(self, code: str, deed: str, json: object = None, **headers: str) -> httpx.Response:
        """Do something to a task as it is now."""
        return self.post(f"/tasks/{code}/{deed}", json, **{"if_match": self.tag(code)} | headers)


@contextmanager
def program(site: Site, person: str | None) -> Iterator[Program]:
    """Start a program that acts for `person`."""
    token = token_of(site, person) if person else None
    with application.client() as client:
        yield Program(client, token)


def token_of(site: Site, code: str, name: str | None = None, days: int = 30) -> str:
    """Make a token as its person does."""
    now = clock.now()
    with site.session() as session:
        person = session.exec(select(Person).where(Person.code == code)).one()
        occasion = Occasion(person, "tester", TODAY, now)
        named = name or f"test {now.isoformat()}"
        return make_token(World(session, TODAY), occasion, code, named, days, now)[0]


def draft(site: Site) -> None:
    """Add a draft plan, complete but for the question whether an item orders it."""
    with site.session() as session:
        plan = SmallPlan(session, site.world).plan
        _write_down(session.get_one(Document, plan.document_id), items_of(session, plan))


def draft_notice(site: Site) -> None:
    """Draft the plan of a notice that orders something among its findings, too."""
    text = NOTICE.replace("2. Về nhiệm vụ", f"{LEFT}\n2. Về nhiệm vụ")
    with site.session() as session:
        office = session.exec(select(Person).where(Person.code == "chanh")).one()
        occasion = Occasion(office, "tester", TODAY, clock.now())
        drafts.draft(World(session, TODAY), occasion, read_text(text), "thong-bao.txt", "HP")


def _write_down(document: Document, items: Sequence[Item]) -> None:
    """Let the document say what the items quote, a line each, and one order more."""
    for item in items:
        item.span_start = len(document.text)
        document.text += item.text
        item.span_end = len(document.text)
        document.text += "\n"
    document.text += UNREAD


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
