"""A page asks the database a few times, however much stands on it."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from statements_of import MOST, counted

if TYPE_CHECKING:
    from site_of import Site

PEOPLE = 90
"""More than the page has threads and connections together."""
GIVEN = dt.date(2014, 5, 9)


PAGES = (
    ("vien", "/"),
    ("vien", "/?q=an vien"),
    ("vien", "/?part=late&number=2"),
    ("vien", "/tasks/T-1a"),
    ("vien", "/account"),
    ("phong", "/tasks/T-1a"),
    ("phong", "/units/HP-TCCB?q=an vien"),
    ("chanh", "/national?q=an vien"),
    ("admin", "/admin"),
    ("admin", "/admin/people"),
    ("admin", "/admin/people/vien"),
    ("admin", "/admin/units"),
    ("admin", "/admin/units/HP-TCCB"),
    ("admin", "/admin/ladders"),
    ("admin", "/admin/ladders/default"),
    ("admin", "/admin/calendar"),
    ("admin", "/admin/outbox"),
)


@pytest.fixture
def full(administered: Site) -> Site:
    for number in range(2, 60):
        administered.task(f"T-{number}a", dt.date(2014, 5, 12 + number % 17), GIVEN)
    return administered


def test_a_page_asks_little(full: Site) -> None:
    asked = {}
    for person, path in PAGES:
        with full.browser(person) as browser:
            browser.get(path)  # the first request of a process also reads the organisation
            with counted() as asked[person, path]:
                assert browser.get(path).status_code == 200
    assert {way: list(words) for way, words in asked.items() if len(words) > MOST} == {}


def test_many_at_once_wait_for_none_of_each_other(site: Site) -> None:
    """All come while the organisation is not read yet."""
    with site.browser("vien") as browser, ThreadPoolExecutor(PEOPLE) as people:
        answers = list(people.map(lambda _: browser.get("/").status_code, range(PEOPLE)))
    assert answers == [200] * PEOPLE
