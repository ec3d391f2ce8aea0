"""Asking for a link to sign in: it comes by a channel, works once, and nobody learns who exists."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, delete, select

from dondoc import clock
from dondoc.services.sign_in_links import LASTS
from mailed import Mailed
from models import Channel, Delivery, Message, MessageKind, Person, SignIn, SignInLink
from site_of import text_of

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from site_of import Site

AT_HOME = "memory://vien"


@pytest.fixture
def mailed(site: Site, tmp_path: Path) -> Mailed:
    """Nothing sent yet."""
    return Mailed(site, tmp_path / "slips")


def ask(site: Site, login: str) -> httpx.Response:
    with site.browser() as browser:
        return browser.post("/sign-in-link", login=login)


def states(site: Site) -> list[str]:
    with site.session() as session:
        sent = select(Delivery).join(Message).where(Message.kind == MessageKind.SIGN_IN)
        return [str(one.state) for one in session.exec(sent.order_by(col(Delivery.id)))]


def test_it_comes_by_the_persons_channel_and_signs_in_once(site: Site, mailed: Mailed) -> None:
    assert "liên kết đăng nhập đang được gửi đi" in text_of(ask(site, "vien"))
    assert mailed.days.deliver(clock.now()) == 1
    (link,) = [path for path in mailed.paths("vien") if path.startswith("/sign-in/")]
    with site.browser() as browser:
        assert browser.send("HEAD", link).status_code == 200  # a scanner was here
        assert "An Viên" in text_of(browser.get(link))
        assert browser.post(link).url.path == "/"
        assert "T-1a" in browser.get("/").text
    with site.browser() as browser:
        assert browser.post(link).status_code == 409
    with site.session() as session:
        assert len(session.exec(select(SignIn)).all()) == 1


def test_the_kept_message_has_no_token(site: Site, mailed: Mailed) -> None:
    ask(site, "vien")
    mailed.days.deliver(clock.now())
    (link,) = [path for path in mailed.paths("vien") if path.startswith("/sign-in/")]
    token = link.rpartition("/")[2]
    with site.session() as session:
        message = session.exec(select(Message)).one()
        assert token not in message.text + message.html
        assert session.exec(select(SignInLink.token_sha256)).one() != token


def test_each_request_of_a_day_has_its_own_message(site: Site, mailed: Mailed) -> None:
    for _ in range(2):
        ask(site, "vien")
    assert mailed.days.deliver(clock.now()) == 2
    first, second = (letter for _, letter in mailed.days.sender.sent)
    assert first.message_id != second.message_id
    mailed.run()  # and the digest of the day beside them
    assert "T-1a" in mailed.letter("vien").text


def test_the_answer_is_the_same_for_nobody(site: Site, mailed: Mailed) -> None:
    with site.session() as session:
        phong = session.exec(select(Person).where(Person.code == "phong")).one()
        session.execute(delete(Channel).where(col(Channel.person_id) == phong.id))
        session.exec(select(Person).where(Person.code == "cuc")).one().active = False
    answers = {
        login: ask(site, login).text.replace(login, "") for login in ("vien", "nobody", "phong", "cuc")
    }
    assert len(set(answers.values())) == 1
    assert mailed.days.deliver(clock.now()) == 1
    assert mailed.days.sender.sent[0][0] == AT_HOME


def mail_of(site: Site, *codes: str) -> None:
    """Give people the same mail address, behind their first channel."""
    address = "dmail://u:p@mail.example.vn/Van%2Bthu@Example.vn?from=dondoc@example.vn"
    with site.session() as session:
        for person in session.exec(select(Person).where(col(Person.code).in_(codes))):
            session.add(Channel(person_id=person.id, position=2, address=address))


def test_it_is_asked_for_with_the_mail_address_too(site: Site, mailed: Mailed) -> None:
    mail_of(site, "vien")
    by_mail, by_code = ask(site, " van+thu@example.VN "), ask(site, "vien")
    assert by_mail.text.replace(" van+thu@example.VN ", "") == by_code.text.replace("vien", "")
    assert mailed.days.deliver(clock.now()) == 2


def test_an_address_that_several_share_means_nobody(site: Site, mailed: Mailed) -> None:
    mail_of(site, "vien", "phong")
    assert ask(site, "van+thu@example.vn").status_code == 200
    assert mailed.days.deliver(clock.now()) == 0


def test_an_address_in_capitals_is_slowed_down_as_the_same(site: Site) -> None:
    answers = [ask(site, login) for login in ("a@b.vn", "A@b.vn", "a@B.vn", "A@B.VN", "a@b.VN", "A@b.VN")]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]


@pytest.mark.parametrize("login", ["vien", "nobody"])
def test_it_slows_asking_down(site: Site, login: str) -> None:
    answers = [ask(site, login).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_it_is_not_sent_once_it_is_spent(site: Site, mailed: Mailed) -> None:
    ask(site, "vien")
    assert mailed.days.deliver(clock.now() + LASTS + dt.timedelta(seconds=1)) == 0
    assert states(site) == ["void"]


def test_it_goes_to_the_next_channel_and_never_to_paper(site: Site, mailed: Mailed) -> None:
    with site.session() as session:
        vien = session.exec(select(Person).where(Person.code == "vien")).one()
        session.add(Channel(person_id=vien.id, position=2, address="memory://chat"))
    mailed.days.sender.permanent.update({AT_HOME, "memory://chat"})
    ask(site, "vien")
    assert mailed.days.deliver(clock.now()) == 0
    assert states(site) == ["failed", "failed"]


def test_without_a_secret_key_it_is_not_offered(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with site.browser() as browser:
        assert "/sign-in-link" in browser.get("/sign-in").text
    monkeypatch.delenv("DONDOC_SECRET_KEY")
    with site.browser() as browser:
        assert "/sign-in-link" not in browser.get("/sign-in").text
