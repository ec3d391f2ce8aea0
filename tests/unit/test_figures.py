"""Figures of findings: each row the words, then name, value, unit, what it is compared with, rank, of."""

from __future__ import annotations

import pytest

from dondoc.reading.figures import figures
from dondoc.reading.notice import read_text
from dondoc.reading.numerals import amount, number
from dondoc.reading.text import Span, Text

Row = tuple[str, float | None, str | None, float | None, int | str | None, int | None]


def read(words: str) -> list[Row]:
    text = Text.of(words)
    found = figures(text, Span(0, len(text.folded)))
    for each in found:
        assert words[slice(*each.span)] in words
    return [(each.name, each.value, each.unit, each.compared_with, each.rank, each.of) for each in found]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        pytest.param("tỷ lệ sửa xong 40%", ("tỷ lệ sửa xong", 40, "%", None, None, None), id="a percentage"),
        pytest.param(
            "kết quả đạt 61,5% - toàn Ngành đạt 70,2%",
            ("kết quả", 61.5, "%", 70.2, None, None),
            id="compared behind a dash",
        ),
        pytest.param(
            "số kho tốt chiếm 7,5% (bình quân cả nước 9%)",
            ("số kho tốt", 7.5, "%", 9, None, None),
            id="compared in parentheses",
        ),
        pytest.param(
            "tỷ lệ hỏng giảm từ 12% xuống 8,5%",
            ("tỷ lệ hỏng", 8.5, "%", 12, None, None),
            id="what it was before",
        ),
        pytest.param(
            "tỷ lệ của kho và toàn Ngành lần lượt là 10,9% và 11,8%",
            ("tỷ lệ của kho", 10.9, "%", 11.8, None, None),
            id="compared by turns",
        ),
        pytest.param("về kho, đứng thứ 5/63", ("về kho", None, None, None, 5, 63), id="a rank"),
        pytest.param(
            "chỉ số xếp thứ 24/34 tỉnh", ("chỉ số", None, None, None, 24, 34), id="another word for it"
        ),
        pytest.param(
            "chỉ số xếp hạng thứ 7", ("chỉ số", None, None, None, 7, None), id="a rank of unsaid many"
        ),
        pytest.param(
            "số kho tốt (7,5%), đứng thứ 60/63 tỉnh",
            ("số kho tốt", 7.5, "%", None, 60, 63),
            id="a rank of the same measure",
        ),
        pytest.param("xếp loại kho: hạng D", ("xếp loại kho", None, None, None, "D", None), id="a grade"),
        pytest.param(
            "tổng số phải xử lý là 13.481 việc",
            ("tổng số phải xử lý", 13481, "việc", None, None, None),
            id="a count with a thousands dot",
        ),
        pytest.param(
            "số tiền còn 2.740 tỷ 557 triệu 200 nghìn đồng",
            ("số tiền", 2_740_557_200_000, "đồng", None, None, None),
            id="a sum in words and figures",
        ),
        pytest.param(
            "chi 12,5 tỷ đồng", ("chi", 12_500_000_000, "đồng", None, None, None), id="a decimal of a scale"
        ),
    ],
)
def test_it_reads_a_figure(words: str, figure: Row) -> None:
    assert read(words) == [figure]


def test_it_reads_several_by_turns() -> None:
    assert read("tỷ lệ xong về việc và về tiền lần lượt là 80% và 75,5%") == [
        ("tỷ lệ xong về việc", 80, "%", None, None, None),
        ("về tiền", 75.5, "%", None, None, None),
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("ngày 09/5/2014", id="a date"),
        pytest.param("7 tháng đầu năm 2014", id="a period"),
        pytest.param("Thông tư 91/2010/TT-BTC", id="a document's number"),
        pytest.param("02 đồng chí trong hạng mục d", id="no grade in small letters"),
    ],
)
def test_it_takes_nothing_else_for_a_rank_or_a_share(words: str) -> None:
    assert [figure for figure in read(words) if figure[2] != "đồng chí"] == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("80,71", 80.71),
        ("13.481", 13481),
        ("1.250,5", 1250.5),
        ("05", 5),
    ],
)
def test_it_reads_numbers(words: str, value: float) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 nghìn tỷ đồng", 3_000_000_000_000),
        ("500 ngàn đồng", 500_000),
        ("1.500.000 đồng", 1_500_000),
        ("2 tỉ 50 triệu đồng", 2_050_000_000),
    ],
)
def test_it_adds_sums_up(words: str, value: float) -> None:
    assert amount(words) == value


FOOTED = """1. Tình hình
Kho còn nhiều hạn chế[1].
2. Nhiệm vụ
- Lập sổ kho.
Nơi nhận:
- Lưu: VT.
[1] Năm 2014, số hàng hỏng là 1.250 vụ; nguyên nhân đã nêu tại Công văn số 5.
"""


def test_a_footnote_with_figures_is_a_finding_of_its_section() -> None:
    *_above, note = read_text(FOOTED).findings
    assert (note.ref, note.figures[0].value, note.figures[0].unit) == ("1", 1250, "vụ")
    assert "Công văn" not in note.text
