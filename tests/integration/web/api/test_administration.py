"""The installation looked after by the API, by who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from api_of import CALENDAR, LADDER, ORGANISATION, program
from models import Delivery, LedgerLine

if TYPE_CHECKING:
    from site_of import Site

ANY_STATE = {"if-match": "*"}
pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the services are tested on both


def test_an_organisation_is_loaded(administered: Site) -> None:
    file = {"file": ("tc.yaml", ORGANISATION)}
    with program(administered, "admin") as admin:
        told = admin.send("POST", "/organisation", files=file).json()
    assert {"HP", "vien"} <= set(told["ended"])
    assert (told["changed"].keys() | set(told["unchanged"])) == {"TC"}


@pytest.mark.parametrize(
    ("path", "content"),
    [("/organisation", ORGANISATION), ("/calendar", CALENDAR)],
    ids=["organisation", "calendar"],
)
def test_what_was_compared_is_what_is_loaded(administered: Site, path: str, content: bytes) -> None:
    file = {"file": ("tep.yaml", content)}
    with program(administered, "admin") as admin:
        compared = admin.send("POST", f"{path}/compare", files=file)
        assert ledger(administered) == [], "nothing is changed yet"
        tag = {"if-match": compared.headers["etag"]}
        other = {"file": ("tep.yaml", content + b"\n# khac\n")}
        assert admin.send("POST", path, tag, files=other).status_code == 412
        loaded = admin.send("POST", path, tag, files=file)
        assert loaded.json() == compared.json()
        assert admin.send("POST", path, tag, files=file).status_code == 412, "it changes nothing any more"
    assert ledger(administered) == ["tep.yaml"]


def test_who_feels_an_organisation_is_told(administered: Site) -> None:
    with program(administered, "admin") as admin:
        told = admin.send("POST", "/organisation/compare", files={"file": ("tc.yaml", ORGANISATION)}).json()
    assert {"code": "vien", "what": "leaves", "tasks": 1} in told["touches"]
    assert {"code": "HP-TCCB", "what": "ends", "tasks": 1} in told["touches"]


def ledger(site: Site) -> list[str]:
    with site.session() as session:
        lines = session.exec(select(LedgerLine)).all()
        return [line.code for line in lines if line.operation in ("org.load", "calendar.load")]


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
        changed = admin.send("PUT", f"/ladders/{before['ladder']}", ANY_STATE, json=LADDER)
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
        refused = admin.send("PUT", f"/ladders/{code}", ANY_STATE, json=LADDER | {"steps": steps})
        assert (refused.status_code, admin.get("/ladders").json()) == (status, before)


def test_a_ladder_is_changed_in_the_state_it_was_read_in(administered: Site) -> None:
    with program(administered, "admin") as admin:
        read = admin.get("/ladders/default")
        assert read.json() in admin.get("/ladders").json()
        tag = {"if-match": read.headers["etag"]}
        assert admin.send("PUT", "/ladders/default", json=LADDER).status_code == 428
        changed = admin.send("PUT", "/ladders/default", tag, json=LADDER)
        again = admin.send("PUT", "/ladders/default", tag, json=LADDER | {"name": "Khác"})
        now = admin.get("/ladders/default")
        known = admin.get("/ladders/default", if_none_match=now.headers["etag"])
    assert (changed.status_code, again.status_code, known.status_code) == (200, 412, 304)
    assert (changed.json(), changed.headers["etag"]) == (now.json(), now.headers["etag"])
    assert now.headers["etag"] != tag["if-match"]


def test_channels_are_tried_and_what_waits_is_hastened(administered: Site) -> None:
    with program(administered, "admin") as admin:
        answers = [admin.post(path).json() for path in ("/people/vien/test", "/outbox/hasten")]
    assert answers == [{"messages": 1}, {"messages": 1}]
    with administered.session() as session:
        session.exec(select(Delivery)).one()
        session.exec(select(LedgerLine).where(LedgerLine.operation == "run")).one()
