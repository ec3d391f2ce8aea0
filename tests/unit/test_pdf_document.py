"""A PDF page as it is drawn, and the text its writer meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput
from dondoc.reading.file import text_of
from pdf_file import LINE, PdfFile, scan

if TYPE_CHECKING:
    from fpdf import FPDF

LONG = (
    "Giao Phòng Kho chủ trì, phối hợp với các đơn vị liên quan rà soát toàn bộ sổ kho và báo cáo Cục trưởng. "
)


def lines(file: FPDF) -> list[str]:
    text = text_of(bytes(file.output()), "notice.pdf")
    return [line for line in text.split("\n") if line.strip()]


def test_lines_broken_at_the_margin_are_one_paragraph() -> None:
    file = PdfFile()
    file.paragraph("1. " + LONG * 3)
    file.paragraph("- " + LONG * 2)
    assert lines(file) == ["1. " + (LONG * 3).strip(), "- " + (LONG * 2).strip()]


def test_a_dash_at_the_margin_goes_on_where_first_lines_are_set_in() -> None:
    file = PdfFile()
    words = "- Lập kế hoạch giữ kho bảo đảm an toàn cho hàng hóa của bà con tại hội"
    file.paragraph(words)
    file.text(file.l_margin, file.get_y() + LINE * 0.75, "- Hà Nam năm nay.")
    assert lines(file) == [words + " - Hà Nam năm nay."]


def test_a_paragraph_goes_on_over_the_page_and_its_number() -> None:
    file = PdfFile()
    file.paragraph(LONG * 40)
    assert file.page_no() == 2
    assert lines(file) == [(LONG * 40).strip()]


def test_what_runs_over_all_pages_is_left_out() -> None:
    file = PdfFile()
    bodies = ["1. Giao Phòng Kho lập sổ.", "2. Giao Văn phòng kiểm kê.", "3. Giao Phòng Kỹ thuật báo cáo."]
    for page, words in enumerate(bodies, start=1):
        file.text(30, 12, "Văn bản điện tử của Cục A")
        file.paragraph(words)
        file.text(30, 288, f"Trang {page}/3")
        if page < len(bodies):
            file.add_page()
    assert lines(file) == bodies


def test_a_mark_of_secrecy_on_all_pages_stays() -> None:
    file = PdfFile()
    for page in range(2):
        file.text(30, 12, "MẬT")
        file.paragraph(f"{page + 1}. Giao Phòng Kho lập sổ.")
        if not page:
            file.add_page()
    assert "MẬT" in lines(file)


def test_a_number_broken_at_the_end_of_a_line_stays_one() -> None:
    file = PdfFile()
    words = "Thực hiện đúng quy định về chế độ báo cáo kế toán nghiệp vụ theo Thông tư 91/2010/TT-"
    file._row(words, 40)
    file._row("BTC của Bộ Tài chính về công tác kế toán.", 30)
    assert lines(file) == [f"{words}BTC của Bộ Tài chính về công tác kế toán."]


def test_a_paragraph_set_in_below_a_bullet_begins_anew() -> None:
    file = PdfFile()
    bullet = "- Lập sổ kho của năm nay rồi nộp cho phòng kế toán trước ngày họp."
    for words in (LONG.strip(), bullet, "Yêu cầu các đội nộp sổ."):
        file.paragraph(words)
    assert len(lines(file)) == 3


def test_a_range_of_years_broken_at_the_dash_stays_one() -> None:
    file = PdfFile()
    words = "Đại hội đại biểu toàn đơn vị lần thứ năm bầu ban chấp hành nhiệm kỳ 2025"
    file._row(words, 40)
    file._row("- 2030 gồm chín người, họp mỗi năm hai lần vào đầu mùa mưa và cuối năm.", 30)
    assert lines(file)[0].startswith(f"{words} - 2030")


def test_columns_are_read_one_after_the_other() -> None:
    file = PdfFile()
    file.columns(["TỔNG CỤC KHO BÃI", "Số: 5/TB"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do", "Hà Nội"])
    file.paragraph(LONG)
    file.columns(["Nơi nhận:", "- Cục A (để t/h);", "- Lưu: VT."], ["TL. CỤC TRƯỞNG", "Lý Nam"], size=10)
    assert lines(file) == [
        "TỔNG CỤC KHO BÃI", "Số: 5/TB", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do", "Hà Nội",
        LONG.strip(), "Nơi nhận:", "- Cục A (để t/h);", "- Lưu: VT.", "TL. CỤC TRƯỞNG", "Lý Nam",
    ]  # fmt: skip


def test_a_ruled_table_is_read_row_by_row() -> None:
    file = PdfFile()
    rows = (
        ("TT", "Nội dung công việc", "Thời hạn"),
        ("1.", "Rà soát sổ kho và lập danh sách tài sản", "05/8/2026"),
    )
    with file.table(col_widths=(10, 40, 40), line_height=LINE, first_row_as_headings=False) as table:
        for row in rows:
            table.row(row)
    assert lines(file) == ["\t".join(row) for row in rows]


def noted(file: PdfFile, top: float, size: float, *said: str) -> None:
    """Write words of which every other is a footnote's mark: small and raised."""
    left = 30.0
    for place, words in enumerate(said):
        mark = place % 2
        file.set_font_size(size * 0.6 if mark else size)
        file.text(left, top - mark * size * 0.12, words)
        left += file.get_string_width(words)


