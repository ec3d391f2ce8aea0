"""The page of a unit: load, finding without tone marks, paging, and handing over many at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from models import Person, Post, PostRole, Task
from site_of import text_of

if TYPE_CHECKING:
    from site_of import Site

LATER = dt.date(2014, 8, 1)
GIVEN = dt.date(2014, 5, 12)


@pytest.fixture
def busy(site: Site) -> Site:
    site.task("T-2a", LATER, GIVEN, title="Kiểm kê tang vật tại Hải Phòng")
    site.task("T-3a", None, GIVEN, title="Rà soát hồ sơ")
    return site


def codes(site: Site, path: str, person: str = "phong") -> list[str]:
    with site.browser(person) as browser:
        page = browser.get(path).text
    return [code for code in ("T-1a", "T-2a", "T-3a") if f'href="/tasks/{code}"' in page]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", ["T-1a", "T-2a", "T-3a"], id="everything open"),
        pytest.param("?q=hai%20phong", ["T-2a"], id="without tone marks"),
        pytest.param("?q=H%E1%BA%A2I%20PH%C3%92NG", ["T-2a"], id="in capitals"),
        pytest.param("?q=t-3A", ["T-3a"], id="by the code"),
        pytest.param("?q=an%20vien", ["T-1a", "T-2a", "T-3a"], id="by the assignee"),
        pytest.param("?q=to%20chuc%20can%20bo", ["T-1a", "T-2a", "T-3a"], id="by the unit"),
        pytest.param("?q=100%25", [], id="a sign of the database's own is a letter like any other"),
        pytest.param("?part=late", ["T-1a"], id="overdue"),
        pytest.param("?part=undated", ["T-3a"], id="without a term"),
        pytest.param("?part=done", [], id="done"),
    ],
)
def test_it_finds(busy: Site, query: str, found: list[str]) -> None:
    assert codes(busy, f"/units/HP-TCCB{query}") == found


def test_it_shows_who_has_how_much(busy: Site) -> None:
    with busy.browser("phong") as browser:
        said = text_of(browser.get("/units/HP-TCCB"))
    assert "An Viên 3 1 0" in said
    with busy.browser("cuc") as browser:
        said = text_of(browser.get("/units/HP"))
    assert "01 người không có nhiệm vụ đang thực hiện Phạm Cục" in said


def test_it_pages_in_the_address(busy: Site) -> None:
    for number in range(4, 60):
        busy.task(f"T-{number}a", LATER, GIVEN)
    with busy.browser("phong") as browser:
        first, second = (browser.get(f"/units/HP-TCCB?number={n}").text for n in (1, 2))
    assert first.count('class="line choice"') == 50
    assert second.count('class="line choice"') == 10  # with the review of the undated one
    assert 'rel="next"' in first
    assert 'rel="next"' not in second


def serve(site: Site, *names: str) -> None:
    """Let officers of those names serve in the small room."""
    room = site.world.units["HP-TCCB"]
    with site.session() as session:
        people = [Person(code=f"vi{number}", name=name) for number, name in enumerate(names)]
        session.add_all(people)
        session.flush()
        session.add_all(
            Post(unit_id=room, person_id=one.id, role=PostRole.OFFICER, title="", valid_from=GIVEN)
            for one in people
        )


def test_its_people_stand_in_the_order_of_the_alphabet(busy: Site) -> None:
    serve(busy, "Vũ Sau", "Đào Giữa", "Cao Trước")
    with busy.browser("phong") as browser:
        page = browser.get("/units/HP-TCCB")
    assert "Cao Trước Đào Giữa Vũ Sau" in text_of(page), "who has nothing open"
    assert "An Viên Cao Trước Đào Giữa Mai Phòng Phạm Cục Vũ Sau" in text_of(page), "who may take a task over"


def test_it_pages_its_people_in_the_address(busy: Site) -> None:
    serve(busy, *(f"Vi {number:02}" for number in range(50)))
    with busy.browser("phong") as browser:
        pages = [browser.get(f"/units/HP-TCCB?people={number}").text for number in (1, 2)]
    shown = [page.partition('id="load"')[2].partition("</section>")[0] for page in pages]
    assert [">An Viên<" in part for part in shown] == [True, False]
    assert [("Vi 47" in part, "Vi 48" in part) for part in shown] == [(True, False), (False, True)]
    assert all("50 người không có nhiệm vụ" in part for part in shown), "of all of them, on each page"
    assert 'people=2"' in pages[0]


def test_a_head_hands_many_over_at_once(busy: Site) -> None:
    with busy.browser("phong") as browser:
        answer = browser.post("/units/HP-TCCB/assign", task=["T-1a", "T-2a"], person="phong")
    assert "Đã giao lại 02 nhiệm vụ" in text_of(answer)
    with busy.session() as session:
        held = dict(session.exec(select(Task.code, Task.assignee_id)).all())
    phong, vien = (busy.world.people[code] for code in ("phong", "vien"))
    assert (held["T-1a"], held["T-2a"], held["T-3a"]) == (phong, phong, vien)


@pytest.mark.parametrize(
    ("person", "fields"),
    [
        pytest.param("phong", {"task": ["T-1a", "T-9a"], "person": "phong"}, id="one of them is not there"),
        pytest.param("phong", {"task": ["T-1a"], "person": "vu"}, id="not one of the owner's people"),
        pytest.param("phong", {"task": ["T-1a"]}, id="nobody is named"),
        pytest.param("vien", {"task": ["T-1a"], "person": "phong"}, id="an officer"),
    ],
)
def test_all_are_handed_over_or_none(busy: Site, person: str, fields: dict[str, object]) -> None:
    with busy.browser(person) as browser:
        assert browser.post("/units/HP-TCCB/assign", **fields).status_code >= 400
    with busy.session() as session:
        assert set(session.exec(select(Task.assignee_id).where(Task.code == "T-1a"))) == {
            busy.world.people["vien"]
        }


@pytest.mark.parametrize(
    ("person", "status"),
    [("vien", 200), ("phong", 200), ("cuc", 200), ("chanh", 200), ("vu", 404), ("other", 404)],
)
def test_it_is_there_for_those_it_reaches(busy: Site, person: str, status: int) -> None:
    busy.outsider("other")
    with busy.browser(person) as browser:
        assert browser.get("/units/HP-TCCB").status_code == status


def test_only_who_hands_over_is_offered_it(busy: Site) -> None:
    for person, offered in (("phong", True), ("cuc", True), ("vien", False), ("chanh", False)):
        with busy.browser(person) as browser:
            assert ('name="task"' in browser.get("/units/HP-TCCB").text) == offered, person
