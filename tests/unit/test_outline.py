"""How lines become sections, bullets and paragraphs, and how these are counted."""

from __future__ import annotations

import unicodedata

import pytest

from dondoc.reading.lines import logical_lines
from dondoc.reading.notice import read_text
from dondoc.reading.page_notes import page_notes
from dondoc.reading.text import Text


def refs(words: str) -> list[str]:
    return [item.ref for item in read_text(words).items]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("1. Nhiệm vụ\n- Giữ kho.\n- Nộp báo cáo.", ["1.1", "1.2"], id="bullets of a section"),
        pytest.param("2. Giao Cục A nộp báo cáo.", ["2"], id="a single numbered paragraph has no suffix"),
        pytest.param(
            "4. Cục A phải nộp báo cáo.\nCục A phải giữ kho.", ["4.1", "4.2"], id="paragraphs count from .1"
        ),
        pytest.param(
            "3. Kho\nCục A phải giữ kho, trước mắt thực hiện các việc sau:\n- Khóa cửa.",
            ["3.0", "3.1"],
            id="a lead-in that orders",
        ),
        pytest.param(
            "3. Kho\nCục A cần làm ngay các việc sau:\n- Khóa cửa.",
            ["3.1"],
            id="a lead-in that only announces",
        ),
        pytest.param(
            "5. Giao Phòng Kho\na) Khóa cửa.\nb) Lập sổ.", ["5.1", "5.2"], id="letters count as bullets"
        ),
        pytest.param(
            "1. Nhiệm vụ\n- Về kho:\n+ Khóa cửa.\n+ Lập sổ.\n- Nộp báo cáo.",
            ["1.1.1", "1.1.2", "1.2"],
            id="a list in a list",
        ),
        pytest.param(
            "I. NHIỆM VỤ\n1. Lập sổ.\nII. TỔ CHỨC THỰC HIỆN\n1. Nộp báo cáo.",
            ["I.1", "II.1"],
            id="numbered anew in each part",
        ),
        pytest.param(
            "3. Giao Cục A giữ kho.\n3. Giao Cục B giữ kho.", ["3", "3-2"], id="a number used again"
        ),
        pytest.param(
            "1.1. Giao Cục A giữ kho.\n1.3. Giao Cục B lập sổ.", ["1.1", "1.3"], id="numbers skipped"
        ),
        pytest.param(
            "**1.** Giao Cục A giữ kho.\n\n### 2. Giao Cục B lập sổ.", ["1", "2"], id="marks of bold type"
        ),
        pytest.param("1. Nhiệm vụ\n1.1. Về kết quả sửa kho\n- Lập sổ.", ["1.1.1"], id="orders about results"),
        pytest.param("Điều 2. Giao Cục A giữ kho.", ["2"], id="an article"),
        pytest.param(
            "Điều 1. Giao Cục A giữ kho.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLò Văn Tám\n\n"
            "Phụ lục\nNHIỆM VỤ CỤ THỂ\n(Kèm theo Quyết định số 5/QĐ-K)\n\n"
            "II. VIỆC\n1. Cục A lập sổ.\n2. Cục B nộp sổ.",
            ["1", "II.1", "II.2"],
            id="an appendix behind the signature",
        ),
        pytest.param(
            "Điều 1. Giao Cục A giữ kho.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLò Văn Tám\n\n"
            "Phụ lục I\nVIỆC\n(Kèm theo Quyết định số 5/QĐ-K)\n\n1. Cục A lập sổ.\n\n"
            "Phụ lục II\nVIỆC KHÁC\n(Kèm theo Quyết định số 5/QĐ-K)\n\n2. Cục B nộp sổ.",
            ["1", "1-2", "2"],
            id="two appendices, each behind its title",
        ),
        pytest.param(
            "Kính gửi: Cục A\n\nYêu cầu Cục A giữ kho.\n\nYêu cầu Cục A lập sổ.", ["1", "2"], id="no numbers"
        ),
    ],
)
def test_it_counts_as_the_contract_says(words: str, expected: list[str]) -> None:
    assert refs(words) == expected


