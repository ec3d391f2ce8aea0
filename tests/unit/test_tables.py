"""Tables of tasks: a row is an item, its cells say who, with whom, by when and with what result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.reading.file import text_of
from dondoc.reading.notice import read_text
from dondoc.reading.tables import roles_of
from pdf_file import LINE, PdfFile
from word_file import WordFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.result import Item

HEAD = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm")
ROWS = (
    HEAD,
    ("I", "Công tác kho", "", "", "", ""),
    ("1", "Lập sổ kho", "Phòng Kho", "Phòng Tài vụ", "Trước ngày 30/6/2026", "Sổ kho"),
    ("2", "Kiểm kê hàng", "Phòng Kho, Phòng Tài vụ", "", "Quý III/2026", ""),
    ("3", "Khóa cửa kho", "Thủ kho", "", "Thường xuyên", ""),
)
EXPECTED = [
    ("II.1.1", ["Phòng Kho"], ["Phòng Tài vụ"], "2026-06-29", None, ["Sổ kho"]),
    ("II.1.2", ["Phòng Kho", "Phòng Tài vụ"], [], "2026-09-30", None, []),
    ("II.1.3", ["Thủ kho"], [], None, "Thường xuyên", []),
]


def said(item: Item) -> tuple[object, ...]:
    day = item.term.last_day if item.term else None
    return (
        item.ref,
        [lead.name for lead in item.leads],
        [each.name for each in item.coordinators],
        day.isoformat() if day else None,
        item.recurrence.text if item.recurrence else None,
        [output.text for output in item.outputs],
    )


def as_tabs() -> str:
    return "\n".join("\t".join(row) for row in ROWS)


def as_bars() -> str:
    lines = ["| " + " | ".join(row) + " |" for row in ROWS]
    return "\n".join([lines[0], "|---|---|---|---|---|---|", *lines[1:]])


@pytest.mark.parametrize("table", [as_tabs(), as_bars()], ids=["tabs", "bars"])
def test_a_row_of_a_table_of_tasks_is_an_item(table: str) -> None:
    read = read_text(f"KẾ HOẠCH\nI. MỤC ĐÍCH\nGiữ kho.\nII. NỘI DUNG\n{table}\nIII. KINH PHÍ\nCó sẵn.\n")
    assert [said(item) for item in read.items] == EXPECTED
    assert {item.field for item in read.items} == {"kho"}


def word(rows: Sequence[Sequence[str]]) -> bytes:
    file = WordFile()
    file.document.add_paragraph("II. NỘI DUNG")
    table = file.document.add_table(rows=len(rows), cols=len(HEAD))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, each in zip(row.cells, words, strict=True):
            cell.text = each
    return file.content()


def pdf(rows: Sequence[Sequence[str]], file: PdfFile) -> None:
    """Draw a table line by line, as a word processor does; its cells run over two lines."""
    left, width, height = 30.0, 27.0, 2.2 * LINE
    file.set_font_size(8)
    for words in rows:
        top = file.get_y()
        for place, each in enumerate(words):
            x = left + place * width
            for edge in ((x, top, x + width, top), (x, top, x, top + height)):
                file.line(*edge)
            file.set_xy(x, top)
            file.multi_cell(w=width, h=LINE, text=each, align="L")
        file.line(left + len(words) * width, top, left + len(words) * width, top + height)
        file.line(left, top + height, left + len(words) * width, top + height)
        file.set_y(top + height)


def test_the_same_table_in_word_and_pdf_gives_the_same_items() -> None:
    file = PdfFile()
    file.paragraph("II. NỘI DUNG")
    pdf(ROWS, file)
    read = [read_text(text_of(content, "notice")).items for content in (word(ROWS), file.content())]
    assert [[said(item) for item in items] for items in read] == [EXPECTED, EXPECTED]


def test_an_owner_that_stands_once_for_several_rows_of_word_leads_them_all() -> None:
    file = WordFile()
    table = file.document.add_table(rows=4, cols=len(HEAD))
    for row, words in zip(table.rows, ROWS, strict=False):
        for cell, each in zip(row.cells, words, strict=True):
            cell.text = each
    table.cell(1, 0).merge(table.cell(1, 5))
    table.cell(3, 2).text = ""
    table.cell(2, 2).merge(table.cell(3, 2))
    read = read_text(text_of(file.content(), "notice.docx")).items
    assert [[lead.name for lead in item.leads] for item in read] == [["Phòng Kho"], ["Phòng Kho"]]
    assert {item.field for item in read} == {"kho"}


def test_a_row_that_goes_on_over_the_page_is_one() -> None:
    file = PdfFile()
    file.paragraph("II. NỘI DUNG")
    pdf((HEAD, ("1", "Kiểm kê hàng và", "Phòng Kho", "", "Quý III/2026", "Sổ")), file)
    file.add_page()
    pdf((("", "báo cáo Giám đốc", "", "", "", "kho"), ("2", "Khóa kho", "Thủ kho", "", "", "")), file)
    first, second = read_text(text_of(file.content(), "notice")).items
    assert (first.text, first.outputs[-1].text) == ("Kiểm kê hàng và báo cáo Giám đốc", "Sổ kho")
    assert said(second)[:2] == ("II.2", ["Thủ kho"])


ISSUED = """1. Giao Phòng Kho kiểm kê kho.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Lò Văn Tám

