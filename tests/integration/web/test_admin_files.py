"""Whole files of organisation and calendar on the page: shown first, and what was shown is what is taken."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from dondoc.rules.terms import Operator, Term, Unit, derive
from models import CalendarEntry, LedgerLine, News, NewsKind, Person
from shown_file import kept_in, take
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from site_of import Browser, Site

FILE = """
units:
  - {code: TC, name: Tổng cục, kind: general_department, valid_from: 2014-01-01}
  - {code: TC-VP, name: Văn phòng, kind: office, parent: TC, valid_from: 2014-01-01}
  - {code: HP, name: Cục Hải Phòng mới, kind: provincial_department, parent: TC, valid_from: 2014-01-01}
  - {code: HP-TCCB, name: Phòng Tổ chức cán bộ, kind: room, parent: HP, valid_from: 2014-01-01}
people:
  - {code: tong, name: Tổng, posts: [{unit: TC, role: head, title: x}]}
  - {code: hp-moi, name: Lê Mới, posts: [{unit: HP, role: head, title: Cục trưởng}]}
"""
DAYS = """
entries:
  - {day: 2014-05-26, working: false, name: Nghỉ bù, document: 15/TB-VP}
  - {day: 2014-05-31, working: true, name: Làm bù, document: 15/TB-VP}
"""


@pytest.fixture
def browser(site: Site) -> Iterator[Browser]:
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    with site.browser("admin") as browser:
        yield browser


def show(browser: Browser, path: str, content: str) -> httpx.Response:
    return browser.post(path, files={"file": ("tep.yaml", content)})


def ledger(site: Site) -> list[tuple[str, str]]:
    with site.session() as session:
        lines = session.exec(select(LedgerLine)).all()
        return [(line.operation, line.code) for line in lines if line.operation.endswith(".load")]


def name_of(site: Site, code: str) -> str | None:
    with site.session() as session:
        return session.exec(select(Person.name).where(Person.code == code, Person.active)).first()


def test_an_organisation_is_shown_before_it_is_taken(site: Site, browser: Browser) -> None:
    shown = show(browser, "/admin/units", FILE)
    said = text_of(shown)
    assert "Thêm mới 02 hp-moi – Lê Mới hp-moi – Lê Mới, thủ trưởng, Cục Hải Phòng mới" in said
    assert "HP – Cục Hải Phòng mới Tên" in said, "and its name before and after"
    assert "vien – An Viên" in said.partition("Kết thúc")[2]
    assert "vien – An Viên đang có 01 nhiệm vụ" in said, "who feels it"
    assert "Văn phòng" in said, "and that nobody answers for the Office then"
    assert (name_of(site, "hp-moi"), name_of(site, "vien"), ledger(site)) == (None, "An Viên", [])
    assert "02 mục mới" in text_of(take(browser, "/admin/units", shown))
    assert (name_of(site, "hp-moi"), name_of(site, "vien")) == ("Lê Mới", None)
    assert ledger(site) == [("org.load", "tep.yaml")]


def test_what_says_what_is_so_is_not_asked_about(site: Site, browser: Browser) -> None:
    take(browser, "/admin/units", show(browser, "/admin/units", FILE))
    again = show(browser, "/admin/units", FILE)
    assert "không có gì thay đổi" in text_of(again)
    assert len(ledger(site)) == 1


@pytest.mark.parametrize(
    ("path", "content"), [("/admin/units", FILE), ("/admin/calendar", DAYS)], ids=["organisation", "calendar"]
)
def test_another_file_than_was_shown_is_shown_first(
    site: Site, browser: Browser, path: str, content: str
) -> None:
    shown = show(browser, path, content)
    other = show(browser, path, content.replace("mới", "khác").replace("15/", "16/"))
    swapped = kept_in(other)["content"]
    assert "xem lại" in text_of(take(browser, path, shown, content=swapped))
    assert "tep.yaml" in text_of(take(browser, path, shown, content="hỏng"))
    assert ledger(site) == []


def test_it_is_shown_again_where_the_organisation_changed_meanwhile(site: Site, browser: Browser) -> None:
    shown = show(browser, "/admin/units", FILE)
    browser.post("/admin/people/vien", name="An Viên Khác", language="vi", active="on")
    browser.post("/admin/people", code="hp-moi", name="Lê Cũ", language="vi")
    again = take(browser, "/admin/units", shown)
    assert "xem lại" in text_of(again)
    assert "Lê Cũ Lê Mới" in text_of(again), "what it changes now"
    assert name_of(site, "hp-moi") == "Lê Cũ"
    take(browser, "/admin/units", again)
    assert name_of(site, "hp-moi") == "Lê Mới"


def test_official_entries_are_shown_before_they_are_taken(site: Site, browser: Browser) -> None:
    term = Term("01 ngày làm việc kể từ ngày giao", Operator.WITHIN, amount=1, unit=Unit.WORKING_DAY)
    with site.session() as session:
        site.world.session = session
        due = derive(term, site.world.on(TODAY).calendar, TODAY)
        site.world.task("T-9a", None, TODAY, term=term, due=due)
    shown = show(browser, "/admin/calendar", DAYS)
    assert "26/5/2014 Ngày làm việc có không" in text_of(shown)
    assert "01 ngày đến hạn" in text_of(shown)
    assert entries(site) == []
    take(browser, "/admin/calendar", shown)
    assert entries(site) == [dt.date(2014, 5, 26), dt.date(2014, 5, 31)]


def entries(site: Site) -> list[dt.date]:
    with site.session() as session:
        days = sorted(session.exec(select(col(CalendarEntry.day))))
        told = session.exec(select(News).where(News.kind == NewsKind.MOVED)).all()
        assert bool(told) == bool(days), "the owner of what moves is told, but not before"
        return days


def test_a_file_that_could_not_come_back_is_refused_at_once(site: Site, browser: Browser) -> None:
    noise = random.Random(1).randbytes(800_000).hex()  # noqa: S311 - what hardly packs
    refused = show(browser, "/admin/units", f"{FILE}# {noise}")
    assert (refused.status_code, "quá lớn" in text_of(refused), ledger(site)) == (413, True, [])


@pytest.mark.parametrize("path", ["/admin/units", "/admin/calendar"])
def test_it_is_not_for_everybody(site: Site, browser: Browser, path: str) -> None:
    content = FILE if path == "/admin/units" else DAYS
    shown = show(browser, path, content)
    with site.browser("vien") as other:
        assert show(other, path, content).status_code == 403
        assert take(other, path, shown).status_code == 403
    assert ledger(site) == []
