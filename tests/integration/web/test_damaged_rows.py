"""A task whose row cannot be read is told of in its list, and hides no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from models import Person, Task
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
        reported = browser.post("/tasks/T-1a/report", percent="50")
    assert (answer.status_code, reported.status_code) == (409, 409)
    assert "Dữ liệu lưu của nhiệm vụ T-1a bị hỏng" in text_of(answer)


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
