"""Signing in and out: by password, by a single-use link, and what slows guessing down."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from sqlmodel import select

from dondoc import clock
from dondoc.services import sign_in_links
from dondoc.services.accounts import set_password
from dondoc.services.occasion import Occasion
from dondoc.services.world import World
from models import Identity, Person, SignIn
from site_of import TODAY, Site, text_of

PASSWORD = "một mật khẩu dài"


@pytest.fixture
def account(site: Site) -> Site:
    with site.session() as session:
        person = session.exec(select(Person).where(Person.code == "vien")).one()
        occasion = Occasion(person, "tester", TODAY, clock.now())
        set_password(World(session, TODAY), occasion, "vien", PASSWORD, clock.now())
    return site


def test_a_page_asks_who_somebody_is_and_leads_back(account: Site) -> None:
    with account.browser() as browser:
        asked = browser.get("/tasks/T-1a")
        assert asked.url.path == "/sign-in"
        seen = browser.post("/sign-in", login="vien", password=PASSWORD, to="/tasks/T-1a")
    assert (seen.status_code, seen.url.path) == (200, "/tasks/T-1a")


@pytest.mark.parametrize(
    ("login", "password"),
    [
        pytest.param("vien", "sai mật khẩu rồi", id="a wrong password"),
        pytest.param("nobody", PASSWORD, id="an unknown login"),
        pytest.param("phong", PASSWORD, id="a person without an account"),
    ],
)
def test_it_refuses_and_does_not_say_which_is_wrong(account: Site, login: str, password: str) -> None:
    with account.browser() as browser:
        answer = browser.post("/sign-in", login=login, password=password)
    assert answer.status_code == 403
    assert "không khớp nhau" in text_of(answer)


def test_it_slows_guessing_down_even_for_who_knows_the_password(account: Site) -> None:
    with account.browser() as browser:
        for _ in range(5):
            browser.post("/sign-in", login="vien", password="sai mật khẩu rồi")
        refused = browser.post("/sign-in", login="vien", password=PASSWORD)
        with time_machine.travel(clock.now() + dt.timedelta(minutes=16)):
            let_in = browser.post("/sign-in", login="vien", password=PASSWORD)
    assert (refused.status_code, let_in.url.path) == (429, "/")


@pytest.mark.parametrize("to", ["https://example.com/", "//example.com", "/\\example.com"])
def test_it_leads_nowhere_else(account: Site, to: str) -> None:
    with account.browser() as browser:
        answer = browser.send("POST", "/sign-in", data={"login": "vien", "password": PASSWORD, "to": to})
    assert answer.headers["location"] == "/"


def test_signing_out_ends_the_session(site: Site) -> None:
    with site.browser("vien") as browser:
        browser.post("/sign-out")
    with site.session() as session:
        assert session.exec(select(SignIn)).one().ends_at <= clock.now()


def test_a_session_ends_by_itself(site: Site) -> None:
    with site.browser("vien") as browser, time_machine.travel(clock.now() + dt.timedelta(hours=13)):
        assert browser.get("/").url.path == "/sign-in"


def test_a_new_password_ends_the_sessions(account: Site) -> None:
    with account.browser("vien") as browser:
        with account.session() as session:
            person = session.exec(select(Person).where(Person.code == "vien")).one()
            occasion = Occasion(person, "tester", TODAY, clock.now())
            set_password(World(session, TODAY), occasion, "vien", "một mật khẩu khác", clock.now())
        assert browser.get("/").url.path == "/sign-in"


def test_a_link_signs_in_once_and_opening_it_uses_nothing_up(site: Site) -> None:
    with site.session() as session:
        person = session.exec(select(Person).where(Person.code == "vien")).one()
        token = sign_in_links.make_link(session, person, clock.now())
    with site.browser() as scanner:
        assert "An Viên" in text_of(scanner.get(f"/sign-in/{token}"))
    with site.browser() as browser:
        assert browser.post(f"/sign-in/{token}").url.path == "/"
    with site.browser() as thief:
        again = thief.post(f"/sign-in/{token}")
    assert (again.status_code, "hết hạn hoặc đã được sử dụng" in text_of(again)) == (409, True)


def test_neither_passwords_nor_secrets_are_kept(account: Site) -> None:
    with account.browser("vien") as browser, account.session() as session:
        identity = session.exec(select(Identity)).one()
        kept = session.exec(select(SignIn)).one()
    assert str(identity.password_hash).startswith("$argon2id$")
    assert browser.token not in (kept.token_sha256, "")