def test_footnotes_go_to_the_end_and_their_marks_out_of_the_words() -> None:
    file = PdfFile()
    file.paragraph(LONG)
    noted(file, 60, 13, "Tổng số việc của năm 2014", "1", " là 12 việc.")
    noted(file, 270, 10, "", "1", " Tính đến tháng 7 của năm,")
    noted(file, 275, 10, "kể cả việc chuyển sang.")
    assert lines(file)[1:] == [
        "Tổng số việc của năm 2014 là 12 việc.",
        "[1] Tính đến tháng 7 của năm, kể cả việc chuyển sang.",
    ]


def test_letters_that_a_font_lacks_are_put_where_they_stand() -> None:
    """The font draws what it has; another draws the rest afterwards, into the gaps."""
    file = PdfFile()
    words = "Giao Sở Nội vụ rà soát, báo cáo trước ngày 05/8/2026"
    for lacking in (False, True):
        left = 30.0
        for sign in words:
            if (sign >= "\u1ea0") is lacking:
                file.text(left, 40, sign)
            left += file.get_string_width(sign)
    assert lines(file) == [words]


def test_spaces_that_were_never_drawn_come_back() -> None:
    file = PdfFile()
    left = 30.0
    for word in ("Giao", "Phòng", "Kho", "lập", "sổ"):
        file.text(left, 30, word)
        left += file.get_string_width(word) + 1.2
    assert lines(file) == ["Giao Phòng Kho lập sổ"]


@pytest.mark.parametrize("turned", [90, 180, -90])
def test_a_page_that_lies_on_its_side_is_read_upright(turned: int) -> None:
    file = PdfFile()
    with file.rotation(turned, 60, 60):
        file.text(20, 60, "Giao Phòng Kho lập sổ.")
        file.text(20, 66, "Hoàn thành trước ngày 05/8/2026.")
    assert lines(file) == ["Giao Phòng Kho lập sổ.", "Hoàn thành trước ngày 05/8/2026."]


def test_a_watermark_across_the_page_is_no_text() -> None:
    file = PdfFile()
    file.paragraph(LONG)
    with file.rotation(45, 60, 60):
        file.text(20, 60, "BẢN SAO")
    assert lines(file) == [LONG.strip()]


def test_a_scan_is_named_and_so_are_the_pages_that_are_one() -> None:
    with pytest.raises(BadInput, match=r"notice\.pdf is a scan"):
        lines(scan(2))
    mixed = PdfFile()
    mixed.paragraph(LONG * 5)
    scan(2, mixed)
    with pytest.raises(BadInput, match=r"Pages of notice\.pdf are scans, pictures without text: 2, 3"):
        lines(mixed)
