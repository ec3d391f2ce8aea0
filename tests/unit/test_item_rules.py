"""The small rules of an item: references, urgency, recurrence, recipients, kinds."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text
from dondoc.reading.references import references
from dondoc.reading.text import Span, Text
from dondoc.reading.urgency import recurrence_of, urgency_of


def whole(words: str) -> tuple[Text, Span]:
    text = Text.of(words)
    return text, Span(0, len(text.folded))


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        (
            "theo Thông tư 09/2012/TT-BHC và Luật Kho năm 2008",
            ["Thông tư 09/2012/TT-BHC", "Luật Kho năm 2008"],
        ),
        (
            "tại điểm b khoản 2 Điều 3 Nghị định số 12/2024/NĐ-CP",
            ["điểm b khoản 2 Điều 3 Nghị định số 12/2024/NĐ-CP"],
        ),
        ("Công văn số 28/HC-K4 ngày 09/01/2025 của Cục", ["Công văn số 28/HC-K4 ngày 09/01/2025"]),
        (
            "Quyết định số 31-QĐ/ĐU ngày 05 tháng 3 năm 2025",
            ["Quyết định số 31-QĐ/ĐU ngày 05 tháng 3 năm 2025"],
        ),
        ("Kế hoạch số 5/KH-\nSNV của Sở", ["Kế hoạch số 5/KH-\nSNV"]),
        (
            "tại khoản 1, Điều 7, Luật Quản lý kho số\n8/2019/QH14",
            ["khoản 1, Điều 7, Luật Quản lý kho số\n8/2019/QH14"],
        ),
        (
            "điều của Luật quản lý kho và Nghị định số 8/2013/NĐ-CP ngày 02/7/2013",
            ["Nghị định số 8/2013/NĐ-CP ngày 02/7/2013"],
        ),
        ("theo quy định của pháp luật năm 2026", []),
        (
            "tại điểm c khoản 2 Điều 60 Luật Kho bãi và các quy định khác",
            ["điểm c khoản 2 Điều 60 Luật Kho bãi"],
        ),
        (
            "theo Điều 59 Luật Ban hành văn bản quy phạm pháp luật và các quy định khác",
            ["Điều 59 Luật Ban hành văn bản quy phạm pháp luật"],
        ),
        ("theo Điều 12 của Luật Phòng, chống mối để giữ kho", ["Điều 12 của Luật Phòng, chống mối"]),
        ("khoản 2, 3 Điều 77 Nghị định số 9/2025/NĐ-CP", ["khoản 2, 3 Điều 77 Nghị định số 9/2025/NĐ-CP"]),
        ("Điều 74, 75 Thông tư số 9/2025/TT-BHC", ["Điều 74, 75 Thông tư số 9/2025/TT-BHC"]),
        ("một số điều của Nghị định số 9/2025/NĐ-CP", ["Nghị định số 9/2025/NĐ-CP"]),
        (
            "Công văn số 5/SK-V.I ngày 04/5/2026 và số 6/SK-V.I ngày 05/5/2026",
            ["Công văn số 5/SK-V.I ngày 04/5/2026", "số 6/SK-V.I ngày 05/5/2026"],
        ),
        ("quy định tại Điều 79 Luật Đất đai và về các nội dung khác", ["Điều 79 Luật Đất đai"]),
        ("Kế hoạch thanh tra số 5/KH-TTK ngày 04/5/2026", ["Kế hoạch thanh tra số 5/KH-TTK ngày 04/5/2026"]),
        ("Kế hoạch số 5/KH-SK-BK&MT ngày 04/5/2026", ["Kế hoạch số 5/KH-SK-BK&MT ngày 04/5/2026"]),
        ("Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025", ["Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025"]),
        (
            "thi hành pháp luật theo Nghị quyết số 7/2025/QH15 ngày 17/5/2025",
            ["Nghị quyết số 7/2025/QH15 ngày 17/5/2025"],
        ),
        ("Luật Quản lý, giữ kho và bến ngày 29/6/2024", ["Luật Quản lý, giữ kho và bến ngày 29/6/2024"]),
        (
            "Chương trình hành động số 39-CTr/TU ngày 29/01/2026",
            ["Chương trình hành động số 39-CTr/TU ngày 29/01/2026"],
        ),
        ("theo Khoản\n3 - Điều 61 Luật Kho bãi và thực hiện Đề án", ["Khoản\n3 - Điều 61 Luật Kho bãi"]),
        ("theo Luật Kho bãi, báo cáo Cục trước ngày 15/11/2024", []),
        ("theo Điều 5 luật này và Luật Kho bãi", []),
        ("thực hiện Luật Kho bãi từ năm 2026 đến năm 2030", []),
    ],
)
def test_it_finds_references(words: str, cited: list[str]) -> None:
    text, span = whole(words)
    assert [text.words(each) for each in references(text, (span,))] == cited


@pytest.mark.parametrize(
    ("words", "urgency"),
    [
        ("Khóa ngay cửa kho", "ngay"),
        ("Ngay từ đầu năm, khóa kho", None),
        ("Giải quyết dứt điểm", "dứt điểm"),
        ("Khắc phục khó khăn trước mắt", None),
        ("Hoàn thành trong thời gian sớm nhất", "trong thời gian sớm nhất"),
    ],
)
def test_urgency_is_words_and_no_date(words: str, urgency: str | None) -> None:
    text, span = whole(words)
    found = urgency_of(text, (span,))
    assert (text.words(found) if found else None) == urgency


@pytest.mark.parametrize(
    ("words", "recurrence"),
    [
        ("Thường xuyên kiểm tra kho", "Thường xuyên"),
        ("Tiết kiệm chi thường xuyên", None),
        ("Báo cáo định kỳ hằng quý", "định kỳ hằng quý"),
        ("Báo cáo trước ngày 20 hàng tháng", "trước ngày 20 hàng tháng"),
        ("Chương trình định kỳ tháng 8/2026", None),
        ("Sáu tháng một lần, kiểm kê kho", "Sáu tháng một lần"),
        ("Họp định kỳ sáu tháng một lần", "định kỳ sáu tháng một lần"),
    ],
)
def test_recurrence_is_a_rule_and_no_date(words: str, recurrence: str | None) -> None:
    text, span = whole(words)
    found = recurrence_of(text, (span,))
    assert (text.words(found) if found else None) == recurrence


@pytest.mark.parametrize(
    ("line", "recipients"),
    [
        ("- Bộ trưởng (để b/c);", [("Bộ trưởng", "report")]),
        ("- Chi cục A, Chi cục B (để thực hiện);", [("Chi cục A", "execute"), ("Chi cục B", "execute")]),
        ("- Sở Kế hoạch và Đầu tư (để p/h);", [("Sở Kế hoạch và Đầu tư", "coordinate")]),
        ("- Tỉnh ủy (để p/h chỉ đạo);", [("Tỉnh ủy", "direct")]),
        ("- Thanh tra Sở (để theo dõi);", [("Thanh tra Sở", "know")]),
        ("- VPCP: PCN, các Vụ: TH, PL;", [("VPCP: PCN, các Vụ: TH, PL", None)]),
        ("- Đồng chí Lò Văn Tám, Phó Cục trưởng;", [("Đồng chí Lò Văn Tám, Phó Cục trưởng", None)]),
        ("- Cổng thông tin điện tử (để đưa tin);", [("Cổng thông tin điện tử", "publish")]),
        ("- Lưu: VT, TH.", [("VT, TH", "archive")]),
    ],
)
def test_it_reads_recipients_with_purpose(line: str, recipients: list[tuple[str, str | None]]) -> None:
    read = read_text(f"1. Giao Cục A khóa kho.\nNơi nhận:\n{line}\n").recipients
    assert [(each.name, each.purpose) for each in read] == recipients


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("Lập Kế hoạch sửa kho.", "deliverable", id="a document to make"),
        pytest.param("Tăng cường kiểm tra kho.", "standing", id="a verb of lasting duty"),
        pytest.param(
            "Tăng cường kiểm tra kho, xong trước ngày 05/8/2026.", "deliverable", id="with a term it ends"
        ),
        pytest.param("Hằng tháng báo cáo tồn kho.", "standing", id="stated to recur"),
        pytest.param("Cần tiếp tục nâng cao chất lượng kho.", "standing", id="behind modal and adverb"),
        pytest.param("Xử lý 100% hồ sơ đúng hạn.", "target", id="a percentage"),
        pytest.param("Thanh lý tối thiểu 03 xe.", "target", id="a count at least"),
        pytest.param("Sắp xếp lại kho.", "deliverable", id="by default"),
    ],
)
def test_it_tells_the_kind_by_the_words(words: str, kind: str) -> None:
    (item,) = read_text(f"1. Nhiệm vụ\n- {words}").items
    assert item.kind == kind
