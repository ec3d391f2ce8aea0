"""The national board: the four cells as the rule judges each task, filters in the address, its workbook."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from api_of import program
from dondoc.web import kept
from dondoc.web.door import COOKIE
from site_of import TODAY, text_of

if TYPE_CHECKING:
    import httpx

    from site_of import Browser, Site

GIVEN = dt.date(2014, 5, 9)
LATE = dt.date(2014, 5, 22)
LONG = dt.timedelta(hours=1)


@pytest.fixture
def country(site: Site) -> Site:
    """One overdue, one in time, one undated, one handed in on time, one done on time, one done late."""
    site.task("T-2a", dt.date(2014, 8, 1), GIVEN)
    site.task("T-3a", None, GIVEN)
    for code, due_on in (("T-4a", TODAY), ("T-5a", TODAY), ("T-6a", LATE)):
        site.task(code, due_on, GIVEN)
    with site.browser("vien") as officer, site.browser("vu") as acceptor:
        for code in ("T-4a", "T-5a", "T-6a"):
            officer.post(f"/tasks/{code}/submit", document="12/BC, 23/5/2014")
        for code in ("T-5a", "T-6a"):
            acceptor.post(f"/tasks/{code}/accept")
    return site


def row(page: str, unit: str) -> list[str]:
    """The numbers of the first table row of a unit."""
    inside = page[page.index(unit) :]
    return re.findall(r"(\d+)%?(?:</b>)?</td>", inside[: inside.index("</tr>")])


def test_it_counts_every_task_in_one_cell(country: Site) -> None:
    with country.browser("chanh") as browser:
        page = browser.get("/national").text
    # done on time, done late, within term (T-2a, and T-4a by its hand-in), overdue, undated, share late
    assert row(page, "Cục Hải Phòng") == ["1", "1", "2", "1", "1", "33"]
    assert row(page, "Vụ Tổ chức cán bộ") == ["1", "1", "2", "1", "1", "33"]


def test_a_waiting_hand_in_is_judged_by_its_day_for_ever(country: Site) -> None:
    country.live(dt.date(2014, 6, 20))
    with country.browser("chanh") as browser:
        assert row(browser.get("/national").text, "Cục Hải Phòng") == ["1", "1", "2", "1", "1", "33"]


def test_the_trend_judges_as_the_cells_do(country: Site) -> None:
    with country.browser("vu") as acceptor:
        country.live(dt.date(2014, 6, 20))
        acceptor.post("/tasks/T-4a/accept")  # in time, however long the answer took
    with program(country, "chanh") as office:
        weeks = office.get("/national").json()["trend"]
    # T-1a alone was overdue on a Friday: the late hand-in of T-6a was accepted on 23/5
    assert [week["overdue"] for week in weeks] == [0, 0, 0, 1, 1, 1, 1, 1]
    assert [week["done"] for week in weeks] == [0, 0, 0, 2, 0, 0, 0, 1]


def test_a_view_is_an_address(country: Site) -> None:
    with country.browser("chanh") as browser:
        mine = browser.get("/national?department=HP&part=handed_in")
        others = browser.get("/national?department=TC&part=open")
        unknown = browser.get("/national?department=XX")
    assert re.findall(r'href="/tasks/(T-[^"]*)"', mine.text) == ["T-4a"]
    assert "Không có nhiệm vụ nào" in text_of(others)
    assert unknown.status_code == 404


def test_from_the_board_to_a_late_task_are_two_clicks(country: Site) -> None:
    with country.browser("tong") as browser:
        board = browser.get("/national").text
        department = re.search(r'href="(/national\?department=HP[^"]*)"', board)
        assert department
        found = browser.get(department[1].replace("&amp;", "&")).text
        assert 'href="/tasks/T-1a"' in found
        assert browser.get("/tasks/T-1a").status_code == 200


def test_its_workbook_holds_what_is_on_the_screen(country: Site) -> None:
    country.task("T-7a", LATE, GIVEN, title="=1+1")
    with country.browser("chanh") as browser:
        answer = browser.get("/national.xlsx?department=HP&part=late")
    book = load_workbook(BytesIO(answer.content))
    assert [list(cells) for cells in book.worksheets[0].iter_rows(values_only=True)][1][:6] == [
        "Cục Hải Phòng",
        1,
        1,
        2,
        2,
        1,
    ]
    tasks = list(book.worksheets[2].iter_rows(values_only=True))[1:]
    assert [(line[0], line[1]) for line in tasks] == [("T-1a", "Việc T-1a"), ("T-7a", "=1+1")]
    assert book.worksheets[2]["B3"].data_type == "s"


@pytest.mark.parametrize(
    ("person", "status"),
    [
        pytest.param("tong", 200, id="the Director General"),
        pytest.param("chanh", 200, id="the Office"),
        pytest.param("vu", 200, id="a supervising unit: its own field"),
        pytest.param("cuc", 404, id="a province"),
        pytest.param("vien", 404, id="an officer"),
    ],
)
def test_it_is_for_the_general_department(country: Site, person: str, status: int) -> None:
    with country.browser(person) as browser:
        assert browser.get("/national").status_code == status
        assert browser.get("/national.xlsx").status_code == status
        assert ('href="/national"' in browser.get("/").text) == (status == 200)


@pytest.fixture
def slow(country: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A country that takes long to count: what was counted is shown for half a minute."""
    monkeypatch.setattr(kept, "QUICK", -LONG)
    monkeypatch.setattr(kept, "TIMES", LONG / dt.timedelta(microseconds=1))
    return country


def ask(browser: Browser, site: Site, person: str, path: str = "/national") -> httpx.Response:
    """Ask the one application as somebody."""
    return browser.send("GET", path, headers={"cookie": f"{COOKIE}={site.token(person)}"})


def test_what_was_counted_for_one_is_shown_to_who_sees_the_same(slow: Site) -> None:
    with slow.browser() as browser:
        before = ask(browser, slow, "chanh").text
        slow.task("T-7a", LATE, GIVEN)
        after, another = (ask(browser, slow, one).text for one in ("tong", "vu"))
        part = ask(browser, slow, "chanh", "/national?department=HP").text
    assert row(before, "Cục Hải Phòng") == row(after, "Cục Hải Phòng") == ["1", "1", "2", "1", "1", "33"]
    assert "Số liệu tính lúc 08 giờ 00, 23/5/2014" in after, "as the simulated folder's day has it"
    # another reach, another view: counted for themselves
    for page in (another, part):
        assert row(page, "Vụ Tổ chức cán bộ") == ["1", "1", "2", "2", "1", "43"]


def test_a_small_country_is_counted_for_everybody(country: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "QUICK", LONG)  # this machine may be busy
    with country.browser() as browser:
        ask(browser, country, "chanh")
        country.task("T-7a", LATE, GIVEN)
        page = ask(browser, country, "chanh").text
    assert row(page, "Cục Hải Phòng") == ["1", "1", "2", "2", "1", "43"]
    assert "Số liệu tính lúc" not in page
