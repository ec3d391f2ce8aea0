"""What opens and closes a document, and what it may still order: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

HEAD = "SỞ KHO BÃI\nSố: 12/TB-SKB\nTHÔNG BÁO\nKết luận của Giám đốc\nGiám đốc kết luận như sau:\n"


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        pytest.param(
            "1. Phòng A lập sổ.\n\nSở thông báo để các phòng thực hiện. Giao Văn phòng theo dõi, đôn đốc.",
            ["Phòng A", "Giao Văn phòng"],
            id="what a closing formula gives to somebody",
        ),
        pytest.param(
            "2. Phòng A, Phòng B và các ông/bà có tên tại Điều 1 chịu trách nhiệm thi hành.\n"
            "Quyết định này có hiệu lực kể từ ngày ký.",
            ["Phòng A"],
            id="who carries out, above a closing formula",
        ),
        pytest.param(
            "1. Phòng A lập sổ.\nSở Kho phúc đáp để Công ty Kho vận biết và thực hiện.",
            ["Phòng A"],
            id="a formula that closes an answer",
        ),
        pytest.param(
            "1. Sở xin trả lời như sau:\n- Theo quy định, kho phải sửa hằng năm.\n2. Phòng B lập sổ.",
            ["Phòng B"],
            id="what an answer tells",
        ),
        pytest.param(
            "1. Phòng A lập sổ.\n\n(Công văn số 5/SKB-VP gửi kèm theo)",
            ["Phòng A"],
            id="what is enclosed",
        ),
        pytest.param(
            "1. Phòng A lập sổ.\nSở Kho thông báo Phòng A, Phòng B được biết và thực hiện.",
            ["Phòng A"],
            id="a formula without để",
        ),
        pytest.param(
            "1. Phòng A nộp sổ.\nSở Kho trân trọng đề nghị Phòng B cử người dự lớp giữ kho của Sở, tổng "
            "hợp các câu hỏi của các đội về việc giữ kho, gửi về Văn phòng Sở trước khi mở lớp, rồi ghi "
            "tên người dự vào sổ chung.",
            ["Phòng A", "Sở Kho"],
            id="no formula: it says what to do",
        ),
        pytest.param(
            "1. Phòng A sửa kho theo Thông báo số 5/TB-SKB để giữ hàng.",
            ["Phòng A"],
            id="a notice that is cited is no formula",
        ),
    ],
)
def test_it_tells_items_from_formulas(body: str, starts: list[str]) -> None:
    items = read_text(HEAD + body).items
    assert len(items) == len(starts)
    assert [item.text.startswith(start) for item, start in zip(items, starts, strict=True)] == [True] * len(
        starts
    )


@pytest.mark.parametrize(
    ("basis", "count"),
    [
        pytest.param("Thực hiện Công văn số 15/UBND-NC của UBND tỉnh về việc kiểm kê;", 1, id="semicolon"),
        pytest.param("Căn cứ Kế hoạch số 8/KH-SKB ngày 04/5/2026 của Sở.", 1, id="full stop"),
        pytest.param(
            "Thực hiện ý kiến chỉ đạo của Cục Kho tại Văn bản số 4/CK ngày 05/5/2026 về việc giữ kho.",
            1,
            id="what was said, and in which document",
        ),
        pytest.param("Thực hiện Kế hoạch số 8/KH-SKB trước ngày 04/5/2026.", 2, id="with a term it orders"),
    ],
)
def test_a_line_that_only_says_what_a_letter_rests_on_orders_nothing(basis: str, count: int) -> None:
    letter = f"SỞ KHO BÃI\nSố: 12/SKB-VP\n\nKính gửi: Các phòng\n\n{basis}\n\nYêu cầu các phòng nộp sổ."
    assert len(read_text(letter).items) == count


def test_what_a_closing_formula_has_reported_is_owed_by_those_it_addresses() -> None:
    closing = "Trên đây là Kế hoạch giữ kho. Đề nghị các đội thực hiện. Hằng năm báo cáo kết quả về Phòng A."
    *_others, item = read_text(f"{HEAD}1. Phòng B lập sổ.\n\n{closing}").items
    assert [lead.name for lead in item.leads] == ["các đội"]
