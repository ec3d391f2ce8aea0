"""Ladders changed by a form: open tasks climb on by the new steps, and what was told stays."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from days import Days
from models import Escalation, LedgerLine, Person, Step, Task
from site_of import TODAY, text_of
from small_world import LADDERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_of import Browser, Site

Rows = list[tuple[int, str]]
NOW: Rows = [(days, str(audience)) for _code, days, audience in LADDERS["default"]]


@pytest.fixture
def days(site: Site, tmp_path: Path) -> Days:
    """T-1a has been late since yesterday: its first five steps were raised."""
    lived = Days(site.engine, tmp_path / "slips")
    lived.run(TODAY)
    return lived


@pytest.fixture
def browser(site: Site) -> Iterator[Browser]:
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    with site.browser("admin") as browser:
        yield browser


def form(rows: Rows) -> dict[str, str]:
    """The form of the default ladder with these steps."""
    fields = {"name": "default"}
    for number, (at, audience) in enumerate(rows):
        fields |= {f"at-{number}": str(at), f"audience-{number}": audience}
        if audience == "director_general":
            fields[f"weekly-{number}"] = "on"
    return fields


def raised(site: Site) -> list[tuple[int, dt.date]]:
    with site.session() as session:
        found = select(Step, Escalation).join(Escalation, col(Escalation.step_id) == Step.id)
        return sorted((step.working_days, escalation.due_on) for step, escalation in session.exec(found))


def standing(site: Site) -> tuple[int, dt.date | None]:
    with site.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        return task.last_step, task.next_look_on


def test_it_is_shown_before_it_is_taken(site: Site, browser: Browser) -> None:
    changed = form([*NOW[:5], (2, "head"), *NOW[5:]])
    asked = text_of(browser.post("/admin/ladders/default", **changed))
    assert "01 nhiệm vụ chưa hoàn thành đang theo thang default" in asked
    assert "+2 Báo cho thủ trưởng đơn vị" in asked
    with site.session() as session:
        assert len(session.exec(select(Step).where(Step.working_days == 2)).all()) == 0
    browser.post("/admin/ladders/default", **changed, confirmed="yes")
    with site.session() as session:
        line = session.exec(select(LedgerLine).where(LedgerLine.operation == "ladder.load")).one()
    assert (line.code, line.detail["changed"]) == (
        "default",
        {"+2": {"audience": [None, "head"]}},
    )
    assert "+2" in text_of(browser.get("/admin/ladders"))


def test_a_task_goes_on_from_where_it_is(site: Site, days: Days, browser: Browser) -> None:
    told = raised(site)
    changed = [(-5, "assignee"), *NOW[:5], (2, "head"), (4, "department_head"), *NOW[6:]]
    browser.post("/admin/ladders/default", **form(changed), confirmed="yes")
    assert standing(site) == (6, dt.date(2014, 5, 26)), "the new step before the due date is not made up for"
    assert raised(site) == told
    for day in (26, 27, 28, 29):
        days.run(dt.date(2014, 5, day))
    since = [one for one in raised(site) if one not in told]
    assert since == [(2, dt.date(2014, 5, 26)), (4, dt.date(2014, 5, 28)), (5, dt.date(2014, 5, 29))]


def test_a_step_that_was_told_is_taken_off_and_still_shown(site: Site, days: Days, browser: Browser) -> None:
    browser.post("/admin/ladders/default", **form([*NOW[:4], *NOW[5:]]), confirmed="yes")
    assert (1, TODAY) in raised(site)
    assert standing(site) == (4, dt.date(2014, 5, 27))
    days.run(dt.date(2014, 5, 26))
    with site.browser("phong") as other:
        assert other.get("/tasks/T-1a").status_code == 200


@pytest.mark.usefixtures("days")
def test_a_task_that_is_handed_in_wakes_on_the_new_steps(site: Site, browser: Browser) -> None:
    with site.browser("vien") as owner:
        owner.post("/tasks/T-1a/submit", document="12/BC, 23/5/2014")
    browser.post("/admin/ladders/default", **form([(-5, "assignee"), *NOW]), confirmed="yes")
    assert standing(site) == (6, None)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param(
            [(1, "assignee"), (1, "office")], "Bậc sau phải đứng sau bậc trước", id="two at one distance"
        ),
        pytest.param([(1, "nobody")], "một trong", id="an audience that is none"),
        pytest.param([], "trống", id="no step at all"),
    ],
)
def test_what_is_wrong_is_said(site: Site, browser: Browser, rows: Rows, said: str) -> None:
    answer = browser.post("/admin/ladders/default", **form(rows))
    assert answer.status_code == 422
    assert said in answer.text
    assert standing(site)[0] == 0


def test_the_same_again_changes_nothing(browser: Browser) -> None:
    said = text_of(browser.post("/admin/ladders/default", **form(NOW)))
    assert "không có gì thay đổi" in said


@pytest.mark.parametrize("person", ["chanh", "tong", "vien"])
def test_it_is_for_administrators_alone(site: Site, person: str) -> None:
    with site.browser(person) as browser:
        assert browser.post("/admin/ladders/default", **form(NOW)).status_code == 403
        assert browser.get("/admin/ladders/default").status_code == 404


def test_a_new_step_whose_code_is_taken_is_refused_in_a_sentence(site: Site, browser: Browser) -> None:
    with site.session() as session:
        session.exec(select(Step).where(Step.code == "late")).one().code = "head2"
    answer = browser.post(
        "/admin/ladders/default", **form([*NOW[:5], (2, "head"), *NOW[5:]]), confirmed="yes"
    )
    assert (answer.status_code, "bậc +1 đang mang mã này" in text_of(answer)) == (409, True)
