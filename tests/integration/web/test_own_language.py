"""Everybody chooses the language that page and messages speak to them, and no file takes it back unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from api_of import program
from days import Days
from models import Language, LedgerLine, Message, Person
from shown_file import take
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from site_of import Site

FILE = """
units:
  - {code: TC, name: Tổng cục, kind: general_department, valid_from: 2014-01-01}
  - {code: HP, name: Cục Hải Phòng, kind: provincial_department, parent: TC, valid_from: 2014-01-01}
people:
  - {code: vien, name: An Viên%s}
"""


def language_of(site: Site, code: str = "vien") -> str:
    with site.session() as session:
        return str(session.exec(select(Person.language).where(Person.code == code)).one())


def choose(site: Site) -> None:
    with site.browser("vien") as browser:
        browser.post("/account/language", language="en")


def test_it_is_chosen_and_spoken_at_once_and_in_messages(site: Site, tmp_path: Path) -> None:
    with site.browser("vien") as browser:
        assert "Tài khoản" in text_of(browser.get("/account"))
        said = text_of(browser.post("/account/language", language="en"))
        assert "Page and messages now speak this language to you" in said
        assert "My account" in text_of(browser.get("/account"))
    Days(site.engine, tmp_path).run(TODAY)
    with site.session() as session:
        mine = select(Message.language).where(Message.person_id == site.world.people["vien"])
        assert session.exec(mine).all() == [Language.EN]
        (line,) = session.exec(select(LedgerLine).where(LedgerLine.operation == "account.language")).all()
    assert (line.code, line.detail) == ("vien", {"from": "vi", "to": "en"})


def test_a_program_chooses_it_for_its_person(site: Site) -> None:
    with program(site, "vien") as officer:
        assert officer.send("PATCH", "/me", json={"language": "en"}).json()["language"] == "en"
        assert officer.send("PATCH", "/me", json={"language": "fr"}).status_code == 422
    assert (language_of(site), language_of(site, "phong")) == ("en", "vi")


@pytest.mark.parametrize(
    ("named", "warned", "kept"),
    [
        pytest.param("", False, "en", id="a file that says nothing of it leaves it"),
        pytest.param(", language: en", False, "en", id="one that says the same, too"),
        pytest.param(", language: vi", True, "vi", id="one that names another says so first"),
    ],
)
def test_no_file_takes_it_back_unseen(site: Site, named: str, warned: bool, kept: str) -> None:
    choose(site)
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    with site.browser("admin") as browser:
        shown = browser.post("/admin/units", files={"file": ("tep.yaml", FILE % named)})
        assert ("vien – An Viên đã tự chọn ngôn ngữ" in text_of(shown)) == warned
        assert ("tiếng Anh tiếng Việt" in text_of(shown)) == warned
        assert language_of(site) == "en"
        take(browser, "/admin/units", shown)
    assert language_of(site) == kept


def test_an_administrator_is_asked_before_setting_another(site: Site) -> None:
    choose(site)
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    form = {"name": "An Viên", "language": "vi", "active": "on"}
    with site.browser("admin") as browser:
        assert "vien – An Viên đã tự chọn ngôn ngữ" in text_of(browser.post("/admin/people/vien", **form))
        assert language_of(site) == "en"
        browser.post("/admin/people/vien", **form, confirmed="yes")
        assert language_of(site) == "vi"
        browser.post("/admin/people/vien", **form | {"language": "en"})
    assert language_of(site) == "en", "what they chose is no longer what they have: nobody is asked"
