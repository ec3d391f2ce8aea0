"""Workbooks to be filled in: text stays text, drop-downs offer their lists, and the page is an office's."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from dondoc.reading.workbook import read_workbook
from dondoc.writing.blank import Blank, Column, workbook

COLUMNS = (
    Column("STT", 5),
    Column("Đơn vị", 20, open=True, choices="Đơn vị"),
    Column("Việc", 10, open=True, hint="Ghi ngắn gọn."),
    Column("Nội bộ", 10),
)


def blank(*rows: tuple[str | int, ...]) -> Blank:
    return Blank(
        sheet="Bảng",
        lines=["Tên bảng", "Dòng dưới"],
        columns=COLUMNS,
        rows=rows,
        printed=3,
        lists={"Loại": ["A", "B"], "Đơn vị": ["Phòng Một", "Phòng Hai", "Phòng Ba"]},
        kept={"giữ": [["x", "y"]]},
    )


def opened(*rows: tuple[str | int, ...]) -> Any:
    return load_workbook(io.BytesIO(workbook(blank(*rows))))


@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@x", "007", "5/8/2026", "1e5", "TRUE", "#N/A", "'a"])
def test_text_stays_text(text: str) -> None:
    cell = opened((1, "Phòng Một", text, ""))["Bảng"]["C4"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_what_no_workbook_can_hold_is_left_out() -> None:
    assert opened((1, "Phòng\x0c Một", "", ""))["Bảng"]["B4"].value == "Phòng Một"


def test_a_column_offers_its_list() -> None:
    book = opened((1, "", "", ""), (2, "", "", ""))
    offered, hinted = book["Bảng"].data_validations.dataValidation
    assert (str(offered.sqref), offered.formula1, offered.errorStyle) == (
        "B4:B5",
        "'Danh mục'!$B$2:$D$2",
        "warning",
    )
    assert [cell.value for cell in book["Danh mục"][2]] == ["Đơn vị", "Phòng Một", "Phòng Hai", "Phòng Ba"]
    assert (str(hinted.sqref), hinted.type, hinted.prompt) == ("C4:C5", None, "Ghi ngắn gọn.")


def test_people_write_in_open_cells_only() -> None:
    sheet = opened((1, "", "", ""))["Bảng"]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[4]] == [True, False, False, True]


def test_it_is_printed_on_a4_across_with_its_header_on_every_page() -> None:
    sheet = opened((1, "", "", ""))["Bảng"]
    page = sheet.page_setup
    assert (page.orientation, int(page.paperSize), page.fitToWidth, page.fitToHeight) == (
        "landscape",
        9,
        1,
        0,
    )
    assert (sheet.print_title_rows, sheet.print_area, sheet.freeze_panes) == (
        "$3:$3",
        "'Bảng'!$A$1:$C$4",
        "D4",
    )


def test_a_row_is_as_high_as_its_text_and_may_grow() -> None:
    sheet = opened((1, "", "một " * 30, ""), (2, "", "một", ""))["Bảng"]
    assert sheet.row_dimensions[4].height > 5 * sheet.row_dimensions[5].height
    with ZipFile(io.BytesIO(workbook(blank((1, "", "một", ""))))) as archive:
        row = archive.read("xl/worksheets/sheet1.xml").partition(b'<row r="4"')[2].partition(b">")[0]
    assert b"ht=" in row
    assert b"customHeight" not in row


def test_what_is_kept_is_hidden_and_read_back() -> None:
    sheets = read_workbook(workbook(blank((1, "Phòng Một", "", ""))), "bang.xlsx")
    assert [sheet.title for sheet in sheets] == ["Bảng", "Danh mục", "giữ"]
    assert sheets[2].at(1, 2).text == "y"
    assert opened()["giữ"].sheet_state == "hidden"
