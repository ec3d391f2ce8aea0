"""What is taken from a plan's workbook, on both databases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from dondoc.errors import BadInput, Refused
from dondoc.services.plan_life import open_plan
from models import ItemKind, PeriodUnit, PlanState
from plan_office import BESIDE, KIND, LEAD, NOTE, PERSON, PROOF, SUPERVISOR, TERM
from workbooks import computed

if TYPE_CHECKING:
    from plan_office import PlanOffice

ONE_DATABASE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For what is read before any database is asked."""


def test_what_was_exported_is_no_change(office: PlanOffice) -> None:
    assert office.take(office.export()).changes == ()
    assert office.ledger() == []


@ONE_DATABASE
@pytest.mark.parametrize(
    ("item", "heading", "written", "field", "value"),
    [
        pytest.param("3.1", PERSON, "Mai Phòng (phong)", "assignee", "phong", id="from the list"),
        pytest.param("3.1", PERSON, "phong", "assignee", "phong", id="by code"),
        pytest.param("3.1", PERSON, "mai phòng", "assignee", "phong", id="by name"),
        pytest.param("3.1", LEAD, "Cục Hải Phòng", "lead", "HP", id="unit by name"),
        pytest.param("3.1", SUPERVISOR, "TC-VP", "supervisor", "TC-VP", id="supervisor"),
        pytest.param(
            "3.1", BESIDE, "TC-VP; Tổng cục\nHP", "coordinators", ["HP", "TC", "TC-VP"], id="several"
        ),
        pytest.param("3.6", BESIDE, None, "coordinators", [], id="none any more"),
        pytest.param("3.1", TERM, "trước ngày 30/6/2014", "due_on", "2014-06-29", id="a term"),
        pytest.param("3.1", TERM, dt.date(2014, 6, 30), "term", "30/6/2014", id="a day of Excel's"),
        pytest.param("3.1", TERM, "Chưa ấn định thời hạn: x", "no_term_reason", "x", id="no term"),
        pytest.param("3.2", TERM, "Hằng quý", "period", PeriodUnit.QUARTER, id="period"),
        pytest.param("3.1", PROOF, "=Danh sách", "proof", "=Danh sách", id="looks like a formula"),
        pytest.param("3.1", NOTE, "Một\nHai", "note", "Một\nHai", id="lines"),
        pytest.param("3.1", KIND, "chỉ tiêu", "kind", ItemKind.TARGET, id="kind"),
    ],
)
def test_it_takes_what_people_write(
    office: PlanOffice, item: str, heading: str, written: Any, field: str, value: object
) -> None:
    desk = office.export()
    desk.write(item, heading, written)
    office.take(desk)
    assert office.stands()[item][field] == value


def test_it_shows_the_difference_with_what_follows_and_changes_nothing(office: PlanOffice) -> None:
    desk, before = office.export(), office.stands()
    desk.write("3.1", TERM, "trước ngày 30/6/2014")
    (change,) = office.compare(desk).changes
    assert change.item == "HP-2014-01.3.1"
    assert change.fields["term"] == ["trong tháng 7/2014", "trước ngày 30/6/2014"]
    assert change.fields["due_on"] == ["2014-07-31", "2014-06-29"]
    assert (office.stands(), office.ledger()) == (before, [])


def test_every_item_leaves_its_line_in_the_ledger(office: PlanOffice) -> None:
    desk = office.export()
    for item in ("3.1", "3.7"):
        desk.write(item, PROOF, "Báo cáo")
    assert len(office.take(desk).changes) == 2
    assert office.ledger() == [("plan.set", "3.1"), ("plan.set", "3.7"), ("plan.import", "HP-2014-01")]


