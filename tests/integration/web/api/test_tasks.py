"""Tasks by the API: listed in pages, shown with their state, each deed upon the state it was decided on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import select

from api_of import program
from models import LedgerLine, Task, TaskState

if TYPE_CHECKING:
    from site_of import Site

GIVEN = dt.date(2014, 5, 9)
PROOF = {"evidence": ("bien-ban.txt", b"da xong", "text/plain")}


def state(site: Site) -> tuple[TaskState, int]:
    with site.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        return task.state, task.percent


def test_it_shows_a_task_in_full(site: Site) -> None:
    with program(site, "vien") as officer:
        answer = officer.get("/tasks/T-1a")
    told = answer.json()
    assert (told["task"], told["due_on"], told["working_days_late"]) == ("T-1a", "2014-05-22", 1)
    assert (told["unit"], told["assignee"], told["acceptor"]) == ("HP-TCCB", "vien", "TC-TCCB")
    assert told["may"] == ["task.report", "task.submit"]
    assert answer.headers["cache-control"] == "private, no-cache"


def test_it_says_nothing_again_while_nothing_has_changed(site: Site) -> None:
    with program(site, "vien") as officer:
        tag = officer.tag("T-1a")
        for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
            again = officer.get("/tasks/T-1a", if_none_match=known)
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        officer.do("T-1a", "report", {"percent": 40})
        assert officer.get("/tasks/T-1a", if_none_match=tag).status_code == 200


def test_the_answer_to_a_deed_is_what_is_read_next(site: Site) -> None:
    with program(site, "vien") as officer:
        done = officer.do("T-1a", "report", {"percent": 40, "note": "đang làm"})
        read = officer.get("/tasks/T-1a")
    assert (done.status_code, done.json()["percent"], done.json()["state"]) == (200, 40, "in_progress")
    assert (done.content, done.headers["etag"]) == (read.content, read.headers["etag"])


@pytest.mark.parametrize(
    ("if_match", "status"),
    [
        pytest.param(None, 428, id="the state is not named"),
        pytest.param('"0123"', 412, id="another state is named"),
        pytest.param("W/{tag}", 412, id="a weak tag names no state for sure"),
        pytest.param("{tag}", 200, id="the state it is in"),
        pytest.param('"0123", {tag}', 200, id="one of several"),
        pytest.param("*", 200, id="whatever its state"),
    ],
)
def test_a_deed_names_the_state_it_was_decided_on(site: Site, if_match: str | None, status: int) -> None:
    with program(site, "vien") as officer:
        header = {"if_match": if_match.format(tag=officer.tag("T-1a"))} if if_match else {}
        answer = officer.post("/tasks/T-1a/report", {"percent": 40}, **header)
    assert answer.status_code == status
    assert state(site)[1] == (40 if status == 200 else 0)


def test_a_decision_is_not_reported_on(site: Site) -> None:
    _more(site)
    with program(site, "vu") as acceptor:
        answer = acceptor.do("T-2a.NT1", "report", {"percent": 40})
    assert answer.status_code == 409
    said = "T-2a.NT1 hoàn thành khi nghiệm thu hoặc trả lại kết quả của nhiệm vụ T-2a."
    assert answer.json()["detail"] == said


def test_what_was_decided_on_another_state_changes_nothing(site: Site) -> None:
    with program(site, "vien") as officer, program(site, "phong") as head:
        seen = head.tag("T-1a")
        officer.do("T-1a", "report", {"percent": 40})
        assert head.post("/tasks/T-1a/assign", {"person": "phong"}, if_match=seen).status_code == 412


def test_it_is_handed_in_returned_handed_in_again_and_accepted(site: Site) -> None:
    with program(site, "vien") as officer, program(site, "vu") as acceptor:
        tag = {"if-match": officer.tag("T-1a")}
        handed = officer.send("POST", "/tasks/T-1a/submit", tag, files=PROOF).json()
        assert handed["submissions"][0]["evidence"][0]["file_name"] == "bien-ban.txt"
        assert acceptor.do("T-1a", "return", {"reason": "làm lại"}).json()["state"] == "returned"
        tag = {"if-match": officer.tag("T-1a")}
        cited = {"document": ["12/BC, 23/5/2014", "13/BC, 23/5/2014"]}
        again = officer.send("POST", "/tasks/T-1a/submit", tag, data=cited).json()
        assert [one["document"] for one in again["submissions"][1]["evidence"]] == [
            "12/BC, 23/5/2014",
            "13/BC, 23/5/2014",
        ]
        assert acceptor.do("T-1a", "accept").json()["state"] == "accepted"
    assert state(site)[0] is TaskState.ACCEPTED


def test_it_is_handed_over(site: Site) -> None:
    with program(site, "phong") as head:
        assert head.do("T-1a", "assign", {"person": "cuc"}).json()["assignee"] == "cuc"


def test_the_ledger_names_whose_token_it_was(site: Site) -> None:
    with program(site, "vien") as officer:
        officer.do("T-1a", "report", {"percent": 40})
    with site.session() as session:
        line = session.exec(select(LedgerLine).where(LedgerLine.operation == "task.report")).one()
        assert line.person_id == site.world.people["vien"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("", ["T-1a", "T-2a", "T-2a.NT1", "T-3a"], id="all"),
        pytest.param("late=true", ["T-1a"], id="overdue"),
        pytest.param("state=handed_in", ["T-2a"], id="in a state"),
        pytest.param("unit=HP", ["T-1a", "T-2a", "T-3a"], id="of a unit and those below"),
        pytest.param("unit=TC-VP", [], id="of a unit without tasks"),
        pytest.param("person=phong", ["T-3a"], id="of an assignee"),
        pytest.param("plan=HP-2014-01", [], id="of a plan"),
    ],
)
def test_it_lists_what_is_wanted(site: Site, asked: str, found: list[str]) -> None:
    _more(site)
    with program(site, "vu") as supervisor:
        assert [row["task"] for row in supervisor.get(f"/tasks?{asked}").json()["items"]] == found


def test_it_lists_in_pages_that_miss_nothing_and_repeat_nothing(site: Site) -> None:
    _more(site)
    seen: list[str] = []
    with program(site, "vien") as officer:
        page: dict[str, Any] = {"next_cursor": ""}
        while page["next_cursor"] is not None:
            page = officer.get(f"/tasks?limit=1&cursor={page['next_cursor']}").json()
            seen += [row["task"] for row in page["items"]]
    assert seen == ["T-1a", "T-2a", "T-3a"]


def test_it_lists_only_what_reaches_the_person(site: Site) -> None:
    site.outsider("other")
    with program(site, "other") as stranger:
        assert stranger.get("/tasks").json() == {"items": [], "next_cursor": None}


def _more(site: Site) -> None:
    site.task("T-2a", dt.date(2014, 5, 27), GIVEN)
    with program(site, "vien") as officer:
        officer.send("POST", "/tasks/T-2a/submit", {"if-match": "*"}, files=PROOF)
    site.task("T-3a", dt.date(2014, 8, 1), GIVEN, assignee_id=site.world.people["phong"])
