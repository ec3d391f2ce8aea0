"""Who gets through which door: every route is signed in for, or listed here as public."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import DBAPIError

from dondoc import db
from dondoc.web import door
from dondoc.web.app import create_app
from models import Person
from routes_of import ways
from site_of import text_of

if TYPE_CHECKING:
    from site_of import Site

PUBLIC = {
    ("GET", "/health"): "operators and load balancers ask it",
    ("GET", "/sign-in"): "nobody is signed in yet",
    ("POST", "/sign-in"): "nobody is signed in yet",
    ("POST", "/sign-in-link"): "nobody is signed in yet",
    ("GET", "/s/{token}"): "the link is the proof",
    ("HEAD", "/s/{token}"): "the link is the proof",
    ("POST", "/s/{token}"): "the link is the proof",
    ("GET", "/sign-in/{token}"): "the link is the proof",
    ("HEAD", "/sign-in/{token}"): "the link is the proof",
    ("POST", "/sign-in/{token}"): "the link is the proof",
    ("GET", "/calendar/{token}.ics"): "the address is the proof",
}


@pytest.mark.usefixtures("site")
def test_every_route_has_its_door() -> None:
    for way in ways(create_app()):
        wanted = door.visit if way.method == "GET" else door.deed
        through = {door.visit, door.deed} & way.doors
        assert through == (set() if way[:2] in PUBLIC else {wanted}), way[:2]


def test_nobody_signed_in_sees_nothing(site: Site) -> None:
    with site.browser() as browser:
        for way in ways(create_app()):
            if way[:2] not in PUBLIC:
                path = re.sub(r"{\w+(:\w+)?}", "1", way.path)
                answer = browser.send(way.method, path, data={"csrf": "x"} if way.method == "POST" else None)
                assert answer.status_code == 303, way[:2]
                assert answer.headers["location"].startswith("/sign-in"), way[:2]


@pytest.mark.parametrize(
    ("person", "status"),
    [
        pytest.param("vien", 200, id="the assignee"),
        pytest.param("phong", 200, id="the head of the unit"),
        pytest.param("cuc", 200, id="the head of the department above"),
        pytest.param("vu", 200, id="the supervising unit"),
        pytest.param("chanh", 200, id="the Office"),
        pytest.param("tong", 200, id="the Director General"),
        pytest.param("other", 404, id="a unit that has no part in it: not even that it is there"),
    ],
)
def test_a_task_is_there_for_those_it_reaches(site: Site, person: str, status: int) -> None:
    site.outsider("other")
    with site.browser(person) as browser:
        assert browser.get("/tasks/T-1a").status_code == status


def test_answers_tell_the_browser_what_it_may_do(site: Site) -> None:
    with site.browser("vien") as browser:
        headers = browser.get("/").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")


def test_who_looks_can_change_nothing(site: Site) -> None:
    with pytest.raises(DBAPIError), db.session(site.engine, read_only=True) as session:
        session.add(Person(code="new", name="Người Mới"))
    with site.session() as session:
        session.add(Person(code="new", name="Người Mới"))  # the same connection writes again


@pytest.mark.parametrize(
    ("person", "path"),
    [
        pytest.param("chanh", "/national?number=none", id="a page of a list that is no number"),
        pytest.param("vien", "/units/HP-TCCB?part=all", id="a part of the tasks that there is not"),
    ],
)
def test_what_is_not_understood_is_answered_by_a_page(site: Site, person: str, path: str) -> None:
    with site.browser(person) as browser:
        seen = browser.get(path)
    assert (seen.status_code, "Không hiểu được yêu cầu" in text_of(seen)) == (422, True)


def test_a_form_that_lacks_a_field_is_answered_by_a_page(site: Site) -> None:
    with site.browser("vien") as browser:
        seen = browser.post("/tasks/T-1a/report", percent="")
    assert (seen.status_code, "quay lại bằng nút lùi" in text_of(seen)) == (422, True)
