"""The signed link of a message: one task, one person, one change; and what it never does."""

from __future__ import annotations

import datetime as dt
import io
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlmodel import SQLModel, col, select, update

from dondoc.services import assignment
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import work_moment
from dondoc.services.tokens import digest
from dondoc.services.world import World
from models import Delivery, DeliveryState, LedgerLine, Person, Task, TaskLink, TaskState
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from mailed import Mailed

REPORT = {"deed": "report", "percent": "40", "note": "đang làm"}
TOKEN_AFTER = len("/s/")


def deeds(mailed: Mailed) -> list[tuple[str, int | None]]:
    """Return what was done to the task, and the link it was done by."""
    with mailed.site.session() as session:
        lines = session.exec(select(LedgerLine).where(LedgerLine.code == "T-1a").order_by(col(LedgerLine.id)))
        return [(line.operation, line.detail.get("link")) for line in lines]


def state(mailed: Mailed) -> tuple[TaskState, int]:
    with mailed.site.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-1a")).one()
        return TaskState(task.state), task.percent


def post(mailed: Mailed, link: str, **fields: str) -> httpx.Response:
    with mailed.site.browser() as browser:
        return browser.post(link, **fields)


def test_it_reports_progress_without_signing_in(mailed: Mailed) -> None:
    link = mailed.link("vien")
    with mailed.site.browser() as browser:
        shown = browser.get(link)
        assert (shown.status_code, "T-1a" in text_of(shown)) == (200, True)
        done = browser.post(link, **REPORT)
    assert (done.status_code, done.url.path) == (200, link)
    assert "Đã cập nhật tiến độ 40% qua liên kết này" in text_of(done)
    assert "<form" not in done.text.partition("<main")[2]
    assert state(mailed) == (TaskState.IN_PROGRESS, 40)
    with mailed.site.session() as session:
        line = session.exec(select(LedgerLine).where(LedgerLine.code == "T-1a")).one()
        actor = session.get_one(Person, line.person_id)
        (row,) = session.exec(select(TaskLink).where(col(TaskLink.used_at).is_not(None)))
        assert (actor.code, line.detail["link"]) == ("vien", row.id)


def test_it_hands_in_with_evidence(mailed: Mailed) -> None:
    link = mailed.link("phong")  # the head of the unit has the right, too
    files = {"evidence": ("bien-ban.pdf", io.BytesIO(b"%PDF-1.7 done"), "application/pdf")}
    with mailed.site.browser() as browser:
        done = browser.post(link, files=files, deed="submit", document="15/BC, 20/5/2014")
    assert "Đã nộp kết quả qua liên kết này ngày 23/5/2014" in text_of(done)
    assert state(mailed)[0] is TaskState.HANDED_IN


def test_a_refused_deed_leaves_the_link_as_it_was(mailed: Mailed) -> None:
    link = mailed.link("vien")
    assert post(mailed, link, deed="report", percent="400").status_code == 422
    assert post(mailed, link, deed="report").status_code == 422
    assert "cần có minh chứng" in text_of(post(mailed, link, deed="submit"))
    assert deeds(mailed) == []
    assert "40%" in text_of(post(mailed, link, **REPORT))


@pytest.mark.parametrize("deed", ["accept", "return", "assign", "approve"])
def test_it_does_nothing_else(mailed: Mailed, deed: str) -> None:
    assert post(mailed, mailed.link("vien"), deed=deed, person="phong", reason="x").status_code == 422
    assert deeds(mailed) == []


def test_it_shows_nobody_elses_work(mailed: Mailed) -> None:
    mailed.site.task("T-2a", TODAY, TODAY)
    with mailed.site.browser() as browser:
        page = browser.get(mailed.link("vien")).text
        assert browser.send("GET", "/tasks/T-1a").status_code == 303  # and opens no session
    assert "T-2a" not in page


def test_two_who_use_it_at_once_do_one_thing(mailed: Mailed) -> None:
    link = mailed.link("vien")
    with mailed.site.browser() as browser, ThreadPoolExecutor(4) as pool:
        report = partial(browser.post, link, deed="report")
        answers = list(pool.map(lambda percent: report(percent=str(percent)), range(10, 14)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(deeds(mailed)) == 1


def test_a_form_of_another_site_is_refused(mailed: Mailed) -> None:
    with mailed.site.browser() as browser:
        foreign = {"origin": "https://evil.example"}
        assert browser.send("POST", mailed.link("vien"), data=REPORT, headers=foreign).status_code == 403
    assert deeds(mailed) == []


def hand_over(mailed: Mailed) -> None:
    with mailed.site.session() as session:
        head = session.exec(select(Person).where(Person.code == "phong")).one()
        occasion = Occasion(head, "tester", TODAY, work_moment(TODAY))
        for heir in ("phong", "vien"):  # there and back: it stays revoked
            assignment.assign(World(session, TODAY), occasion, "T-1a", heir)


def end(mailed: Mailed) -> None:
    with mailed.site.session() as session:
        ended = {"state": TaskState.CANCELLED, "next_look_on": None, "ended_on": TODAY}
        session.execute(update(Task).values(**ended))


def leave(mailed: Mailed) -> None:
    with mailed.site.session() as session:
        session.execute(update(Person).where(col(Person.code) == "vien").values(active=False))


def wait(mailed: Mailed) -> None:
    mailed.site.live(TODAY + dt.timedelta(days=31))


@pytest.mark.parametrize(
    ("event", "key"),
    [
        pytest.param(hand_over, "", id="the task has changed hands"),
        pytest.param(end, "", id="the task has ended"),
        pytest.param(leave, "", id="its person has left"),
        pytest.param(wait, "", id="a month has passed"),
        pytest.param(lambda _: None, "another secret key, as after a leak", id="the key was changed"),
    ],
)
def test_it_dies_with_one_sentence(
    mailed: Mailed, event: Callable[[Mailed], None], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = mailed.link("vien")
    event(mailed)
    before = deeds(mailed)
    if key:
        monkeypatch.setenv("DONDOC_SECRET_KEY", key)
    with mailed.site.browser() as browser:
        dead, unknown = browser.get(link), browser.get("/s/nobody-has-made-this")
        assert browser.post(link, **REPORT).status_code == 404
    assert (dead.status_code, text_of(dead)) == (404, text_of(unknown))
    assert "Liên kết không còn hiệu lực" in text_of(dead)
    assert 'href="/sign-in"' in dead.text
    assert deeds(mailed) == before


def test_only_its_hash_is_kept(mailed: Mailed) -> None:
    token = mailed.link("vien")[TOKEN_AFTER:]
    with mailed.site.session() as session:
        rows = [
            str(tuple(row))
            for table in SQLModel.metadata.sorted_tables
            for row in session.execute(select(table))  # type: ignore[call-overload]
        ]
    assert not [row for row in rows if token in row]
    assert [row for row in rows if digest(token) in row]


def test_a_repeated_letter_carries_the_same_link(mailed: Mailed) -> None:
    first = mailed.letter("vien")
    with mailed.site.session() as session:  # a crash between sending and recording
        session.execute(update(Delivery).values(state=DeliveryState.PENDING))
    mailed.days.deliver(work_moment(TODAY))
    assert mailed.letter("vien") == first
    assert len(mailed.days.sender.sent) == 4
