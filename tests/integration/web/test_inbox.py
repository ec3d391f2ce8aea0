"""What waits for somebody's decision, and deciding it where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from models import Task, TaskKind, TaskState
from site_of import TODAY, text_of
from small_plan import CODE

if TYPE_CHECKING:
    from site_of import Browser, Site


@pytest.fixture
def busy(site: Site) -> Site:
    """A task handed in, an undated one, and a plan in consultation."""
    site.task("T-2a", None, TODAY)
    site.plan()
    with site.browser("vien") as officer, site.browser("chanh") as office, site.browser("cuc") as head:
        officer.post("/tasks/T-1a/submit", files={"evidence": ("bien-ban.txt", b"xong")})
        office.post(f"/plans/{CODE}/open")
        head.post(f"/plans/{CODE}/consult")
    return site


def waiting(browser: Browser) -> list[str]:
    """Return the headings of the inbox, in order."""
    heads = re.findall(r'<h2 id="row-\d+">(.*?)</h2>', browser.get("/inbox").text)
    return [head.strip() for head in heads]


@pytest.mark.parametrize(
    ("person", "heads"),
    [
        pytest.param("vu", ["Tham gia ý kiến", "Nghiệm thu hoặc trả lại"], id="opinion and acceptance"),
        pytest.param("phong", ["Rà soát nhiệm vụ T-2a"], id="the review of an undated task"),
        pytest.param("vien", [], id="an officer decides nothing"),
        pytest.param("tong", [], id="nothing was submitted"),
    ],
)
def test_each_has_what_waits_for_them(busy: Site, person: str, heads: list[str]) -> None:
    with busy.browser(person) as browser:
        found = waiting(browser)
        menu = browser.get("/").text.partition("</nav>")[0]
    assert [any(one.startswith(head) for one in found) for head in heads] == [True] * len(found)
    assert len(found) == len(heads)
    assert (f'<span class="count">{len(heads):02}</span>' in menu) == bool(heads)


@pytest.mark.parametrize(
    ("person", "decision", "leads_to"),
    [
        pytest.param("vu", "T-1a.NT1", "/tasks/T-1a", id="an acceptance, to the work"),
        pytest.param("phong", "T-2a.RS1", "/tasks/T-2a", id="a review, to the undated task"),
        pytest.param("vu", f"{CODE}.YK-TC-TCCB", f"/plans/{CODE}#deeds", id="an opinion, to the plan"),
    ],
)
def test_a_decision_leads_to_what_is_decided(busy: Site, person: str, decision: str, leads_to: str) -> None:
    with busy.browser(person) as browser:
        seen = browser.get(f"/tasks/{decision}")
    assert f'<a class="button" href="{leads_to}">' in seen.text
    assert "/report" not in seen.text


def test_work_is_accepted_where_it_stands(busy: Site) -> None:
    with busy.browser("vu") as browser:
        seen = browser.get("/inbox")
        place = re.search(r'href="(/tasks/T-1a/evidence/\w+)">bien-ban.txt', seen.text)
        assert place is not None
        assert browser.get(place[1]).content == b"xong"
        after = browser.post("/tasks/T-1a/accept", to="/inbox")
    assert (after.url.path, "T-1a" in text_of(after).partition("Chờ tôi")[2]) == ("/inbox", False)


def test_work_is_returned_where_it_stands(busy: Site) -> None:
    with busy.browser("vu") as browser:
        after = browser.post("/tasks/T-1a/return", reason="thiếu chữ ký", to="/inbox")
    assert after.url.path == "/inbox"
    with busy.session() as session:
        assert session.exec(select(Task).where(Task.code == "T-1a")).one().state is TaskState.RETURNED


def test_an_opinion_is_given_where_it_stands(busy: Site) -> None:
    with busy.browser("vu") as browser:
        assert browser.post(f"/plans/{CODE}/opine", text="Nhất trí", to="/inbox").url.path == "/inbox"
        assert len(waiting(browser)) == 1


def test_a_review_is_done_where_it_stands(busy: Site) -> None:
    with busy.browser("phong") as browser:
        after = browser.post("/tasks/T-2a/report", percent="10", to="/inbox")
    assert after.url.path == "/inbox"
    with busy.session() as session:
        reviews = session.exec(select(Task).where(Task.kind == TaskKind.REVIEW)).all()
    assert {review.state for review in reviews if review.code.startswith("T-2a")} == {
        TaskState.ACCEPTED,
        TaskState.ASSIGNED,
    }


def test_a_plan_is_approved_in_two_steps(busy: Site) -> None:
    for person in ("vu", "chanh"):
        with busy.browser(person) as browser:
            browser.post(f"/plans/{CODE}/opine", text="Nhất trí")
    with busy.browser("cuc") as head:
        head.post(f"/plans/{CODE}/submit")
    with busy.browser("tong") as browser:
        assert f'href="/plans/{CODE}#deeds"' in browser.get("/inbox").text
        browser.post(f"/plans/{CODE}/approve")
        assert waiting(browser) == []
