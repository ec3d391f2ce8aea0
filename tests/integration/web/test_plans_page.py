"""The list of plans: filters in the address, pages, and how many questions a page asks of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_of import TODAY, text_of
from small_plan import BY_END_OF_JULY, CODE, SmallPlan
from statements_of import MOST, counted

if TYPE_CHECKING:
    from site_of import Site

ITEMS = 96
PERIODS = 3


def large_plan(site: Site) -> None:
    """Draft a plan of a hundred items and give out three hundred tasks of it."""
    with site.session() as session:
        site.world.session = session
        small = SmallPlan(session, site.world)
        for number in range(ITEMS):
            item = small.item(f"4.{number:02}", lead="HP-TCCB", person="vien", term=BY_END_OF_JULY)
            for period in range(PERIODS):
                more = {"plan_id": small.plan.id, "item_id": item.id, "period": str(period)}
                site.world.task(f"{item.code}@{period}", TODAY, TODAY, **more)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", True, id="all"),
        pytest.param("?q=hai+phong", True, id="a unit without its tone marks"),
        pytest.param("?q=2014-01", True, id="a part of the code"),
        pytest.param("?q=%25", False, id="no wildcard"),
        pytest.param("?q=quang+ninh", False, id="another unit"),
        pytest.param("?state=draft&unit=HP", True, id="state and unit"),
        pytest.param("?state=closed", False, id="another state"),
        pytest.param("?state=nonsense", True, id="no state at all"),
        pytest.param("?unit=QN", False, id="a unit without plans"),
        pytest.param("?late=1", False, id="nothing overdue"),
        pytest.param("?page=7", True, id="a page too far"),
    ],
)
def test_it_filters_by_its_address(site: Site, query: str, found: bool) -> None:
    site.plan()
    with site.browser("chanh") as browser:
        assert (CODE in text_of(browser.get(f"/plans{query}"))) == found


def test_a_page_asks_few_questions_of_a_large_plan(site: Site) -> None:
    large_plan(site)
    asked = {}
    for person in ("chanh", "cuc", "vien"):
        with site.browser(person) as browser:
            browser.get("/plans")  # the organisation is read once
            for path in ("/plans", f"/plans/{CODE}", "/inbox"):
                with counted() as asked[person, path]:
                    assert browser.get(path).status_code == 200
    assert {way: list(words) for way, words in asked.items() if len(words) > MOST} == {}
