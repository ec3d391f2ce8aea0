"""What heads and the General Department look at by the API, and how lists are narrowed."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

import pytest

from api_of import draft, program
from small_plan import CODE

if TYPE_CHECKING:
    from pathlib import Path

    from site_of import Site

GIVEN = dt.date(2014, 5, 9)
CONTENT = b"da xong"
PLACE = f"/tasks/T-1a/evidence/{hashlib.sha256(CONTENT).hexdigest()}"
SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def handed_in(site: Site) -> Site:
    with program(site, "vien") as officer:
        officer.send(
            "POST", "/tasks/T-1a/submit", {"if-match": "*"}, files={"evidence": ("biên bản.txt", CONTENT)}
        )
    return site


def test_what_waits_for_a_decision_is_told_to_who_decides(handed_in: Site) -> None:
    with program(handed_in, "vu") as acceptor, program(handed_in, "vien") as officer:
        waiting, nothing = acceptor.get("/inbox").json(), officer.get("/inbox").json()
    (row,) = waiting["rows"]
    assert (row["about"]["task"], row["decides"], waiting["total"]) == ("T-1a", True, 1)
    assert row["handed_in"]["evidence"][0]["file_name"] == "biên bản.txt"
    assert (nothing["rows"], nothing["pages"]) == ([], 1)


@SQLITE
def test_evidence_is_fetched_under_its_name(handed_in: Site) -> None:
    with program(handed_in, "vu") as acceptor:
        answer = acceptor.get(PLACE)
    assert answer.content == CONTENT
    assert answer.headers["content-disposition"] == "attachment; filename*=utf-8''bi%C3%AAn%20b%E1%BA%A3n.txt"


@SQLITE
def test_evidence_that_was_changed_is_not_given(handed_in: Site, tmp_path: Path) -> None:
    (kept,) = (tmp_path / "data" / "evidence").glob("*/*")
    kept.write_bytes(b"forged")
    with program(handed_in, "vu") as acceptor:
        assert acceptor.get(PLACE).status_code == 409


@SQLITE
def test_a_head_sees_who_has_how_much(site: Site) -> None:
    site.task("T-2a", dt.date(2014, 5, 27), GIVEN)
    with program(site, "phong") as head:
        told = head.get("/units/HP-TCCB/load").json()
        beyond = head.get("/units/HP-TCCB/load?page=2").json()
    first, free = told["lines"][0], sum(not line["open"] for line in told["lines"])
    assert (told["total"], told["free"], told["pages"]) == (len(told["lines"]), free, 1)
    assert (beyond["lines"], beyond["total"]) == ([], told["total"])
    assert {name: first[name] for name in ("person", "open", "late", "due_soon")} == {
        "person": "vien",
        "open": 2,
        "late": 1,
        "due_soon": 1,
    }


def test_the_board_counts_what_is_asked_for(site: Site) -> None:
    site.task("T-2a", dt.date(2014, 8, 1), GIVEN)
    with program(site, "tong") as director:
        board = director.get("/national").json()
        elsewhere = director.get("/national?supervisor=TC-VP").json()
        unknown = director.get("/national?department=XX")
    (row,) = board["departments"]
    assert (row["unit"], row["open_overdue"], row["open_within_term"], row["late_share"]) == ("HP", 1, 1, 0.5)
    assert (len(board["trend"]), board["trend"][-1]["overdue"]) == (8, 1)
    assert (elsewhere["departments"], unknown.status_code) == ([], 404)


@SQLITE
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("", [CODE], id="all"),
        pytest.param("state=draft", [CODE], id="in a state"),
        pytest.param("state=closed", [], id="in another"),
        pytest.param("unit=HP", [CODE], id="of a unit"),
        pytest.param("unit=TC", [], id="of another"),
        pytest.param("late=true", [], id="with an overdue task"),
        pytest.param("q=hai phong", [CODE], id="by words without tone marks"),
    ],
)
def test_plans_are_narrowed(site: Site, asked: str, found: list[str]) -> None:
    draft(site)
    with program(site, "chanh") as office:
        assert [row["plan"] for row in office.get(f"/plans?{asked}").json()["items"]] == found


@SQLITE
@pytest.mark.parametrize(
    ("words", "found"), [pytest.param("viec t-1A", ["T-1a"], id="title"), pytest.param("kho", [], id="none")]
)
def test_tasks_are_found_by_words(site: Site, words: str, found: list[str]) -> None:
    with program(site, "vu") as supervisor:
        assert [row["task"] for row in supervisor.get(f"/tasks?q={words}").json()["items"]] == found
