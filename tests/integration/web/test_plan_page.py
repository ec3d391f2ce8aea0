"""The page of a plan: what it shows, and its whole life from its forms."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from dondoc.services import issuing
from dondoc.services.schedule import work_moment
from models import Item, Person, Plan, PlanState, Post
from site_of import TODAY, text_of
from small_plan import CODE

if TYPE_CHECKING:
    from site_of import Browser, Site

PAGE = f"/plans/{CODE}"
LATER = dt.date(2014, 5, 29)


@pytest.fixture
def drafted(site: Site) -> Site:
    site.plan()
    return site


def does(site: Site, person: str, deed: str, **fields: str) -> str:
    """Let somebody do a deed by its form, and return what the page then says."""
    with site.browser(person) as browser:
        return text_of(browser.post(f"{PAGE}/{deed}", **fields))


def submitted(site: Site) -> Site:
    does(site, "chanh", "open")
    does(site, "cuc", "consult")
    site.live(LATER)  # the term of the opinions has passed
    does(site, "cuc", "submit")
    return site


def in_force(site: Site) -> None:
    """Submit, approve and issue the plan."""
    does(submitted(site), "tong", "approve")
    with site.session() as session:
        issuing.issue(session, CODE, LATER, work_moment(LATER))


def state(site: Site) -> PlanState:
    with site.session() as session:
        return session.exec(select(Plan)).one().state


def offered(browser: Browser) -> set[str]:
    """Return the deeds whose forms the page holds."""
    text = browser.get(PAGE).text
    return {part.partition('"')[0] for part in text.split(f'action="{PAGE}/')[1:]}


def test_a_plan_lives_from_its_page(drafted: Site) -> None:
    assert "việc xây dựng là nhiệm vụ HP-2014-01.3.6a" in does(drafted, "chanh", "open")
    assert "02 đơn vị tham gia ý kiến" in does(drafted, "cuc", "consult")
    assert "Nhất trí" in does(drafted, "vu", "opine", text="Nhất trí")
    drafted.live(LATER)
    said = does(drafted, "cuc", "submit")
    assert "Không tham gia ý kiến: Văn phòng Tổng cục" in said
    assert "được giao trong ít phút" in does(drafted, "tong", "approve")
    assert state(drafted) is PlanState.APPROVED


def test_it_waits_to_be_issued_and_then_shows_its_tasks(drafted: Site) -> None:
    does(submitted(drafted), "tong", "approve")
    with drafted.browser("cuc") as browser:
        assert "chờ giao nhiệm vụ" in text_of(browser.get(PAGE))
        with drafted.session() as session:
            issuing.issue(session, CODE, LATER, work_moment(LATER))
        seen = browser.get(PAGE)
    assert f'href="/tasks/{CODE}.3.1a"' in seen.text
    assert "chờ giao nhiệm vụ" not in text_of(seen)


@pytest.mark.parametrize(
    ("person", "deeds"),
    [
        pytest.param("chanh", {"open", "workbook"}, id="the Office opens a draft"),
        pytest.param("cuc", set(), id="the unit waits"),
        pytest.param("tong", set(), id="the Director General waits"),
    ],
)
def test_it_offers_what_its_viewer_may_do(drafted: Site, person: str, deeds: set[str]) -> None:
    with drafted.browser(person) as browser:
        assert offered(browser) == deeds


@pytest.mark.parametrize(
    ("person", "deeds"),
    [
        pytest.param("chanh", {"workbook", "opine"}, id="the Office was asked and mends items"),
        pytest.param("cuc", {"workbook", "submit"}, id="the unit submits once all have had their time"),
        pytest.param("vu", {"opine"}, id="the unit that was asked answers"),
        pytest.param("tong", set(), id="the Director General waits"),
    ],
)
def test_it_offers_in_consultation(drafted: Site, person: str, deeds: set[str]) -> None:
    does(drafted, "chanh", "open")
    does(drafted, "cuc", "consult")
    drafted.live(LATER)
    with drafted.browser(person) as browser:
        assert offered(browser) == deeds


def test_it_says_why_something_cannot_be_done_yet(drafted: Site) -> None:
    does(drafted, "chanh", "open")
    with drafted.browser("cuc") as browser:
        seen = browser.get(PAGE)
        assert "chưa được gửi lấy ý kiến" in text_of(seen)
        assert browser.post(f"{PAGE}/submit").status_code == 409


def test_it_lists_what_is_lacking_and_asks_why_days_are_past(drafted: Site) -> None:
    with drafted.session() as session:
        item = session.exec(select(Item).where(Item.ref == "3.7")).one()
        item.assignee_id = None
    submitted(drafted)
    with drafted.browser("tong") as browser:
        assert "Chưa có người phụ trách đang công tác: 3.7" in text_of(browser.get(PAGE))
        assert offered(browser) == {"return"}
        assert browser.post(f"{PAGE}/approve").status_code == 409


def test_days_already_past_are_approved_with_a_reason(drafted: Site) -> None:
    submitted(drafted).live(dt.date(2014, 8, 4))
    with drafted.browser("tong") as browser:
        assert "Thời hạn của các nội dung sau đã qua" in text_of(browser.get(PAGE))
        assert browser.post(f"{PAGE}/approve").status_code == 409
        browser.post(f"{PAGE}/approve", reason="đã hoàn thành trước khi ban hành")
        assert "đã hoàn thành trước khi ban hành" in text_of(browser.get(PAGE))


def test_a_returned_plan_keeps_its_rounds(drafted: Site) -> None:
    submitted(drafted)
    assert "chưa rõ sản phẩm" in does(drafted, "tong", "return", reason="chưa rõ sản phẩm")
    assert "lần 02" in does(drafted, "cuc", "submit")


def test_a_plan_with_open_tasks_is_not_closed(drafted: Site) -> None:
    does(submitted(drafted), "tong", "approve")
    with drafted.session() as session:
        issuing.issue(session, CODE, LATER, work_moment(LATER))
    with drafted.browser("chanh") as browser:
        assert "Chưa kết thúc được" in text_of(browser.get(PAGE))
        assert browser.post(f"{PAGE}/close").status_code == 409


@pytest.mark.parametrize(
    ("person", "deed"),
    [
        pytest.param("cuc", "open", id="the unit does not open"),
        pytest.param("vien", "close", id="an officer does not close"),
        pytest.param("cuc", "approve", id="the unit does not approve"),
        pytest.param("chanh", "issue", id="a draft is not issued"),
    ],
)
def test_a_form_that_was_not_offered_is_refused(drafted: Site, person: str, deed: str) -> None:
    with drafted.browser(person) as browser:
        assert browser.post(f"{PAGE}/{deed}").status_code in (403, 409)
    assert state(drafted) is PlanState.DRAFT


def test_of_two_who_approve_at_once_one_is_refused(drafted: Site) -> None:
    submitted(drafted)
    with drafted.browser("tong") as one, drafted.browser("tong") as other, ThreadPoolExecutor(2) as both:
        for browser in (one, other):
            assert "approve" in offered(browser)
        answers = both.map(lambda browser: browser.post(f"{PAGE}/approve").status_code, (one, other))
        assert sorted(answers) == [200, 409]


def test_it_is_there_for_those_it_reaches(drafted: Site) -> None:
    drafted.outsider("other")
    for person, status in (("vien", 200), ("vu", 200), ("tong", 200), ("other", 404)):
        with drafted.browser(person) as browser:
            assert browser.get(PAGE).status_code == status
            assert (CODE in browser.get("/plans").text) == (status == 200)


def test_the_timeline_has_words_of_its_own(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        picture = browser.get(PAGE).text.partition("<svg")[2].partition("</svg>\n<ul")[0]
    assert TODAY.year == 2014
    for words in ("<title", "<desc", "Hôm nay 23/5/2014", "31/7/2014, chưa hoàn thành, trong hạn"):
        assert words in picture
    assert "style=" not in picture


def test_a_standing_duty_goes_on_in_the_timeline(drafted: Site) -> None:
    in_force(drafted)
    with drafted.browser("chanh") as browser:
        page = browser.get(PAGE).text
    assert page.count('<line class="standing"') == 2  # its row, and the legend
    assert "nhiệm vụ thường xuyên, từ 29/5/2014" in page


def test_nothing_is_missing_once_it_is_approved_though_people_leave(drafted: Site) -> None:
    in_force(drafted)
    with drafted.session() as session:
        for post in session.exec(select(Post).join(Person).where(col(Person.code).in_(("vien", "phong")))):
            post.valid_to = LATER
    drafted.live(dt.date(2014, 6, 2))
    with drafted.browser("chanh") as browser:
        assert "chưa có người phụ trách" not in text_of(browser.get(PAGE))


def test_the_ledger_names_what_was_set(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        browser.post(f"{PAGE}/check/3.6/set", orders_plan="no")
        browser.post(f"{PAGE}/check/3.7/set", drop="Đã làm xong")
        said = text_of(browser.get(PAGE))
    assert "HP-2014-01.3.6 : yêu cầu xây dựng kế hoạch" in said
    assert "HP-2014-01.3.7 : lý do không đưa vào kế hoạch" in said


def test_what_hinders_counts_as_officials_do(drafted: Site) -> None:
    submitted(drafted)
    does(drafted, "tong", "approve")
    with drafted.session() as session:
        issuing.issue(session, CODE, LATER, work_moment(LATER))
    with drafted.browser("chanh") as browser:
        assert "còn 02 nhiệm vụ chưa kết thúc" in text_of(browser.get(PAGE))
