"""A task, or a term, that cannot be read is told of in its list, and hides no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from dondoc.web.door import csrf_of
from models import Item, Person, Plan, PlanState, Task
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from site_of import Site


@pytest.fixture
def damaged(site: Site) -> Site:
    """T-1a is damaged; T-2a stands beside it."""
    site.task("T-2a", TODAY, TODAY)
    with site.session() as session:
        session.exec(select(Task).where(Task.code == "T-1a")).one().quiet_days = "nonsense"
    return site


@pytest.fixture
def handed_in(damaged: Site) -> Site:
    """Beside these, T-3a and the damaged T-4a are handed in."""
    for code in ("T-3a", "T-4a"):
        damaged.task(code, TODAY, TODAY)
        with damaged.browser("vien") as browser:
            browser.post(f"/tasks/{code}/submit", document="1/BC, 23/5/2014")
    with damaged.session() as session:
        session.exec(select(Task).where(Task.code == "T-4a")).one().quiet_days = "nonsense"
    return damaged


@pytest.mark.parametrize(
    ("person", "path"),
    [
        pytest.param("vien", "/", id="my work"),
        pytest.param("phong", "/units/HP-TCCB", id="a unit"),
        pytest.param("cuc", "/units/HP", id="a department"),
    ],
)
def test_a_list_names_it_and_shows_the_others(damaged: Site, person: str, path: str) -> None:
    with damaged.browser(person) as browser:
        answer = browser.get(path)
    assert answer.status_code == 200
    said = text_of(answer)
    assert "Việc T-2a" in said
    assert "T-1a" in said
    assert said.count("không đọc được") == 1


def test_its_own_page_says_so_in_one_sentence(damaged: Site) -> None:
    with damaged.browser("vien") as browser:
        answer = browser.get("/tasks/T-1a")
    assert answer.status_code == 409
    assert "Dữ liệu lưu của nhiệm vụ T-1a bị hỏng" in text_of(answer)


@pytest.mark.parametrize(
    ("person", "path", "offered", "other"),
    [
        pytest.param("vien", "/", "/tasks/{}/report", "T-2a", id="reporting"),
        pytest.param("phong", "/units/HP-TCCB", 'value="{}"', "T-2a", id="handing over"),
        pytest.param("vu", "/inbox", "/tasks/{}/accept", "T-3a", id="accepting"),
        pytest.param("vu", "/inbox", "/tasks/{}/return", "T-3a", id="returning"),
    ],
)
def test_what_cannot_be_done_to_it_is_not_offered(
    handed_in: Site, person: str, path: str, offered: str, other: str
) -> None:
    with handed_in.browser(person) as browser:
        shown = browser.get(path).text
    assert offered.format(other) in shown
    assert offered.format("T-1a") not in shown
    assert offered.format("T-4a") not in shown


@pytest.mark.parametrize(
    ("person", "deed", "sent"),
    [
        pytest.param("vien", "T-1a/report", {"percent": "50"}, id="reporting"),
        pytest.param("vien", "T-1a/submit", {"document": "1/BC, 23/5/2014"}, id="handing in"),
        pytest.param("phong", "T-1a/assign", {"person": "phong"}, id="handing over"),
        pytest.param("vu", "T-4a/accept", {}, id="accepting"),
        pytest.param("vu", "T-4a/return", {"reason": "thiếu"}, id="returning"),
    ],
)
def test_nothing_is_done_to_it_before_it_is_mended(
    handed_in: Site, person: str, deed: str, sent: dict[str, str]
) -> None:
    with handed_in.browser(person) as browser:
        answer = browser.send("POST", f"/tasks/{deed}", data={"csrf": csrf_of(browser.token)} | sent)
    assert (answer.status_code, f"nhiệm vụ {deed[:4]} bị hỏng" in text_of(answer)) == (409, True)


def test_a_term_of_an_item_that_cannot_be_read_is_asked_for_and_hides_no_other(site: Site) -> None:
    site.plan()
    spoil_item(site)
    with site.browser("chanh") as browser:
        for path in ("/plans/HP-2014-01", "/plans/HP-2014-01/check"):
            answer = browser.get(path)
            assert "thời hạn “trong tháng 7/2014” không đọc được" in text_of(answer)
            assert (answer.status_code, "3.7" in text_of(answer)) == (200, True)
        assert browser.get("/plans/HP-2014-01/workbook.xlsx").status_code == 200
        browser.post("/plans/HP-2014-01/check/HP-2014-01.3.1/set", term="trước ngày 30/6/2014")
        assert "không đọc được" not in text_of(browser.get("/plans/HP-2014-01"))


def test_it_is_named_in_an_approved_plan_too_and_stops_no_change_of_the_calendar(site: Site) -> None:
    site.plan()
    spoil_item(site)
    with site.session() as session:
        session.exec(select(Plan)).one().state = PlanState.APPROVED
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        task.term_phrase, task.term_operator, task.derivation = "sớm", "nonsense", "như đã ghi"
    with site.browser("chanh") as browser:
        assert "“trong tháng 7/2014” không đọc được" in text_of(browser.get("/plans/HP-2014-01"))
        entry = {"day": "2014-05-26", "kind": "off", "name": "Nghỉ bù", "document": "15/TB-VP"}
        assert browser.post("/admin/calendar/days", **entry, confirmed="yes").status_code == 200


def spoil_item(site: Site) -> None:
    with site.session() as session:
        session.exec(select(Item).where(Item.ref == "3.1")).one().term_operator = "nonsense"


def test_a_term_that_cannot_be_read_is_shown_as_it_is_kept(site: Site) -> None:
    with site.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        task.term_phrase, task.term_operator, task.derivation = "sớm", "nonsense", "như đã ghi"
    with site.browser("vien") as browser:
        assert "như đã ghi" in text_of(browser.get("/tasks/T-1a"))


def test_it_stops_no_change_of_the_calendar_or_of_a_ladder(damaged: Site) -> None:
    with damaged.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    entry = {"day": "2014-05-26", "kind": "off", "name": "Nghỉ bù", "document": "15/TB-VP"}
    ladder = {"name": "default", "at-0": "1", "audience-0": "head", "at-1": "5", "audience-1": "office"}
    with damaged.browser("admin") as browser:
        days = browser.post("/admin/calendar/days", **entry, confirmed="yes")
        steps = browser.post("/admin/ladders/default", **ladder, confirmed="yes")
    assert (days.status_code, steps.status_code) == (200, 200)
    with damaged.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        assert (task.quiet_days, task.next_look_on) == ("nonsense", TODAY)
