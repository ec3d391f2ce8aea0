"""Which paragraphs are items: each row a body of a document, the items it has, and why."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

HEAD = "SỞ KHO BÃI\nSố: 12/TB-SKB\nTHÔNG BÁO\nKết luận của Giám đốc\nGiám đốc kết luận như sau:\n"


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        pytest.param(
            "II. NHIỆM VỤ\n1. Phòng A lập sổ.\n2. Sở Kho bãi theo dõi việc lập sổ.",
            ["Phòng A", "Sở Kho bãi"],
            id="among orders the issuer owes something too",
        ),
        pytest.param(
            "1. Theo quy định tại Điều 9 Luật Kho năm 2008, sổ được giữ 10 năm. Thủ kho phải ký sổ.\n"
            "2. Đề nghị Phòng A giữ sổ.",
            ["Đề nghị"],
            id="what a law has is told",
        ),
        pytest.param(
            "1. Trường hợp ông Lò Văn Tám\n- Nội dung khiếu nại: Bồi thường kho cũ.\n"
            "- Ý kiến chỉ đạo: Giao Phòng A trả lời ông Tám.",
            ["Ý kiến chỉ đạo"],
            id="what a case is about is told",
        ),
        pytest.param(
            "1. Sửa cửa kho\n- Nội dung: Thay khóa.\n- Đơn vị thực hiện: Phòng A.",
            ["Sửa cửa kho"],
            id="what a task is about belongs to it",
        ),
        pytest.param(
            "2. Đề nghị Sở Kho bãi chỉ đạo:\na) Phòng A lập sổ;\nb) Phòng B nộp sổ.",
            ["Phòng A", "Phòng B"],
            id="a lead-in that has others ordered only announces",
        ),
        pytest.param(
            "1. Phòng A lập sổ.\n\nSở thông báo để các phòng thực hiện. Giao Văn phòng theo dõi, đôn đốc.",
            ["Phòng A", "Giao Văn phòng"],
            id="what a closing formula gives to somebody",
        ),
        pytest.param(
            "1. Yêu cầu các phòng nộp sổ. Quá thời hạn nêu trên, Sở sẽ phê bình.\n"
            "2. Quá thời hạn trên, Văn phòng lập danh sách.",
            ["Yêu cầu", "Quá thời hạn"],
            id="behind a term that has passed",
        ),
    ],
)
def test_it_tells_items_from_what_is_told(body: str, starts: list[str]) -> None:
    items = read_text(HEAD + body).items
    assert len(items) == len(starts)
    assert [item.text.startswith(start) for item, start in zip(items, starts, strict=True)] == [True] * len(
        starts
    )


def test_a_post_no_list_knows_leads_where_a_label_says_so() -> None:
    (item,) = read_text(
        f"{HEAD}1. Đối chiếu sổ\n- Người thực hiện: Kế toán.\n- Thời hạn: Trước 30/6/2026."
    ).items
    assert [lead.name for lead in item.leads] == ["Kế toán"]
