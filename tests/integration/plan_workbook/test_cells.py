"""What the cells of a plan's workbook set, however they are written and whoever saved them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from models import ItemKind, PeriodUnit
from plan_office import BESIDE, KIND, LEAD, NOTE, PERSON, PROOF, SUPERVISOR, TERM
from workbooks import computed

if TYPE_CHECKING:
    from plan_office import PlanOffice
    from workbooks import Desk


@pytest.mark.parametrize(
    ("item", "heading", "written", "becomes"),
    [
        pytest.param("3.1", PERSON, "Mai Phòng (phong)", {"assignee": "phong"}, id="from the list"),
        pytest.param("3.1", PERSON, "phong", {"assignee": "phong"}, id="by code"),
        pytest.param("3.1", PERSON, "mai phòng", {"assignee": "phong"}, id="by name"),
        pytest.param("3.1", LEAD, "Cục Hải Phòng", {"lead": "HP"}, id="unit by name"),
        pytest.param("3.1", SUPERVISOR, "TC-VP", {"supervisor": "TC-VP"}, id="supervisor"),
        pytest.param(
            "3.1", BESIDE, "TC-VP; Tổng cục\nHP", {"coordinators": ["HP", "TC", "TC-VP"]}, id="several"
        ),
        pytest.param("3.6", BESIDE, None, {"coordinators": []}, id="none any more"),
        pytest.param("3.1", TERM, "trước ngày 30/6/2014", {"due_on": "2014-06-29"}, id="a term"),
        pytest.param("3.1", TERM, dt.date(2014, 6, 30), {"term": "30/6/2014"}, id="a day of Excel's"),
        pytest.param("3.1", TERM, "Chưa ấn định thời hạn: x", {"no_term_reason": "x"}, id="no term"),
        pytest.param("3.2", TERM, "Hằng quý", {"period": PeriodUnit.QUARTER}, id="period"),
        pytest.param("3.1", PROOF, "=Danh sách", {"proof": "=Danh sách"}, id="looks like a formula"),
        pytest.param("3.1", NOTE, "Một\nHai", {"note": "Một\nHai"}, id="lines"),
        pytest.param("3.1", KIND, "chỉ tiêu", {"kind": ItemKind.TARGET}, id="kind"),
    ],
)
def test_it_takes_what_people_write(
    kept_office: PlanOffice, desk: Desk, item: str, heading: str, written: Any, becomes: dict[str, object]
) -> None:
    desk.write(item, heading, written)
    kept_office.take(desk)
    assert becomes.items() <= kept_office.stands()[item].items()


def test_columns_may_move_and_lines_stand_above(kept_office: PlanOffice, desk: Desk) -> None:
    desk.write("3.1", NOTE, "Gấp")
    desk.sheet.insert_rows(1, 2)
    desk.sheet.move_range("K6:K10", cols=10)
    desk.sheet.title = "Bản của Phòng"
    kept_office.take(desk)
    assert kept_office.stands()["3.1"]["note"] == "Gấp"


def test_a_computed_formula_says_its_value(kept_office: PlanOffice, desk: Desk) -> None:
    desk.compute("3.1", PROOF, '="Báo "&"cáo"')
    kept_office.take(computed(desk.save(), "Báo cáo"))
    assert kept_office.stands()["3.1"]["proof"] == "Báo cáo"


def test_days_from_1904_are_read_as_they_are_shown(kept_office: PlanOffice, desk: Desk) -> None:
    desk.book.epoch = CALENDAR_MAC_1904
    desk.write("3.1", TERM, dt.date(2014, 6, 30))
    kept_office.take(desk)
    assert kept_office.stands()["3.1"]["due_on"] == "2014-06-30"


def test_cells_merged_down_say_the_same_for_each_item(kept_office: PlanOffice, desk: Desk) -> None:
    desk.write("3.1", PROOF, "Báo cáo")
    row, column = desk.place("3.1", PROOF)
    desk.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    kept_office.take(desk)
    assert [kept_office.stands()[item]["proof"] for item in ("3.1", "3.2", "3.6")] == [
        "Báo cáo",
        "Báo cáo",
        None,
    ]
