"""What an exported workbook of a plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput
from dondoc.services.plan_export import export
from models import ItemKind
from plan_office import BESIDE, DUE, KIND, LEAD, NOTE, PERSON, PROOF, SUPERVISOR, TERM, WORDS
from workbooks import HEADER

if TYPE_CHECKING:
    from plan_office import PlanOffice


def test_it_says_of_each_item_what_is_set(office: PlanOffice) -> None:
    office.set("3.1", proof="Danh sách", note="Làm ngay", coordinators=("TC-VP", "HP"))
    desk = office.export()
    assert {name: desk.says("3.1", name) for name in (WORDS, LEAD, BESIDE, PERSON, SUPERVISOR)} == {
        WORDS: "Nội dung 3.1",
        LEAD: "Phòng Tổ chức cán bộ (HP-TCCB)",
        BESIDE: "Cục Hải Phòng (HP);\nVăn phòng Tổng cục (TC-VP)",
        PERSON: "An Viên (vien)",
        SUPERVISOR: "Vụ Tổ chức cán bộ (TC-TCCB)",
    }
    assert [desk.says("3.1", name) for name in (TERM, DUE, PROOF, NOTE, KIND, "Trích văn bản")] == [
        "trong tháng 7/2014",
        "31/7/2014",
        "Danh sách",
        "Làm ngay",
        "nhiệm vụ có sản phẩm",
        "- Nội dung 3.1",
    ]


def test_a_term_may_be_a_period_or_a_reason_for_none(office: PlanOffice) -> None:
    office.set("3.1", no_term="theo tiến độ")
    office.set("3.2", kind=ItemKind.STANDING)
    desk = office.export()
    assert desk.says("3.1", TERM) == "chưa ấn định thời hạn: theo tiến độ"
    assert (desk.says("3.2", TERM), desk.says("3.2", DUE)) == ("hằng tháng", None)


def test_it_counts_the_items_and_leaves_out_the_dropped(office: PlanOffice) -> None:
    office.set("3.2", drop="Trùng nội dung 3.1")
    rows = [[cell.value for cell in row[:2]] for row in office.export().sheet.iter_rows(HEADER + 1)]
    assert rows == [[1, "HP-2014-01.3.1"], [2, "HP-2014-01.3.6"], [3, "HP-2014-01.3.7"]]


def test_it_bears_the_plan_and_its_document(office: PlanOffice) -> None:
    lines = [str(office.export().sheet.cell(row, 1).value) for row in range(1, HEADER)]
    assert lines[0] == "KẾ HOẠCH KHẮC PHỤC TỒN TẠI, HẠN CHẾ CỦA CỤC HẢI PHÒNG"
    assert lines[1] == "(Thực hiện kết luận cuộc họp ngày 09/5/2014)"
    assert lines[2].startswith("Kế hoạch HP-2014-01, xuất ngày 12/5/2014.")


def test_it_offers_the_department_first_and_then_the_authority(office: PlanOffice) -> None:
    lists = {row[0]: row[1:] for row in office.export().book["Danh mục"].iter_rows(values_only=True)}
    assert [label for label in lists["Đơn vị"] if label] == [
        "Cục Hải Phòng (HP)",
        "Phòng Tổ chức cán bộ (HP-TCCB)",
        "Tổng cục (TC)",
        "Văn phòng Tổng cục (TC-VP)",
        "Vụ Tổ chức cán bộ (TC-TCCB)",
    ]
    assert lists["Đơn vị theo dõi"][0] == "Tổng cục (TC)"
    assert lists["Cán bộ"][:3] == ("Phạm Cục (cuc)", "Mai Phòng (phong)", "An Viên (vien)")


def test_there_is_no_workbook_of_a_plan_there_is_not(office: PlanOffice) -> None:
    world, _occasion = office.small.at("05-12", "chanh")
    with pytest.raises(BadInput, match="no plan HP-2014-09"):
        export(world, "HP-2014-09")