PHÂN CÔNG NHIỆM VỤ CỦA TỔ KIỂM KÊ KHO
(Kèm theo Kế hoạch số 5/KH-SKB)
TT\tNhiệm vụ thực hiện\tNgười thực hiện\tGhi chú
\tĐếm hàng trong kho\tLò Văn Chín; Lò Thị Mười
\tGhi sổ kho\tLò Thị Mười
"""


def test_a_table_issued_with_a_plan_names_people_by_semicolons() -> None:
    items = read_text(ISSUED).items
    assert [[lead.name for lead in item.leads] for item in items] == [
        ["Phòng Kho"],
        ["Lò Văn Chín", "Lò Thị Mười"],
        ["Lò Thị Mười"],
    ]


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        pytest.param(
            ("TT", "Nội dung công việc", "Thời gian thực hiện"), ["number", "task", "term"], id="when"
        ),
        pytest.param(("Nhiệm vụ", "Chủ trì", "Phối hợp"), ["task", "lead", "beside"], id="who"),
        pytest.param(
            ("TT", "Tên nhiệm vụ", "Sở, ngành chủ trì tham mưu", "Đơn vị phối hợp thực hiện"),
            ["number", "task", "lead", "beside"],
            id="which kind of body leads",
        ),
        pytest.param(
            ("TT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời gian"),
            ["number", "task", "lead", "term"],
            id="who leads and helps in one column",
        ),
        pytest.param(
            ("STT", "Nhiệm vụ, giải pháp", "Cơ quan, đơn vị thực hiện", "Ghi chú"),
            ["number", "task", "lead", ""],
            id="a column that says none of these",
        ),
        pytest.param(("STT", "Họ và tên", "Đơn vị"), [], id="no tasks"),
        pytest.param(("Nội dung", "Số tiền", "Nguồn vốn"), [], id="neither who nor when"),
        pytest.param(("Nhiệm vụ", "Đơn vị"), [], id="too narrow"),
        pytest.param(("TT", "Chỉ tiêu, nhiệm vụ", "Đơn vị tính", "Năm 2026"), [], id="in which measure"),
    ],
)
def test_it_knows_a_table_of_tasks_by_its_head(heads: tuple[str, ...], roles: list[str]) -> None:
    assert roles_of(heads) == roles


def test_a_table_of_what_was_done_orders_nothing() -> None:
    rows = "STT\tNhiệm vụ\tĐơn vị\tThời gian\n1\tLập sổ kho\tPhòng Kho\tTháng 5/2026"
    assert read_text(f"BÁO CÁO\nI. KẾT QUẢ THỰC HIỆN\n{rows}\n").items == ()


def test_a_row_of_figures_is_no_task() -> None:
    table = "STT\tNhiệm vụ\tĐơn vị\tTiến độ\n1\tLập sổ\tPhòng A\tQuý I/2026\n2\t2026 - 2030\tPhòng A\t17,5\n"
    items = read_text(f"KẾ HOẠCH\nI. NHIỆM VỤ\n{table}").items
    assert [item.text for item in items] == ["Lập sổ"]
