"""A change sent again under its key is done once and answered as before."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import time_machine
from sqlmodel import func, select

from api_of import program
from dondoc import clock
from models import ApiAnswer, LedgerLine

if TYPE_CHECKING:
    from site_of import Site

KEY = "8f1c"


def reports(site: Site) -> int:
    with site.session() as session:
        done = select(func.count()).where(LedgerLine.operation == "task.report")
        return session.exec(done).one()


def test_the_same_request_is_done_once_and_answered_as_before(site: Site) -> None:
    with program(site, "vien") as officer:
        first = officer.do("T-1a", "report", {"percent": 40}, idempotency_key=KEY)
        again = officer.post("/tasks/T-1a/report", {"percent": 40}, if_match='"old"', idempotency_key=KEY)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert (again.headers["etag"], again.headers["idempotency-replayed"]) == (first.headers["etag"], "true")
    assert reports(site) == 1


def test_another_request_under_the_same_key_is_refused(site: Site) -> None:
    with program(site, "vien") as officer:
        officer.do("T-1a", "report", {"percent": 40}, idempotency_key=KEY)
        other = officer.do("T-1a", "report", {"percent": 50}, idempotency_key=KEY)
    assert (other.status_code, other.json()["type"]) == (422, "urn:dondoc:problem:key-reused")
    assert reports(site) == 1


def test_a_form_is_known_again_by_what_it_holds(site: Site) -> None:
    with program(site, "vien") as officer:
        headers = {"if-match": "*", "idempotency-key": KEY}
        answers = [
            officer.send("POST", "/tasks/T-1a/submit", headers, files={"evidence": ("a.txt", content)})
            for content in (b"da xong", b"da xong", b"khac")
        ]
    assert [answer.status_code for answer in answers] == [200, 200, 422]
    assert answers[0].content == answers[1].content


def test_without_a_key_everything_is_done(site: Site) -> None:
    with program(site, "vien") as officer:
        for _ in range(2):
            assert officer.do("T-1a", "report", {"percent": 40}).status_code == 200
    assert reports(site) == 2


def test_what_was_refused_may_be_tried_again_under_its_key(site: Site) -> None:
    with program(site, "vien") as officer:
        refused = officer.post("/tasks/T-1a/report", {"percent": 40}, idempotency_key=KEY)
        done = officer.do("T-1a", "report", {"percent": 40}, idempotency_key=KEY)
    assert (refused.status_code, done.status_code) == (428, 200)


def test_a_key_is_its_persons_own(site: Site) -> None:
    with program(site, "vien") as officer, program(site, "phong") as head:
        for who in (officer, head):
            assert who.do("T-1a", "report", {"percent": 40}, idempotency_key=KEY).status_code == 200
    assert reports(site) == 2


def test_of_two_at_once_one_is_done_and_both_are_told_the_same(site: Site) -> None:
    with program(site, "vien") as officer, ThreadPoolExecutor(4) as at_once:
        sent = [
            at_once.submit(
                officer.post, "/tasks/T-1a/report", {"percent": 40}, if_match="*", idempotency_key=KEY
            )
            for _ in range(4)
        ]
        answers = [one.result() for one in sent]
    assert {(answer.status_code, answer.content) for answer in answers} == {(200, answers[0].content)}
    assert reports(site) == 1


def test_answers_are_kept_for_a_week(site: Site) -> None:
    with program(site, "vien") as officer:
        officer.do("T-1a", "report", {"percent": 40}, idempotency_key=KEY)
        with time_machine.travel(clock.now() + dt.timedelta(days=6)):
            again = officer.post("/tasks/T-1a/report", {"percent": 40}, idempotency_key=KEY)
            assert again.headers["idempotency-replayed"] == "true"
        with time_machine.travel(clock.now() + dt.timedelta(days=8)):
            officer.do("T-1a", "report", {"percent": 40}, idempotency_key="other")
    with site.session() as session:
        assert session.exec(select(ApiAnswer.key)).all() == ["other"]
