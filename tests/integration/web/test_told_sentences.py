"""How a due date follows, and what is asked of an item, is told to each reader in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from dondoc.reading.questions import NO_TERM
from dondoc.rules.sentences import Sentence
from dondoc.rules.terms import Operator, Term, Unit, derive
from mailed import Mailed
from models import Item, Plan, PlanState, Task
from site_of import TODAY, Site, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from site_of import Browser

TERM = Term("01 ngày làm việc kể từ ngày giao", Operator.WITHIN, amount=1, unit=Unit.WORKING_DAY)
DAY_OFF = {"day": "2014-05-26", "kind": "off", "name": "Nghỉ bù", "document": "15/TB-VP"}
VIETNAMESE = "nên ngày đến hạn là 26/5/2014 (thứ Hai)"
ENGLISH = "1 working day from 2014-05-23, the first day not counted"


@pytest.fixture
def dated(site: Site) -> Site:
    """A task T-9a of the officer, counted from the day."""
    with site.session() as session:
        site.world.session = session
        due = derive(TERM, site.world.on(TODAY).calendar, TODAY)
        site.world.task("T-9a", None, TODAY, term=TERM, due=due)
    return site


def in_english(browser: Browser, path: str) -> str:
    """Return what a page says to somebody who has chosen English."""
    browser.post("/account/language", language="en")
    return text_of(browser.get(path))


def test_a_task_tells_it_in_the_language_of_its_reader(dated: Site) -> None:
    with dated.browser("vien") as browser:
        assert VIETNAMESE in text_of(browser.get("/tasks/T-9a"))
        said = in_english(browser, "/tasks/T-9a")
    assert ENGLISH in said
    assert "due date is 2014-05-26 (Monday)" in said
    assert "ngày đến hạn" not in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param(
            "vi",
            "từ 26/5/2014 thành 27/5/2014, do lịch làm việc thay đổi (ngày 26/5/2014: Nghỉ bù: 15/TB-VP)",
            id="Vietnamese",
        ),
        pytest.param(
            "en",
            "from 26 May 2014 to 27 May 2014, by a change of the working calendar "
            "(on 26 May 2014: Nghỉ bù: 15/TB-VP)",
            id="English: days as its digests write them, words of documents as they stand",
        ),
    ],
)
def test_a_digest_tells_why_a_due_date_moved_in_the_language_of_its_reader(
    dated: Site, tmp_path: Path, language: str, said: str
) -> None:
    with dated.browser("chanh") as browser:
        browser.post("/admin/calendar/days", **DAY_OFF, confirmed="yes")
    with dated.browser("vien") as browser:
        browser.post("/account/language", language=language)
    mailed = Mailed(dated, tmp_path)
    mailed.run()
    letter = mailed.letter("vien")
    assert said in letter.text
    assert said in (letter.html or "")


def test_what_the_calendar_no_longer_says_stands_as_it_was_kept(dated: Site) -> None:
    with dated.session() as session:
        task = session.exec(select(Task).where(Task.code == "T-9a")).one()
        task.derivation = "theo lịch cũ"
    with dated.browser("vien") as browser:
        assert "theo lịch cũ" in in_english(browser, "/tasks/T-9a")


def test_an_item_tells_it_in_the_language_of_its_reader(site: Site) -> None:
    site.plan()
    with site.browser("chanh") as browser:
        assert "22/5/2014 (thứ Năm)" in text_of(browser.get("/plans/HP-2014-01/check"))
        assert "due date is 2014-05-22 (Thursday)" in in_english(browser, "/plans/HP-2014-01/check")


def test_what_is_asked_of_an_item_is_told_in_the_language_of_its_reader(site: Site) -> None:
    site.plan()
    with site.session() as session:
        item = session.exec(select(Item).where(Item.ref == "3.1")).one()
        item.questions = {"term": [Sentence(NO_TERM).plain()], "lead": ["Hỏi từ trước."]}
    with site.browser("chanh") as browser:
        for path in ("/plans/HP-2014-01", "/plans/HP-2014-01/check"):
            browser.post("/account/language", language="vi")
            assert "Văn bản chưa ấn định thời hạn cho nội dung này" in text_of(browser.get(path))
            said = in_english(browser, path)
            assert "The document sets no term for this item" in said
            assert "Hỏi từ trước." in said


def test_nothing_is_asked_any_more_once_a_plan_is_approved(site: Site) -> None:
    site.plan()
    with site.session() as session:
        session.exec(select(Item).where(Item.ref == "3.1")).one().questions = {"lead": ["Hỏi từ trước."]}
        session.exec(select(Plan)).one().state = PlanState.APPROVED
    with site.browser("chanh") as browser:
        for path in ("/plans/HP-2014-01", "/plans/HP-2014-01/check"):
            assert "Hỏi từ trước." not in text_of(browser.get(path))
        assert "Còn phải xác định" not in text_of(browser.get("/plans/HP-2014-01/check"))


def test_the_calendar_tells_why_a_day_is_off_in_the_language_of_its_reader(site: Site) -> None:
    with site.browser("chanh") as browser:
        assert "gói dữ liệu holidays" in text_of(browser.get("/admin/calendar?year=2014"))
        assert "the data package holidays" in in_english(browser, "/admin/calendar?year=2014")
