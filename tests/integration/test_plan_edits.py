"""People's work on the items of a plan, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from dondoc.errors import BadInput, DondocError, Refused
from dondoc.services.plan_edits import Edit, edit
from dondoc.services.plan_life import open_plan
from models import Item, ItemKind, LedgerLine, PeriodUnit, PlanState
from small_plan import CODE, SmallPlan, day

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.item_view import ItemView


@pytest.fixture
def small(session: Session) -> SmallPlan:
    return SmallPlan(session)


def set_(small: SmallPlan, item: str, change: Edit, who: str = "chanh") -> ItemView:
    return edit(*small.at("05-12", who), CODE, item, change)


def test_it_sets_the_owners_of_an_item(small: SmallPlan) -> None:
    change = Edit(lead="HP", person="cuc", supervisor="TC-VP", coordinators=("HP-TCCB", "TC"))
    view = set_(small, "3.1", change)
    assert (view.lead, view.assignee, view.supervisor) == ("HP", "cuc", "TC-VP")
    assert view.coordinators == ("HP-TCCB", "TC")


def test_it_takes_the_full_code_too(small: SmallPlan) -> None:
    assert set_(small, f"{CODE}.3.1", Edit(proof="Báo cáo")).proof == "Báo cáo"


def test_coordinators_replace_those_there_were(small: SmallPlan) -> None:
    assert set_(small, "3.6", Edit(coordinators=("TC-VP",))).coordinators == ("TC-VP",)


def test_it_reads_a_term_and_says_what_follows(small: SmallPlan) -> None:
    view = set_(small, "3.1", Edit(term="trước ngày 30/6/2014"))
    assert (view.due_on, view.no_term_reason) == (day("06-29"), None)
    assert view.derivation is not None
    assert "29/6/2014 (Chủ nhật)" in str(view.derivation)


def test_a_term_counted_from_the_approval_asks_nothing(small: SmallPlan) -> None:
    view = set_(small, "3.1", Edit(term="trong thời hạn 10 ngày kể từ ngày kế hoạch được phê duyệt"))
    assert (view.due_on, view.questions, view.lacks) == (day("05-22"), (), ())


def test_a_term_counted_from_an_unknown_event_asks_for_its_day(small: SmallPlan) -> None:
    view = set_(small, "3.1", Edit(term="trong thời hạn 10 ngày kể từ ngày nhận được văn bản này"))
    assert (view.due_on, view.lacks) == (None, ("term",))
    assert len(view.questions) == 1
    assert set_(small, "3.1", Edit(term="trước ngày 30/6/2014")).questions == ()


def test_it_keeps_a_note_until_it_is_emptied(small: SmallPlan) -> None:
    assert set_(small, "3.1", Edit(note=" Chờ kinh phí ")).note == "Chờ kinh phí"
    assert set_(small, "3.1", Edit(note="")).note is None


def test_it_sets_a_reason_for_no_term(small: SmallPlan) -> None:
    view = set_(small, "3.1", Edit(no_term="Làm thường xuyên"))
    assert (view.term, view.due_on, view.no_term_reason) == (None, None, "Làm thường xuyên")


def test_it_makes_a_standing_duty_with_its_period(small: SmallPlan) -> None:
    view = set_(small, "3.1", Edit(kind=ItemKind.STANDING, period=PeriodUnit.QUARTER))
    assert (view.kind, view.period) == (ItemKind.STANDING, PeriodUnit.QUARTER)


def test_a_duty_made_standing_is_monthly_unless_said_otherwise(small: SmallPlan) -> None:
    assert set_(small, "3.1", Edit(kind=ItemKind.STANDING)).period is PeriodUnit.MONTH
    assert set_(small, "3.1", Edit(kind=ItemKind.TARGET)).period is None


def test_the_mark_of_the_ordering_item_moves(small: SmallPlan) -> None:
    set_(small, "3.1", Edit(orders_plan=True))
    marked = small.session.exec(select(Item.ref).where(col(Item.orders_plan))).all()
    assert marked == ["3.1"]
    set_(small, "3.1", Edit(orders_plan=False))
    assert small.session.exec(select(Item.ref).where(col(Item.orders_plan))).all() == []


def test_a_dropped_item_is_taken_back_only_by_name(small: SmallPlan) -> None:
    set_(small, "3.1", Edit(drop="Trùng nội dung 3.2"))
    with pytest.raises(Refused, match=r"has been dropped \(Trùng nội dung 3\.2\)"):
        set_(small, "3.1", Edit(proof="Báo cáo"))
    assert set_(small, "3.1", Edit(restore=True)).drop_reason is None


def test_it_remembers_what_people_set_and_what_it_was(small: SmallPlan) -> None:
    set_(small, "3.1", Edit(person="phong"))
    item = small.session.exec(select(Item).where(Item.ref == "3.1")).one()
    line = small.session.exec(select(LedgerLine).where(LedgerLine.operation == "plan.set")).one()
    assert item.edited == ["person"]
    assert (line.code, line.detail) == (f"{CODE}.3.1", {"assignee": ["vien", "phong"]})


@pytest.mark.parametrize(
    ("change", "error", "sentence"),
    [
        pytest.param(Edit(), BadInput, "Nothing is to be set", id="nothing"),
        pytest.param(Edit(lead="XX"), BadInput, "no unit XX", id="unknown unit"),
        pytest.param(Edit(person="ai-do"), BadInput, "no person ai-do", id="unknown person"),
        pytest.param(Edit(person="vu"), Refused, "Vũ Trưởng does not serve in Phòng", id="other department"),
        pytest.param(Edit(lead="TC-TCCB"), Refused, "An Viên does not serve in Vụ", id="lead moves away"),
        pytest.param(Edit(supervisor="HP"), Refused, "Cục Hải Phòng is no unit of", id="own supervisor"),
        pytest.param(Edit(term="sớm nhất"), BadInput, "is not understood", id="no term"),
        pytest.param(Edit(term="trước ngày 15/12"), BadInput, "such as 15/12/2014", id="no year"),
        pytest.param(Edit(term="30/6/2014", no_term="x"), BadInput, "either a term or", id="term and none"),
        pytest.param(Edit(no_term=" "), BadInput, "--no-term of .* is empty", id="empty reason"),
        pytest.param(Edit(drop=""), BadInput, "--drop of .* is empty", id="dropped without a reason"),
        pytest.param(Edit(period=PeriodUnit.WEEK), BadInput, "has no periods", id="period of a deliverable"),
    ],
)
def test_it_refuses(small: SmallPlan, change: Edit, error: type[DondocError], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        set_(small, "3.1", change)


def test_it_knows_the_items_of_a_plan(small: SmallPlan) -> None:
    with pytest.raises(BadInput, match=r"HP-2014-01 has no item 9\.9"):
        set_(small, "9.9", Edit(proof="Báo cáo"))


@pytest.mark.parametrize(
    ("state", "who", "change"),
    [
        pytest.param(PlanState.DRAFT, "cuc", Edit(proof="x"), id="a draft is the Office's"),
        pytest.param(PlanState.OPEN, "vien", Edit(proof="x"), id="an officer sets nothing"),
        pytest.param(PlanState.OPEN, "cuc", Edit(drop="x"), id="the owner drops no order"),
        pytest.param(PlanState.CONSULTING, "cuc", Edit(supervisor="TC-VP"), id="nor chooses who accepts"),
    ],
)
def test_it_holds_the_rights(small: SmallPlan, state: PlanState, who: str, change: Edit) -> None:
    small.plan.state = state
    with pytest.raises(Refused, match="may not set"):
        set_(small, "3.1", change, who)


def test_the_head_of_the_unit_works_on_an_open_plan(small: SmallPlan) -> None:
    small.plan.state = PlanState.OPEN
    assert set_(small, "3.1", Edit(person="phong"), "cuc").assignee == "phong"


def test_nothing_is_set_once_submitted(small: SmallPlan) -> None:
    small.plan.state = PlanState.SUBMITTED
    with pytest.raises(Refused, match="waits for the Director General"):
        set_(small, "3.1", Edit(proof="x"))


def test_what_orders_the_plan_stays_once_its_making_is_given_out(small: SmallPlan) -> None:
    open_plan(*small.at("05-12", "chanh"), CODE)
    with pytest.raises(Refused, match="has been given out"):
        set_(small, "3.6", Edit(term="trước ngày 30/6/2014"))
    assert set_(small, "3.6", Edit(coordinators=("TC-VP",))).coordinators == ("TC-VP",)
