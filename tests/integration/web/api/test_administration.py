"""The installation looked after by the API, by who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from api_of import CALENDAR, LADDER, ORGANISATION, program
from models import Delivery, LedgerLine, Person

if TYPE_CHECKING:
    from site_of import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the services are tested on both


@pytest.fixture
def administered(site: Site) -> Site:
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    return site


def test_an_organisation_is_loaded(administered: Site) -> None:
    file = {"file": ("tc.yaml", ORGANISATION)}
    with program(administered, "admin") as admin:
        told = admin.send("POST", "/organisation", files=file).json()
    assert {"HP", "vien"} <= set(told["ended"])
    assert (told["changed"].keys() | set(told["unchanged"])) == {"TC"}


def test_official_entries_are_loaded(administered: Site) -> None:
    with program(administered, "chanh") as office:
        told = office.send("POST", "/calendar", files={"file": ("lich.yaml", CALENDAR)}).json()
        days = office.get("/calendar/2014").json()["days"]
    assert told == {"added": ["2014-09-01"], "changed": [], "unchanged": [], "moved": 0}
    assert "1/TB" in [day["document"] for day in days]


@pytest.mark.parametrize("path", ["/organisation", "/calendar"])
def test_a_bad_file_is_one_sentence(administered: Site, path: str) -> None:
    with program(administered, "admin") as admin:
        answer = admin.send("POST", path, files={"file": ("hong.yaml", b"a: [")})
    assert (answer.status_code, "hong.yaml" in answer.json()["detail"]) == (422, True)


def test_a_ladder_gets_the_steps_that_are_named(administered: Site) -> None:
    with program(administered, "admin") as admin:
        (before, *_) = admin.get("/ladders").json()
        changed = admin.send("PUT", f"/ladders/{before['ladder']}", json=LADDER)
        (after, *_) = admin.get("/ladders").json()
    steps = [(step["working_days"], step["audience"], step["weekly"]) for step in after["steps"]]
    assert (steps, changed.json()) == ([(-1, "assignee", False), (2, "office", True)], after)
    assert after["steps"][0]["code"] in [step["code"] for step in before["steps"]]


@pytest.mark.parametrize(
    ("code", "steps", "status"),
    [
        pytest.param("default", [*LADDER["steps"], *LADDER["steps"]], 422, id="two steps at one distance"),
        pytest.param("default", [], 422, id="no step"),
        pytest.param("x", LADDER["steps"], 404, id="no such ladder"),
    ],
)
def test_a_ladder_stays_as_it_was(administered: Site, code: str, steps: list[object], status: int) -> None:
    with program(administered, "admin") as admin:
        before = admin.get("/ladders").json()
        refused = admin.send("PUT", f"/ladders/{code}", json=LADDER | {"steps": steps})
        assert (refused.status_code, admin.get("/ladders").json()) == (status, before)


def test_channels_are_tried_and_what_waits_is_hastened(administered: Site) -> None:
    with program(administered, "admin") as admin:
        answers = [admin.post(path).json() for path in ("/people/vien/test", "/outbox/hasten")]
    assert answers == [{"messages": 1}, {"messages": 1}]
    with administered.session() as session:
        session.exec(select(Delivery)).one()
        session.exec(select(LedgerLine).where(LedgerLine.operation == "run")).one()
