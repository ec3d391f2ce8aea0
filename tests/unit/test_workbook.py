"""Workbooks in: what each cell says as text, and files that are none."""

from __future__ import annotations

import datetime as dt
import os
from random import Random
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from archives import LAUGHS, OLE, TYPES, archived, typed, with_part
from damage import damaged
from dondoc.errors import BadInput
from dondoc.i18n import translate
from dondoc.reading.cells import Cell, Sheet
from dondoc.reading.forms.archive import CONTENT_TYPES
from dondoc.reading.workbook import PACKAGE, read_workbook
from workbooks import book_of, computed

COUNT = 3_000 if os.environ.get("SOAK") == "full" else 200
SHEET = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"


def first(content: bytes) -> Sheet:
    return read_workbook(content, "ke-hoach.xlsx")[0]


def cell_of(value: Any, number_format: str = "General") -> Cell:
    def arrange(_book: Any, sheet: Any) -> None:
        sheet["A1"].number_format = number_format

    return first(book_of([value], arrange=arrange)).at(1, 1)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        pytest.param("Phòng Nghiệp vụ", "General", "Phòng Nghiệp vụ", id="text"),
        pytest.param(
            "Pho\u0300ng\u00a0A \u200b", "General", "Phòng A", id="decomposed, with invisible blanks"
        ),
        pytest.param(" Một \n Hai\n", "@", "Một\nHai", id="lines"),
        pytest.param("Một_x000D_\nHai_x000a__x0041_", "@", "Một\nHai\n_x0041_", id="as Excel escapes"),
        pytest.param(7, "General", "7", id="a whole number"),
        pytest.param(2.5, "General", "2,5", id="a decimal"),
        pytest.param(dt.datetime(2026, 8, 5), "dd/mm/yyyy", "05/8/2026", id="a day"),  # noqa: DTZ001
        pytest.param(dt.datetime(2026, 8, 5), "d/m/yy", "05/8/2026", id="a day shown short"),  # noqa: DTZ001
        pytest.param(
            dt.datetime(2026, 8, 5, 15),  # noqa: DTZ001 - a cell has no zone
            "dd/mm/yyyy hh:mm",
            "15 giờ 00 ngày 05/8/2026",
            id="an hour of a day",
        ),
    ],
)
def test_it_says_as_text_what_a_person_sees(value: object, number_format: str, text: str) -> None:
    assert cell_of(value, number_format) == Cell(text)


@pytest.mark.parametrize(
    ("value", "number_format", "sentence"),
    [
        pytest.param(True, "General", "neither text nor a day", id="a truth"),
        pytest.param(0.5, "0%", "neither text nor a day", id="a number shown as another"),
        pytest.param(dt.time(9), "hh:mm", "neither text nor a day", id="an hour without its day"),
        pytest.param("#REF!", "General", "gives the error #REF!", id="an error"),
        pytest.param("=A2", "General", "has no value", id="a formula nobody computed"),
    ],
)
def test_it_says_why_a_cell_is_no_text(value: object, number_format: str, sentence: str) -> None:
    fault = cell_of(value, number_format).fault
    assert fault is not None
    assert sentence in str(fault)


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    def arrange(book: Any, sheet: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet["A1"] = dt.date(2026, 8, 5)

    assert first(book_of([None], arrange=arrange)).at(1, 1).text == "05/8/2026"


def test_a_formula_says_the_value_it_had() -> None:
    assert first(computed(book_of(["=A2"]), "Báo cáo")).at(1, 1) == Cell("Báo cáo")
    fault = first(computed(book_of(["=A2"]), "#N/A", "e")).at(1, 1).fault
    assert fault is not None


def test_cells_merged_in_one_column_all_say_the_same() -> None:
    def arrange(_book: Any, sheet: Any) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("A3:B3")
        sheet.merge_cells("C2:C900")

    sheet = first(book_of(["x", 1], [None, 2, "z"], ["y"], arrange=arrange))
    assert [sheet.at(row, 1).text for row in (1, 2)] == ["x", "x"]
    assert "(A3:B3)" in str(sheet.at(3, 2).fault)
    assert sheet.rows() == [1, 2, 3]


def test_it_knows_what_is_hidden() -> None:
    def arrange(_book: Any, sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions.group("C", "D", hidden=True)

    sheet = first(book_of([1, 2, 3, 4], [1], arrange=arrange))
    assert [sheet.is_hidden(*place) for place in ((1, 1), (2, 1), (1, 3), (1, 4), (1, 5))] == [
        False,
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"STT;N\xe1\xbb\x99i dung\n1;A\n", r"is text \(\.csv", id=".csv"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), r"old form \(\.xls\)", id=".xls"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "by a password", id="a password"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "is not a workbook", id=".doc"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(9), "is not a workbook", id="a photograph"),
        pytest.param(typed("vnd.ms-excel.sheet.macroEnabled.main"), "with macros", id=".xlsm"),
        pytest.param(typed("vnd.ms-excel.sheet.binary.macroEnabled.main"), "with macros", id=".xlsb"),
        pytest.param(
            archived(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "another form", id=".ods"
        ),
        pytest.param(archived(a="b"), "is not a workbook", id="a zip file"),
        pytest.param(book_of(["x"])[:-300], "damaged or cut off", id="cut off"),
        pytest.param(
            with_part(book_of(["x"]), "xl/worksheets/sheet1.xml", LAUGHS), "damaged or cut off", id="entities"
        ),
        pytest.param(typed(SHEET), "damaged or cut off", id="without its sheets"),
        pytest.param(bytes(25 * 1024 * 1024), "far larger than", id="a film"),
    ],
)
def test_it_says_of_another_file_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence) as refused:
        read_workbook(content, "tep.xlsx")
    assert str(refused.value).endswith(".")
    assert translate(refused.value, "vi") != str(refused.value)


def test_it_never_unpacks_a_bomb() -> None:
    sheet = "0" * (PACKAGE.largest_xml + 1)
    bomb = archived(**{CONTENT_TYPES: TYPES.format(SHEET), "xl/worksheets/sheet1.xml": sheet})
    assert len(bomb) < PACKAGE.largest_xml / 500
    with pytest.raises(BadInput, match="far larger than"):
        read_workbook(bomb, "tep.xlsx")


def test_it_never_makes_a_cell_of_each_that_is_merged() -> None:
    with pytest.raises(BadInput, match="merged over whole rows"):
        first(_beside('<mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>'))


def test_it_passes_over_what_links_and_filters_say() -> None:
    links = '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'
    filters = '<autoFilter ref="A1:B1"><filterColumn colId="?"/></autoFilter>'
    assert first(_beside(filters + links)).at(1, 1).text == "1"


def _beside(elements: str) -> bytes:
    """Return a workbook with a cell and what else stands on its sheet."""
    cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{space}">{cell}{elements}</worksheet>'
    return with_part(book_of(["x"]), "xl/worksheets/sheet1.xml", xml)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_it_answers_for_every_damaged_workbook() -> None:
    content = book_of(["STT", "Nội dung"], [1, "Lập sổ"])
    answers = [_answer(damaged(content, Random(seed))) for seed in range(COUNT)]  # noqa: S311 - repeatable
    assert set(answers) == {"read", "refused"}


def _answer(content: bytes) -> str:
    try:
        read_workbook(content, "tep.xlsx")
    except BadInput as refused:
        return "refused" if str(refused) else "silent"
    return "read"
