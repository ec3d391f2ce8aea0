"""One's own account: password, sessions, tokens for programs, and the calendar's address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from dondoc import clock
from dondoc.services import sessions
from dondoc.services.accounts import person_called, person_with, set_password
from dondoc.services.occasion import Occasion
from dondoc.services.world import World
from dondoc.web.api.app import PREFIX
from models import ApiToken, LedgerLine
from site_of import TODAY, Site, text_of

if TYPE_CHECKING:
    import httpx

OLD, NEW = "một mật khẩu dài", "một mật khẩu khác"


@pytest.fixture
def account(site: Site) -> Site:
    with site.session() as session:
        person = person_called(session, "vien")
        occasion = Occasion(person, "tester", TODAY, clock.now())
        set_password(World(session, TODAY), occasion, "vien", OLD, clock.now())
    return site


def signs_in(site: Site, password: str) -> bool:
    with site.session() as session:
        return person_with(session, "vien", password) is not None


def shown(answer: httpx.Response) -> str:
    """Return the secret that a page shows once."""
    (secret,) = re.findall(r"<code>(.*?)</code>", answer.text)
    return str(secret)


def test_a_password_is_changed_and_other_sessions_end(account: Site) -> None:
    with account.browser("vien") as browser, account.browser("vien") as other:
        seen = browser.post("/account/password", current=OLD, new=NEW, again=NEW)
        assert "Đã đổi mật khẩu" in text_of(seen)
        assert browser.get("/account").url.path == "/account"
        assert other.get("/account").url.path == "/sign-in"
    assert (signs_in(account, OLD), signs_in(account, NEW)) == (False, True)


@pytest.mark.parametrize(
    ("current", "new", "again", "status"),
    [
        pytest.param("sai", NEW, NEW, 403, id="whoever sits there does not know the present one"),
        pytest.param("", NEW, NEW, 403, id="the present one is left out"),
        pytest.param(OLD, NEW, OLD, 422, id="mistyped once"),
        pytest.param(OLD, "ngắn", "ngắn", 422, id="too short"),
    ],
)
def test_a_password_is_not_changed(account: Site, current: str, new: str, again: str, status: int) -> None:
    with account.browser("vien") as browser:
        answer = browser.post("/account/password", current=current, new=new, again=again)
        assert answer.status_code == status
    assert signs_in(account, OLD)


def test_guessing_the_present_password_is_slowed_down(account: Site) -> None:
    with account.browser("vien") as browser:
        for _ in range(5):
            browser.post("/account/password", current="sai", new=NEW, again=NEW)
        assert browser.post("/account/password", current=OLD, new=NEW, again=NEW).status_code == 409
    assert signs_in(account, OLD)


def test_who_came_by_a_link_sets_a_first_password(site: Site) -> None:
    with site.browser("vien") as browser:
        assert 'name="current"' not in browser.get("/account").text
        browser.post("/account/password", new=NEW, again=NEW)
    assert signs_in(site, NEW)


def test_one_ends_ones_own_sessions_and_nobody_elses(site: Site) -> None:
    with site.browser("vien") as here, site.browser("vien") as there, site.browser("phong") as head:
        numbers = {}
        with site.session() as session:
            for code in ("vien", "phong"):
                found = sessions.sessions_of(session, person_called(session, code), clock.now())
                numbers[code] = [one.id for one in found]
        for number in (numbers["vien"][-1], *numbers["phong"]):
            there.post(f"/account/sessions/{number}/end")
        assert here.get("/account").url.path == "/sign-in"
        assert head.get("/account").url.path == "/account"


def test_a_token_is_made_shown_once_used_and_revoked(site: Site) -> None:
    with site.browser("vien") as browser:
        token = shown(browser.post("/account/tokens", name="sổ tay", days="30"))
        assert token not in browser.get("/account").text
        header = {"authorization": f"Bearer {token}"}
        assert browser.send("GET", f"{PREFIX}/me", headers=header).json()["person"] == "vien"
        assert "sổ tay" in text_of(browser.get("/account"))
        browser.post("/account/tokens/revoke", name="sổ tay")
        assert browser.send("GET", f"{PREFIX}/me", headers=header).status_code == 401
    with site.session() as session:
        done = session.exec(select(LedgerLine.operation).order_by(LedgerLine.id)).all()  # type: ignore[arg-type]
    assert done[-2:] == ["account.token", "account.revoke"]


@pytest.mark.parametrize(
    ("name", "days"),
    [
        pytest.param("", "30", id="without a name"),
        pytest.param("x" * 101, "30", id="a name too long"),
        pytest.param("sổ tay", "0", id="no time"),
        pytest.param("sổ tay", "366", id="more than a year"),
        pytest.param("có rồi", "30", id="a name that another has"),
    ],
)
def test_a_token_is_not_made(site: Site, name: str, days: str) -> None:
    with site.browser("vien") as browser:
        browser.post("/account/tokens", name="có rồi", days="30")
        assert browser.post("/account/tokens", name=name, days=days).status_code == 422
    with site.session() as session:
        assert len(session.exec(select(ApiToken)).all()) == 1


def test_the_calendar_has_one_address_at_a_time(site: Site) -> None:
    with site.browser("vien") as browser:
        first = shown(browser.post("/account/calendar"))
        second = shown(browser.post("/account/calendar"))
        statuses = [browser.send("GET", address).status_code for address in (first, second)]
        assert statuses == [404, 200]
        browser.post("/account/calendar/revoke")
        assert browser.send("GET", second).status_code == 404
