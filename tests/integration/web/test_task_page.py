"""The page of a task: what it shows, and every deed from its forms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from application import HOST
from dondoc.web.door import csrf_of
from models import Task, TaskState
from site_of import text_of

if TYPE_CHECKING:
    from mailed import Mailed
    from site_of import Site


def state(site: Site) -> tuple[TaskState, int]:
    with site.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        return task.state, task.percent


def test_it_shows_how_the_task_stands(site: Site) -> None:
    with site.browser("vien") as browser:
        said = text_of(browser.get("/tasks/T-1a"))
    for words in ("Việc T-1a", "quá hạn 01 ngày làm việc", "22/5/2014", "An Viên", "Phòng Tổ chức cán bộ"):
        assert words in said


def test_it_shows_who_was_told(mailed: Mailed) -> None:
    with mailed.site.browser("vien") as browser:
        said = text_of(browser.get("/tasks/T-1a"))
    assert "23/5/2014 người phụ trách, thủ trưởng đơn vị: Mai Phòng, An Viên" in said


def test_progress_is_shown_while_it_is_worked_on(site: Site) -> None:
    with site.browser("vien") as browser:
        assert "40%" in text_of(browser.post("/tasks/T-1a/report", percent="40")).partition("Việc có thể")[0]
        handed_in = browser.post("/tasks/T-1a/submit", document="12/BC, 23/5/2014")
    assert "40%" not in text_of(handed_in).partition("Thời hạn")[0].partition("chờ nghiệm thu")[2]


def test_progress_is_reported_where_the_list_stands(site: Site) -> None:
    with site.browser("vien") as browser:
        assert "Việc T-1a" in text_of(browser.get("/"))
        seen = browser.post("/tasks/T-1a/report", percent="40", note="đang làm", to="/")
        assert (seen.url.path, "T-1a: đã ghi nhận tiến độ 40%" in text_of(seen)) == ("/", True)
        assert "đã ghi nhận" not in text_of(browser.get("/"))
    assert state(site) == (TaskState.IN_PROGRESS, 40)


def test_it_is_handed_in_and_returned_and_accepted(site: Site) -> None:
    proof = {"evidence": ("bien-ban.txt", b"da xong", "text/plain")}
    with site.browser("vien") as officer, site.browser("vu") as acceptor:
        assert "bien-ban.txt" in text_of(officer.post("/tasks/T-1a/submit", files=proof))
        assert "làm lại phần đầu" in text_of(acceptor.post("/tasks/T-1a/return", reason="làm lại phần đầu"))
        officer.post("/tasks/T-1a/submit", document="12/BC, 23/5/2014")
        acceptor.post("/tasks/T-1a/accept")
    assert state(site)[0] is TaskState.ACCEPTED


def test_it_is_handed_over_to_one_of_the_owners_people(site: Site) -> None:
    with site.browser("phong") as head:
        page = head.get("/tasks/T-1a")
        assert '<option value="cuc">' in page.text
        assert '<option value="vu">' not in page.text
        head.post("/tasks/T-1a/assign", person="phong")
    with site.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        assert task.assignee_id == site.world.people["phong"]


@pytest.mark.parametrize(
    ("person", "offered"),
    [
        pytest.param("vien", {"report", "submit"}, id="the assignee works"),
        pytest.param("phong", {"report", "submit", "assign"}, id="the head of the unit also hands over"),
        pytest.param("vu", set(), id="the acceptor waits until it is handed in"),
        pytest.param("chanh", set(), id="the Office watches"),
    ],
)
def test_it_offers_what_its_viewer_may_do_and_nothing_else(
    site: Site, person: str, offered: set[str]
) -> None:
    with site.browser(person) as browser:
        page = browser.get("/tasks/T-1a").text
    deeds = ("report", "submit", "accept", "return", "assign")
    assert {deed for deed in deeds if f'action="/tasks/T-1a/{deed}"' in page} == offered


def test_a_refusal_is_one_sentence_and_changes_nothing(site: Site) -> None:
    with site.browser("vien") as browser:
        answer = browser.post("/tasks/T-1a/report", percent="101")
    assert answer.status_code == 422
    assert "từ 0 đến 100" in text_of(answer)
    assert "nội dung đã nhập vẫn còn" in text_of(answer)
    assert state(site) == (TaskState.ASSIGNED, 0)


def test_a_refusal_names_people_and_says_whose_work_it_is(site: Site) -> None:
    with site.browser("vien") as browser:
        answer = browser.post("/tasks/T-1a/accept")
    assert answer.status_code == 403
    assert (
        "An Viên không có quyền nghiệm thu nhiệm vụ (T-1a): việc này thuộc trách nhiệm của đơn vị"
        in text_of(answer)
    )


@pytest.mark.parametrize(
    ("before", "address"),
    [
        pytest.param(f"{HOST}/tasks/T-1a?x=1#top", "/tasks/T-1a?x=1", id="the page the form is from"),
        pytest.param("https://example.com/tasks/T-1a", None, id="another site"),
        pytest.param(f"{HOST}//example.com/", None, id="another site in the guise of a page"),
        pytest.param("", None, id="the browser keeps it to itself"),
    ],
)
def test_a_refusal_leads_to_the_page_as_it_is_now(site: Site, before: str, address: str | None) -> None:
    with site.browser("vu") as browser:
        data = {"csrf": csrf_of(browser.token)}
        answer = browser.send("POST", "/tasks/T-1a/accept", data=data, headers={"referer": before})
    assert answer.status_code == 409
    assert ("Mở lại trang trước" in answer.text) == (address is not None)
    assert address is None or f'href="{address}"' in answer.text


def test_a_form_of_another_session_or_site_changes_nothing(site: Site) -> None:
    with site.browser("vien") as browser, site.browser("phong") as other:
        for fields, origin in (
            ({"csrf": ""}, None),
            ({"csrf": "x" * 64}, None),
            ({}, "https://example.com"),
        ):
            headers = {"origin": origin} if origin else {}
            answer = browser.send(
                "POST", "/tasks/T-1a/report", data={"percent": "10"} | fields, headers=headers
            )
            assert answer.status_code == 403
        assert other.token != browser.token
    assert state(site) == (TaskState.ASSIGNED, 0)


def test_the_list_puts_every_task_in_one_part(site: Site) -> None:
    given = dt.date(2014, 5, 12)
    site.task("T-2a", dt.date(2014, 5, 27), given)
    site.task("T-3a", dt.date(2014, 8, 1), given)
    site.task("T-4a", None, given)
    with site.browser("vien") as browser:
        parts = browser.get("/").text.split("<h2 id=")[1:]
    found = {
        part[1 : part.index('"', 1)]: [c for c in ("1", "2", "3", "4") if f"T-{c}a" in part] for part in parts
    }
    assert found == {"late": ["1"], "due_soon": ["2"], "rest": ["3", "4"]}
