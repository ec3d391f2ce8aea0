"""Who gets through the doors of the API: every route has its own, and a token alone opens them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from sqlmodel import select

from api_of import program, token_of
from dondoc import clock
from dondoc.services.api_tokens import revoke_token
from dondoc.services.occasion import Occasion
from dondoc.services.world import World
from dondoc.web.api import door
from dondoc.web.api.app import PREFIX, create_api
from dondoc.web.house import House
from models import ApiToken, Person
from routes_of import ways
from site_of import TODAY

if TYPE_CHECKING:
    from site_of import Site

BROUGHT: dict[str, dict[str, Any]] = {  # by what reads a form before it asks who comes
    "/readings": {"files": {"file": ("a.txt", b"a")}},
    "/plans": {"files": {"file": ("a.txt", b"a")}},
}
CHANGES_NOTHING = {("POST", "/readings"): "what is sent is read and not kept"}


def test_every_route_has_its_door() -> None:
    for way in ways(create_api(House())):
        looks = way.method == "GET" or way[:2] in CHANGES_NOTHING
        assert {door.call, door.change} & way.doors == {door.call if looks else door.change}, way[:2]


def test_nobody_sees_anything_without_a_token(site: Site) -> None:
    with program(site, None) as nobody:
        for way in ways(create_api(House())):
            answer = nobody.send(way.method, re.sub(r"{\w+}", "2014", way.path), **BROUGHT.get(way.path, {}))
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), way[:2]
            assert answer.json()["type"] == "urn:dondoc:problem:unauthenticated"


def test_a_session_of_the_page_is_no_token(site: Site) -> None:
    with site.browser("vien") as browser:
        assert browser.send("GET", f"{PREFIX}/me").status_code == 401
        header = {"authorization": f"Bearer {browser.token}"}
        assert browser.send("GET", f"{PREFIX}/me", headers=header).status_code == 401


def test_a_token_is_none_of_a_session(site: Site) -> None:
    with site.browser() as browser:
        header = {"authorization": f"Bearer {token_of(site, 'vien')}"}
        assert browser.send("GET", "/", headers=header).status_code == 303


@pytest.mark.parametrize("scheme", ["Basic", "Token", ""])
def test_only_a_bearer_comes_in(site: Site, scheme: str) -> None:
    token = token_of(site, "vien")
    with program(site, None) as nobody:
        assert nobody.get("/me", authorization=f"{scheme} {token}").status_code == 401


def test_a_token_ends(site: Site) -> None:
    with program(site, None) as nobody:
        header = {"authorization": f"Bearer {token_of(site, 'vien', days=2)}"}
        for days, status in ((1, 200), (2, 401)):
            with time_machine.travel(clock.now() + dt.timedelta(days=days)):
                assert nobody.get("/me", **header).status_code == status


def test_a_token_is_revoked(site: Site) -> None:
    header = {"authorization": f"Bearer {token_of(site, 'vien', name='sổ tay')}"}
    with site.session() as session:
        person = session.exec(select(Person).where(Person.code == "vien")).one()
        occasion = Occasion(person, "tester", TODAY, clock.now())
        revoke_token(World(session, TODAY), occasion, "vien", "sổ tay", clock.now())
    with program(site, None) as nobody:
        assert nobody.get("/me", **header).status_code == 401


def test_who_has_left_comes_in_no_more(site: Site) -> None:
    with program(site, "vien") as officer:
        with site.session() as session:
            session.exec(select(Person).where(Person.code == "vien")).one().active = False
        assert officer.get("/me").status_code == 401


def test_the_day_a_token_was_last_used_is_kept(site: Site) -> None:
    with program(site, "vien") as officer:
        assert last_used(site) is None
        officer.get("/me")
    assert last_used(site) == clock.today()


def last_used(site: Site) -> dt.date | None:
    with site.session() as session:
        return session.exec(select(ApiToken)).one().last_used_on


def test_the_database_has_no_token(site: Site) -> None:
    token = token_of(site, "vien")
    with site.session() as session:
        row = session.exec(select(ApiToken)).one()
    assert token not in str(row.model_dump())