def test_taken_again_it_is_no_change(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", LEAD, "Cục Hải Phòng")
    desk.write("3.2", TERM, "hằng tuần")
    office.take(desk)
    ledger = office.ledger()
    assert office.take(desk).changes == ()
    assert office.ledger() == ledger


def test_what_nobody_touched_stays_as_it_is_by_now(office: PlanOffice) -> None:
    desk = office.export()
    office.set("3.1", person="phong", proof="Danh sách")
    desk.write("3.1", NOTE, "Gấp")
    office.take(desk)
    stands = office.stands()["3.1"]
    assert (stands["assignee"], stands["proof"], stands["note"]) == ("phong", "Danh sách", "Gấp")


def test_what_somebody_else_has_changed_since_is_refused(office: PlanOffice) -> None:
    desk = office.export()
    office.set("3.1", proof="Danh sách")
    place = desk.write("3.1", PROOF, "Báo cáo")
    said = (
        f'cell {place}: the plan has changed since this workbook was exported: it was "" and is "Danh sách"'
    )
    with pytest.raises(BadInput, match=said):
        office.take(desk)


def test_one_goes_on_in_the_same_workbook(office: PlanOffice) -> None:
    desk = office.export()
    for proof in ("Báo cáo", "Danh sách", "Báo cáo"):
        desk.write("3.1", PROOF, proof)
        office.take(desk)
        assert office.stands()["3.1"]["proof"] == proof
    desk.write("3.1", NOTE, "Gấp")
    office.set("3.1", proof="Biên bản")
    office.take(desk)
    assert office.stands()["3.1"]["proof"] == "Biên bản"


def test_what_was_taken_can_be_put_back(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", PERSON, "Mai Phòng (phong)")
    office.take(desk)
    desk.write("3.1", PERSON, "An Viên (vien)")
    office.take(desk)
    assert office.stands()["3.1"]["assignee"] == "vien"


def test_a_workbook_without_its_hidden_sheets_is_compared_with_the_plan(office: PlanOffice) -> None:
    desk = office.export()
    for name in ("Danh mục", "dondoc"):
        del desk.book[name]
    assert office.take(desk).changes == ()
    desk.write("3.1", PROOF, "Báo cáo")
    assert len(office.take(desk).changes) == 1


@ONE_DATABASE
def test_columns_may_move_and_lines_stand_above(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", NOTE, "Gấp")
    desk.sheet.insert_rows(1, 2)
    desk.sheet.move_range("K6:K10", cols=10)
    desk.sheet.title = "Bản của Phòng"
    office.take(desk)
    assert office.stands()["3.1"]["note"] == "Gấp"


@ONE_DATABASE
def test_a_computed_formula_says_its_value(office: PlanOffice) -> None:
    desk = office.export()
    desk.compute("3.1", PROOF, '="Báo "&"cáo"')
    office.take(computed(desk.save(), "Báo cáo"))
    assert office.stands()["3.1"]["proof"] == "Báo cáo"


@ONE_DATABASE
def test_days_from_1904_are_read_as_they_are_shown(office: PlanOffice) -> None:
    desk = office.export()
    desk.book.epoch = CALENDAR_MAC_1904
    desk.write("3.1", TERM, dt.date(2014, 6, 30))
    office.take(desk)
    assert office.stands()["3.1"]["due_on"] == "2014-06-30"


@ONE_DATABASE
def test_cells_merged_down_say_the_same_for_each_item(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", PROOF, "Báo cáo")
    row, column = desk.place("3.1", PROOF)
    desk.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    office.take(desk)
    assert [office.stands()[item]["proof"] for item in ("3.1", "3.2", "3.6")] == ["Báo cáo", "Báo cáo", None]


def test_a_kind_and_its_period_are_taken_together(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", KIND, "nhiệm vụ thường xuyên")
    desk.write("3.1", TERM, "hằng năm")
    office.take(desk)
    stands = office.stands()["3.1"]
    assert (stands["kind"], stands["period"]) == (ItemKind.STANDING, PeriodUnit.YEAR)


@pytest.mark.parametrize(
    ("state", "who", "sentence"),
    [
        pytest.param(PlanState.DRAFT, "cuc", "cuc may not set what the Office", id="a draft is the Office's"),
        pytest.param(PlanState.OPEN, "vien", "vien may not set the items", id="an officer sets nothing"),
        pytest.param(PlanState.SUBMITTED, "chanh", "waits for the Director", id="it is submitted"),
    ],
)
def test_it_holds_the_rights_of_plan_set(
    office: PlanOffice, state: PlanState, who: str, sentence: str
) -> None:
    desk = office.export()
    office.small.plan.state = state
    with pytest.raises(Refused, match=sentence):
        office.compare(desk, who)


def test_the_head_of_the_unit_fills_in_an_open_plan(office: PlanOffice) -> None:
    open_plan(*office.small.at("05-12", "chanh"), "HP-2014-01")
    desk = office.export()
    desk.write("3.1", PERSON, "phong")
    assert len(office.take(desk, "cuc").changes) == 1
    place = desk.write("3.1", SUPERVISOR, "TC-VP")
    with pytest.raises(BadInput, match=f"cell {place}: cuc may not set what the Office alone decides"):
        office.take(desk, "cuc")
