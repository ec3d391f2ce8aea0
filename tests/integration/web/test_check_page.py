"""`/plans/{code}/check`: the document on one side, its items on the other, and every deed from its forms."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import func, select

from dondoc import clock
from dondoc.reading.notice import read_text
from dondoc.services.drafts import draft
from dondoc.services.occasion import Occasion
from dondoc.services.world import World
from models import Item, LedgerLine, Person, Plan, PlanState
from site_of import TODAY, text_of
from small_notice import NOTICE
from statements_of import MOST, counted

if TYPE_CHECKING:
    import httpx

    from site_of import Browser, Site

CODE = "HP-2014-01"
CHECK = f"/plans/{CODE}/check"
LEFT = "Cục cần có sổ theo dõi kho."
NOTED = NOTICE.replace("2. Về nhiệm vụ", f"{LEFT}\n2. Về nhiệm vụ")
"""With an order among the findings, which is read into no item."""
MONTHLY = "Có phải báo cáo hằng tháng không?"
ORDERS = "yêu cầu xây dựng kế hoạch"
REPORT = "báo cáo kết quả"


@pytest.fixture
def drafted(site: Site) -> Site:
    with site.session() as session:
        office = session.exec(select(Person).where(Person.code == "chanh")).one()
        occasion = Occasion(office, "tester", TODAY, clock.now())
        draft(World(session, TODAY), occasion, read_text(NOTED), "thong-bao.txt", "HP")
    return site


def does(browser: Browser, item: str, deed: str = "set", **fields: object) -> httpx.Response:
    answer = browser.post(f"{CHECK}/{item}/{deed}", **fields)
    assert answer.status_code == 200, text_of(answer)
    return answer


def item_of(site: Site, ref: str) -> Item:
    with site.session() as session:
        item = session.exec(select(Item).where(Item.ref == ref)).one()
        session.expunge(item)
        return item


def stand(site: Site, state: PlanState) -> None:
    with site.session() as session:
        session.exec(select(Plan)).one().state = state


def card(page: httpx.Response, ref: str) -> str:
    return page.text.partition(f'id="i-{ref}"')[2].partition("</article>")[0]


def test_the_text_is_there_to_the_last_character(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        page = browser.get(CHECK).text
    shown = page.partition('<div class="text">')[2].partition("</div>")[0]
    shown = re.sub(r'<a class="ref".*?</a>', "", shown)
    assert html.unescape(re.sub(r"<[^>]*>", "", shown)) == NOTED


def test_each_item_is_linked_with_its_words_both_ways(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        page = browser.get(CHECK).text
    for ref in ("2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.2", "2.3"):
        assert f'<a class="ref" href="#i-{ref}">{ref}</a><mark class="item" id="s-{ref}"' in page
        assert f'<a href="#s-{ref}"' in card_of(page, ref)


def card_of(page: str, ref: str) -> str:
    return page.partition(f'id="i-{ref}"')[2].partition("</article>")[0]


def test_owners_and_terms_are_lit_up_in_the_text(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        page = browser.get(CHECK).text
    assert '<span class="term">trước ngày 30/6/2014</span>' in page
    assert re.search(r'<span class="begins owner">P</span><span class="owner">hòng Tổ chức cán bộ', page)


def test_what_was_read_into_no_item_is_shown_and_can_be_added(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        page = browser.get(CHECK)
        assert f'<mark class="unread" id="u-2" data-other="u-list-2">{LEFT}</mark>' in page.text
        seen = browser.post(f"{CHECK}/add", words=LEFT)
    assert (seen.status_code, 'class="unread" id="u-2"' in seen.text) == (200, False)
    assert item_of(drafted, "1.2").text == LEFT


@pytest.mark.parametrize(
    ("item", "fields", "expected"),
    [
        pytest.param(
            "2.1.2",
            {"lead": "Phòng Tổ chức cán bộ (HP-TCCB)", "person": "An Viên (vien)"},
            ("Phòng Tổ chức cán bộ", "An Viên"),
            id="owners by their labels",
        ),
        pytest.param("2.1.2", {"lead": "HP-TCCB"}, ("Phòng Tổ chức cán bộ",), id="a unit by its code"),
        pytest.param("2.1.1", {"coordinators": ["TC-VP", ""]}, ("Văn phòng Tổng cục",), id="coordinators"),
        pytest.param("2.1.1", {"supervisor": "TC-TCCB"}, ("Vụ Tổ chức cán bộ",), id="supervising unit"),
        pytest.param("2.3", {"term": "trước ngày 30/6/2014"}, ("29/6/2014", "Chủ nhật"), id="a term"),
        pytest.param("2.3", {"no_term": "Làm thường xuyên"}, ("Làm thường xuyên",), id="no term"),
        pytest.param("2.1.4", {"period": "quarter"}, ("hằng quý",), id="a period"),
        pytest.param("2.1.1", {"kind": "standing"}, ("nhiệm vụ thường xuyên", "hằng tháng"), id="a kind"),
        pytest.param("2.1.1", {"proof": "Quyết định"}, ("Quyết định",), id="a proof"),
        pytest.param("2.1.1", {"note": "Hỏi lại"}, ("Hỏi lại",), id="a note"),
        pytest.param("2.2", {"orders_plan": "yes"}, (ORDERS,), id="the ordering item"),
        pytest.param("2.1.1", {"drop": "Đã làm xong"}, ("Đã làm xong", "Đưa lại vào"), id="left out"),
    ],
)
def test_an_item_is_put_right(
    drafted: Site, item: str, fields: dict[str, Any], expected: tuple[str, ...]
) -> None:
    with drafted.browser("chanh") as browser:
        seen = does(browser, item, **fields)
    assert f"Đã ghi nội dung {CODE}.{item}" in text_of(seen)
    assert [words for words in expected if words not in html.unescape(card(seen, item))] == []


def test_a_form_sent_as_it_stands_changes_nothing(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        form = card(browser.get(CHECK), "2.1.1").partition("/set")[2].partition("</form>")[0]
        fields = dict(re.findall(r'name="(\w+)"[^>]*value="([^"]*)"', form)) | {"kind": "deliverable"}
        seen = does(browser, "2.1.1", **{name: value for name, value in fields.items() if name != "csrf"})
    assert "không có gì thay đổi" in text_of(seen)
    assert item_of(drafted, "2.1.1").edited == []


def test_a_question_is_answered_with_what_was_supposed(drafted: Site) -> None:
    with drafted.session() as session:
        session.exec(select(Item).where(Item.ref == "2.1.4")).one().questions = {"period": [MONTHLY]}
    with drafted.browser("chanh") as browser:
        assert MONTHLY in card(browser.get(CHECK), "2.1.4")
        assert MONTHLY not in card(does(browser, "2.1.4", answer="1", period="month"), "2.1.4")
        does(browser, "2.2", answer="1", orders_plan="no")
    assert (item_of(drafted, "2.1.4").edited, "orders_plan" in item_of(drafted, "2.2").questions) == (
        ["period"],
        False,
    )


def test_items_are_split_mended_joined_and_taken_back(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        split = does(browser, "2.1.2", "split", before=REPORT)
        assert 'id="s-2.1.2-2"' in split.text
        does(browser, "2.2", "mend", begins="Cục Hải Phòng cần", ends="")
        assert 'id="s-2.1.2-2"' not in does(browser, "2.1.2", "join").text
        does(browser, "2.1.2", "mend", begins="", ends="danh mục hồ sơ")
        back = does(browser, "2.1.2-2", restore="1")
    assert ('id="s-2.1.2-2"' in back.text, item_of(drafted, "2.1.2-2").drop_reason) == (True, None)
    assert item_of(drafted, "2.2").text.startswith("Cục Hải Phòng cần")


def test_it_proposes_where_an_item_may_be_split(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        offered = card(browser.get(CHECK), "2.1.2").partition('<datalist id="cut-2.1.2">')[2]
        (words,) = re.findall(r'<option value="([^"]*)">', offered.partition("</datalist>")[0])
        does(browser, "2.1.2", "split", before=words)
    assert words.startswith(REPORT)


@pytest.mark.parametrize(
    ("item", "deed", "fields", "status", "sentence"),
    [
        pytest.param("2.1.1", "set", {"lead": "Phòng Tổ chức cán bô"}, 422, "(HP-TCCB)", id="near miss"),
        pytest.param("2.1.1", "set", {"term": "sớm"}, 422, "sớm", id="no term"),
        pytest.param("2.1.1", "set", {"kind": "x"}, 422, "danh sách lựa chọn", id="no kind"),
        pytest.param("2.1.1", "set", {"person": "vu"}, 409, "Vũ Trưởng", id="a person of another unit"),
        pytest.param("2.1.1", "set", {"drop": " "}, 422, "--drop", id="left out without a reason"),
        pytest.param("9.9", "set", {"note": "x"}, 404, "9.9", id="no such item"),
        pytest.param("2.1.2", "split", {"before": "kho tàng"}, 422, "chép đúng", id="no such words"),
        pytest.param("2.3", "join", {}, 409, "nội dung cuối", id="the last item"),
    ],
)
def test_it_refuses_in_one_sentence(
    drafted: Site, item: str, deed: str, fields: dict[str, str], status: int, sentence: str
) -> None:
    with drafted.session() as session:
        before = session.exec(select(func.max(LedgerLine.id))).one()
    with drafted.browser("chanh") as browser:
        answer = browser.post(f"{CHECK}/{item}/{deed}", **fields)
    assert (answer.status_code, sentence in text_of(answer)) == (status, True), text_of(answer)
    with drafted.session() as session:
        assert session.exec(select(func.max(LedgerLine.id))).one() == before


@pytest.mark.parametrize(
    ("person", "state", "offered"),
    [
        pytest.param("chanh", PlanState.DRAFT, {"set", "split", "mend", "join"}, id="the Office, a draft"),
        pytest.param("cuc", PlanState.DRAFT, set(), id="the unit only looks at a draft"),
        pytest.param("chanh", PlanState.OPEN, {"set"}, id="the Office, an open plan"),
        pytest.param("cuc", PlanState.OPEN, {"set"}, id="the head of the unit, an open plan"),
        pytest.param("vien", PlanState.OPEN, set(), id="an officer only looks"),
        pytest.param("chanh", PlanState.SUBMITTED, set(), id="nobody once it is submitted"),
    ],
)
def test_it_offers_what_its_viewer_may_do_and_nothing_else(
    drafted: Site, person: str, state: PlanState, offered: set[str]
) -> None:
    stand(drafted, state)
    with drafted.browser(person) as browser:
        page = browser.get(CHECK)
        assert page.status_code == 200
        for deed in ("set", "split", "mend", "join"):
            sent = {"note": "x", "before": REPORT, "ends": "danh mục hồ sơ"}
            status = browser.post(f"{CHECK}/2.1.2/{deed}", **sent).status_code
            assert (deed in offered) == (status == 200), (deed, status)
    assert set(re.findall(rf'action="{CHECK}/2\.1\.2/(\w+)"', page.text)) == offered


def test_the_unit_that_owes_the_plan_sets_nothing_of_the_office(drafted: Site) -> None:
    stand(drafted, PlanState.OPEN)
    with drafted.browser("cuc") as browser:
        fields = set(re.findall(r'name="(\w+)"', card(browser.get(CHECK), "2.1.1")))
        assert fields & {"supervisor", "drop", "orders_plan"} == set()
        assert {"lead", "person", "term", "proof"} <= fields
        assert browser.post(f"{CHECK}/2.1.1/set", drop="Không làm").status_code == 403


def test_it_is_not_there_for_who_has_no_part_in_it(drafted: Site) -> None:
    drafted.outsider("other")
    with drafted.browser("other") as browser:
        assert browser.get(CHECK).status_code == 404
        for deed in ("2.1.1/set", "2.1.1/split", "2.1.1/mend", "2.1.1/join", "add"):
            assert browser.post(f"{CHECK}/{deed}", note="x", words="x", before="x").status_code == 404


def test_it_asks_little(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        does(browser, "2.1.1", person="vien")
        with counted() as asked:
            browser.get(CHECK)
    assert len(asked) <= MOST, "\n".join(asked)