def lines(words: str) -> list[str]:
    text = Text.of(words)
    return [" ".join(text.words(line).split()) for line in logical_lines(text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "Kho được giao cho phòng quản lý theo điểm b khoản 3\nĐiều 20 của Quy chế.",
            ["Kho được giao cho phòng quản lý theo điểm b khoản 3 Điều 20 của Quy chế."],
            id="a place in a law that goes on",
        ),
        pytest.param("Kho nằm ở\nphố cũ.", ["Kho nằm ở phố cũ."], id="goes on in a small letter"),
        pytest.param("Kho cũ.\nKho mới.", ["Kho cũ.", "Kho mới."], id="a new sentence on a new line"),
        pytest.param("Chủ tịch\nỦy ban xã", ["Chủ tịch Ủy ban xã"], id="a word that ends no line"),
        pytest.param("Điều 7 Luật Kho số\n8/2019/QH14.", ["Điều 7 Luật Kho số 8/2019/QH14."], id="a number"),
        pytest.param("Các tồn tại\nKho dột", ["Các tồn tại", "Kho dột"], id="a heading's line ends"),
        pytest.param("Kho cũ\n\nđã dột", ["Kho cũ", "đã dột"], id="an empty line parts"),
        pytest.param("Kho ở\n\n2\n\nphố cũ.", ["Kho ở 2 phố cũ."], id="a page number does not"),
        pytest.param("KẾT LUẬN\n(đã ký)", ["KẾT LUẬN", "(đã ký)"], id="nothing goes on behind a title"),
        pytest.param("- Lưu: VT.\tKT. CỤC TRƯỞNG", ["- Lưu: VT.", "KT. CỤC TRƯỞNG"], id="a tab parts cells"),
        pytest.param("1.\tLập sổ.", ["1. Lập sổ."], id="a tab behind a number does not"),
        pytest.param("| Số: 5 | NAM<br>BẮC |\n|---|---|", ["Số: 5", "NAM", "BẮC"], id="a table"),
    ],
)
def test_it_puts_lines_together_as_they_were_meant(words: str, expected: list[str]) -> None:
    assert lines(words) == expected


WRAPPED = """- Sắp xếp kho lưu trữ của cơ quan theo từng năm và từng loại hồ sơ, mở sổ để
theo dõi việc giao nhận, mượn trả; khắc phục tình trạng hồ sơ để lẫn giữa kinh tế
- xã hội và nội chính, bàn giao cho Phòng Lưu trữ trong buổi sáng ngày làm việc.
Một cán bộ chuyên trách trông coi kho, có mặt tại cơ quan suốt giờ hành chính của
Cơ quan và cả tuần lễ, kể cả buổi chiều và những ngày có đoàn kiểm tra đến làm
việc.
- Lập sổ."""


def test_it_joins_hard_wrapped_lines_but_not_bullets() -> None:
    assert [line[:12] for line in lines(WRAPPED)] == ["- Sắp xếp kh", "- Lập sổ."]


def test_it_reads_decomposed_text_and_quotes_it_as_it_stands() -> None:
    words = unicodedata.normalize("NFD", "1. Ủy ban nhân dân xã phải giữ kho trước ngày 05/8/2026.")
    (item,) = read_text(words).items
    start, end = item.leads[0].span
    assert words[start:end] == item.leads[0].name == unicodedata.normalize("NFD", "Ủy ban nhân dân xã")


NOTED = """- Phòng Kho giữ sạch kho theo quy định của Luật Kho bãi1 và phải mở sổ để theo
dõi hàng ra vào

1 Các phòng phải đọc kỹ Luật Kho bãi.
                                   2

từng ngày, từng ca; báo cáo Giám đốc.
- Phòng Xe lập sổ."""


def test_a_note_at_the_foot_of_a_page_stands_in_no_sentence_that_goes_on_overleaf() -> None:
    items = read_text(NOTED).items
    assert [[lead.name for lead in item.leads] for item in items] == [["Phòng Kho"], ["Phòng Xe"]]
    assert items[0].text.endswith("từng ngày, từng ca; báo cáo Giám đốc.")


def test_a_number_that_marks_no_word_is_no_note() -> None:
    assert len(list(page_notes(Text.of(NOTED)))) == len(["the note"])
    assert list(page_notes(Text.of(NOTED.replace("bãi1", "bãi")))) == []
