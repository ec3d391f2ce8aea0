"""What somebody has to do, by the API: in parts, a page at a time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import col, select

from api_of import program
from models import Task, TaskKind, TaskState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api_of import Program
    from site_of import Site

GIVEN = dt.date(2014, 5, 9)
PARTS = ("late", "due_soon", "waiting", "handed_in", "rest")
WORK = {
    "late": ["T-9a", "T-1a", "T-2a"],
    "due_soon": ["T-3a"],
    "waiting": ["T-4a"],
    "handed_in": ["T-5a"],
    "rest": ["T-6a", "T-7a", "T-8a"],
}
"""By the task's due date, then its code; T-1a is there from the beginning."""


DUE = {
    "T-9a": dt.date(2014, 5, 12),
    "T-2a": dt.date(2014, 5, 22),
    "T-3a": dt.date(2014, 6, 2),
    "T-4a": dt.date(2014, 5, 14),
    "T-5a": dt.date(2014, 5, 13),
    "T-6a": dt.date(2014, 5, 13),
    "T-7a": dt.date(2014, 8, 1),
    "T-8a": None,
}
QUIET = {"T-5a": TaskState.HANDED_IN, "T-6a": TaskState.SUSPENDED}


@pytest.fixture
def officer(site: Site) -> Iterator[Program]:
    for code, due_on in DUE.items():
        site.task(code, due_on, GIVEN, kind=TaskKind.OPINION if code == "T-4a" else TaskKind.ITEM)
    with site.session() as session:
        for task in session.exec(select(Task).where(col(Task.code).in_(QUIET))):
            task.state, task.quiet_since, task.next_look_on = QUIET[task.code], GIVEN, None
    with program(site, "vien") as officer:
        yield officer


def by_part(page: dict[str, Any]) -> dict[str, list[str]]:
    return {part: [line["task"] for line in page[part]] for part in PARTS}


def test_each_task_stands_in_one_part(officer: Program) -> None:
    work = officer.get("/my-work").json()
    assert (by_part(work), work["next_cursor"]) == (WORK, None)


@pytest.mark.parametrize("limit", [1, 2, 4, 9])
def test_the_pages_together_are_the_whole(officer: Program, limit: int) -> None:
    seen: dict[str, list[str]] = {part: [] for part in PARTS}
    cursor: str | None = ""
    lengths = []
    while cursor is not None:
        page = officer.get(f"/my-work?limit={limit}&cursor={cursor}").json()
        lengths.append(sum(len(tasks) for tasks in by_part(page).values()))
        seen = {part: seen[part] + tasks for part, tasks in by_part(page).items()}
        cursor = page["next_cursor"]
    assert seen == WORK
    assert set(lengths[:-1]) <= {limit}


def test_a_task_that_got_further_holds_no_page_up(officer: Program) -> None:
    first = officer.get("/my-work?limit=1").json()
    answer = officer.send(
        "POST", "/tasks/T-9a/submit", {"if-match": "*"}, data={"document": "1/BC, 23/5/2014"}
    )
    assert answer.status_code == 200
    then = officer.get(f"/my-work?limit=1&cursor={first['next_cursor']}").json()
    assert by_part(then)["late"] == ["T-1a"]


@pytest.mark.parametrize(
    "asked", ["limit=0", "limit=201", "cursor=x", "cursor=x:2014-05-22:T-1a", "cursor=late:2014-02-30:T-1a"]
)
def test_what_no_page_can_be_is_said_at_its_field(officer: Program, asked: str) -> None:
    answer = officer.get(f"/my-work?{asked}")
    (mistake,) = answer.json()["errors"]
    assert (answer.status_code, mistake["field"]) == (422, f"query.{asked.partition('=')[0]}")
