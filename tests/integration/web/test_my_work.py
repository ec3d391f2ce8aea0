"""The first page of somebody who has much to do: a page at a time, in its parts, found and counted."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from dondoc.services import my_work
from site_of import text_of

if TYPE_CHECKING:
    import httpx

    from site_of import Site

GIVEN = dt.date(2014, 5, 9)
LATE = dt.date(2014, 5, 20)
SOON = dt.date(2014, 5, 27)
ON_PAGES = {1: ["T-2a", "T-3a", "T-4a"], 2: ["T-1a", "T-5a", "T-6a"], 3: ["T-7a"]}
"""Four are late, T-1a among them, three are due soon."""


@pytest.fixture
def busy(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The officer with seven tasks, three of which go on a page."""
    monkeypatch.setattr(my_work, "ON_A_PAGE", 3)
    for number in range(2, 8):
        site.task(f"T-{number}a", LATE if number < 5 else SOON, GIVEN)
    return site


def lines(answer: httpx.Response) -> list[str]:
    return re.findall(r'href="/tasks/([^"]+)"', answer.text)


def address(answer: httpx.Response, rel: str) -> str:
    """Return where the link to the page before or the next one leads."""
    (found,) = re.findall(rf'rel="{rel}" href="([^"]+)"', answer.text)
    return unescape(found)


@pytest.mark.parametrize("number", ON_PAGES)
def test_it_comes_a_page_at_a_time(busy: Site, number: int) -> None:
    with busy.browser("vien") as browser:
        assert lines(browser.get(f"/?number={number}")) == ON_PAGES[number]


def test_each_part_tells_how_many_it_has_in_all(busy: Site) -> None:
    with busy.browser("vien") as browser:
        first, second = text_of(browser.get("/")), text_of(browser.get("/?number=2"))
    assert "Tất cả 07 Nhiệm vụ quá hạn 04 Nhiệm vụ sắp đến hạn 03 Nhiệm vụ quá hạn 04 Việc T-2a" in first
    assert "Nhiệm vụ quá hạn 04 Việc T-1a" in second
    assert "Nhiệm vụ sắp đến hạn 03 Việc T-5a" in second


def test_a_part_is_shown_alone(busy: Site) -> None:
    with busy.browser("vien") as browser:
        shown = browser.get("/?part=late")
        assert lines(shown) == ["T-2a", "T-3a", "T-4a"]
        assert lines(browser.get(address(shown, "next"))) == ["T-1a"]
        assert lines(browser.get("/lists/due_soon")) == ["T-5a", "T-6a", "T-7a"]
        assert browser.get("/?part=none").status_code == 422


def test_what_was_searched_for_stays_from_page_to_page(busy: Site) -> None:
    with busy.browser("vien") as browser:
        shown = browser.get("/?q=an vien&part=late")
        then = browser.get(address(shown, "next"))
        assert 'value="an vien"' in then.text
        assert (lines(then), lines(browser.get(address(then, "prev")))) == (["T-1a"], lines(shown))
        found = browser.get("/?q=T-5a")
    assert (lines(found), "Tất cả" in found.text) == (["T-5a"], False)


def test_a_report_leads_back_to_the_page_it_was_written_on(busy: Site) -> None:
    with busy.browser("vien") as browser:
        shown = browser.get("/?part=late&number=2")
        (back,) = re.findall(r'name="to" value="([^"]+)"', shown.text)
        seen = browser.post("/tasks/T-1a/report", percent="40", to=unescape(back))
        assert lines(seen) == ["T-1a"]
        away = browser.post("/tasks/T-1a/report", percent="50", to="//elsewhere.example/?")
    assert away.url.path == "/tasks/T-1a"


def test_a_page_too_far_is_the_last(busy: Site) -> None:
    with busy.browser("vien") as browser:
        assert lines(browser.get("/?number=9")) == ON_PAGES[3]
        assert browser.get("/?number=0").status_code == 422


def test_nothing_found_is_said(busy: Site) -> None:
    with busy.browser("vien") as browser:
        assert "Không có nhiệm vụ nào" in text_of(browser.get("/?q=khong co&number=2"))
