"""From a notice to a draft plan, and from a corrected notice to a difference, on both databases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from desk import CODE, Desk
from dondoc.errors import BadInput, DondocError, Refused
from dondoc.services.drafts import Drafted
from dondoc.services.plan_edits import Edit
from models import Document, Finding, ItemKind, Plan, PlanState, Recipient
from small_notice import CORRECTED, NOTICE

if TYPE_CHECKING:
    from sqlmodel import Session


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session)


def test_it_makes_a_plan_with_a_code_of_the_unit_and_the_year(desk: Desk) -> None:
    assert desk.draft() == Drafted(CODE, new=True, items=6)
    assert list(desk.items()) == ["2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.2", "2.3"]


def test_it_keeps_recipients_and_findings_with_the_document(desk: Desk) -> None:
    desk.draft()
    assert (desk.count(Recipient), desk.count(Finding)) == (3, 1)


@pytest.mark.parametrize(
    ("ref", "lead"),
    [
        pytest.param("2.1.1", "HP-TCCB", id="the room it names"),
        pytest.param("2.1.2", None, id="several rooms: a person decides"),
        pytest.param("2.1.3", "HP", id="the province itself"),
        pytest.param("2.1.4", "HP", id="nobody named: whom the notice is about"),
        pytest.param("2.3", "TC-TCCB", id="a unit of the General Department"),
    ],
)
def test_it_knows_who_leads(desk: Desk, ref: str, lead: str | None) -> None:
    desk.draft()
    assert desk.items()[ref].lead == lead


def test_it_asks_for_what_it_does_not_know(desk: Desk) -> None:
    desk.draft()
    items = desk.items()
    assert [str(asked) for asked in items["2.1.2"].questions] == [
        "Văn bản giao cho “Các Phòng chuyên môn thuộc Cục”; đề nghị xác định đơn vị chủ trì.",
    ]
    assert any("yêu cầu xây dựng chính kế hoạch này không" in str(asked) for asked in items["2.2"].questions)
    assert items["2.1.3"].questions == ()


def test_it_keeps_terms_with_their_derivation(desk: Desk) -> None:
    desk.draft()
    item = desk.items()["2.2"]
    assert (item.term, item.due_on) == ("trước ngày 23/5/2014", dt.date(2014, 5, 22))
    assert item.derivation is not None
    assert str(item.derivation).endswith("22/5/2014 (thứ Năm)")


def test_it_names_coordinators_and_the_supervisor(desk: Desk) -> None:
    desk.draft()
    item = desk.items()["2.2"]
    assert (item.coordinators, item.supervisor) == (("TC-TCCB", "TC-VP"), "TC-VP")


def test_a_standing_duty_has_its_stated_period(desk: Desk) -> None:
    desk.draft()
    item = desk.items()["2.1.4"]
    assert (item.kind, item.period) == (ItemKind.STANDING, "month")


def test_the_same_notice_again_changes_nothing(desk: Desk) -> None:
    desk.draft()
    assert desk.draft() == Drafted(CODE, new=False, items=6)
    assert (desk.count(Plan), desk.count(Document)) == (1, 1)


def test_another_unit_has_a_plan_of_its_own(desk: Desk) -> None:
    desk.draft()
    assert desk.draft(subject="HP-TCCB").plan == "HP-TCCB-2014-01"
    assert desk.count(Document) == 1


def test_the_next_plan_has_the_next_number(desk: Desk) -> None:
    desk.draft()
    assert desk.draft(NOTICE.replace("09/5/2014", "16/5/2014")).plan == "HP-2014-02"


def test_a_corrected_notice_gives_a_difference(desk: Desk) -> None:
    desk.draft()
    difference = desk.draft(CORRECTED, code=CODE).difference
    assert difference is not None
    refs = {
        what: [change.item.removeprefix(f"{CODE}.") for change in getattr(difference, what)]
        for what in ("kept", "changed", "withdrawn", "new")
    }
    assert refs == {
        "kept": ["2.1.1", "2.1.3", "2.2", "2.3"],
        "changed": ["2.1.2"],
        "withdrawn": ["2.1.4"],
        "new": ["2.1.1-1"],
    }
    assert difference.changed[0].fields == ("due_on", "term", "text")


def test_peoples_work_outlives_a_correction(desk: Desk) -> None:
    desk.draft()
    desk.set("2.1.2", Edit(lead="HP-TCCB", person="vien", term="trước ngày 20/7/2014", proof="Danh mục"))
    desk.draft(CORRECTED, code=CODE)
    item = desk.items()["2.1.2"]
    assert (item.lead, item.assignee, item.due_on, item.proof) == (
        "HP-TCCB",
        "vien",
        dt.date(2014, 7, 19),
        "Danh mục",
    )
    assert "31/7/2014" in item.text


def test_items_point_into_the_corrected_text(desk: Desk) -> None:
    desk.draft()
    desk.draft(CORRECTED, code=CODE)
    item = desk.items()["2.1.1"]
    assert CORRECTED[slice(*item.span)] == item.text


def test_a_withdrawn_item_is_dropped_and_comes_back_with_its_document(desk: Desk) -> None:
    desk.draft()
    desk.draft(CORRECTED, code=CODE)
    assert desk.items()["2.1.4"].drop_reason == "Văn bản sửa đổi không còn nội dung này."
    difference = desk.draft(NOTICE, code=CODE).difference
    assert difference is not None
    assert [change.item for change in difference.new] == [f"{CODE}.2.1.4"]
    assert desk.items()["2.1.4"].drop_reason is None
    assert desk.items()["2.1.1-1"].drop_reason is not None


def test_what_people_dropped_stays_dropped(desk: Desk) -> None:
    desk.draft()
    desk.set("2.1.1", Edit(drop="Đã làm xong"))
    desk.draft(CORRECTED, code=CODE)
    assert desk.items()["2.1.1"].drop_reason == "Đã làm xong"


def test_an_assignee_who_no_longer_fits_is_asked_for_anew(desk: Desk) -> None:
    desk.draft()
    desk.set("2.1.1", Edit(person="vien"))
    desk.draft(NOTICE.replace("- Phòng Tổ chức cán bộ của Cục", "- Vụ Tổ chức cán bộ"), code=CODE)
    item = desk.items()["2.1.1"]
    assert (item.lead, item.assignee) == ("TC-TCCB", None)
    assert str(item.questions[0]).startswith("Đơn vị chủ trì đã thay đổi")


@pytest.mark.parametrize(
    ("text", "subject", "code", "error", "sentence"),
    [
        pytest.param(NOTICE, "XX", None, BadInput, "no unit XX", id="unknown unit"),
        pytest.param(NOTICE, "HP", "HP-2014-09", Refused, f"already the plan {CODE}", id="a second code"),
        pytest.param(NOTICE, "TC-TCCB", CODE, Refused, "is of another unit", id="another unit's plan"),
        pytest.param(CORRECTED, "HP", None, Refused, "looks like a correction", id="a correction unsaid"),
        pytest.param(CORRECTED, "HP", "hp 1", BadInput, "capitals, digits", id="no code"),
        pytest.param(CORRECTED, "HP", "HP-TCCB", BadInput, "something else", id="a unit's code"),
        pytest.param("Kính gửi các đồng chí.\n", "HP", None, Refused, "orders nothing", id="no order"),
    ],
)
def test_it_refuses(
    desk: Desk, text: str, subject: str, code: str | None, error: type[DondocError], sentence: str
) -> None:
    desk.draft()
    with pytest.raises(error, match=sentence):
        desk.draft(text, subject, code)


def test_a_submitted_plan_is_not_corrected(desk: Desk) -> None:
    desk.draft()
    desk.world.session.exec(select(Plan).where(col(Plan.code) == CODE)).one().state = PlanState.SUBMITTED
    with pytest.raises(Refused, match="waits for the Director General"):
        desk.draft(CORRECTED, code=CODE)


def test_only_the_office_drafts(desk: Desk) -> None:
    desk.who = "cuc"
    with pytest.raises(Refused, match="Phạm Cục may not"):
        desk.draft()
