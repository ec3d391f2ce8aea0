"""What tells of a law, or that somebody was told: each row a body of a document, its items, and why."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

HEAD = "BỘ XÂY DỰNG\nCỤC KHO BÃI\nSố: 12/CKB-VP\n\nKính gửi: Phòng A\n\nCục Kho bãi có ý kiến như sau:\n\n"


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        pytest.param(
            "Căn cứ khoản 3 Điều 1 Luật Kho số 6/2016/QH13 sửa đổi, bổ sung Luật Kho số 5/2008/QH12.\n\n"
            "Đề nghị Phòng A giữ sổ.",
            ["Đề nghị"],
            id="a law that changes another",
        ),
        pytest.param(
            "Căn cứ Điều 4 Nghị định số 9/2020/NĐ-CP của Chính phủ quy định về việc lập, quản lý sổ kho.\n\n"
            "Đề nghị Phòng A giữ sổ.",
            ["Đề nghị"],
            id="what a law is about",
        ),
        pytest.param(
            "Ngày 30/6/2025, Chính phủ ban hành Nghị định số 9/2025/NĐ-CP.\n\nĐề nghị Phòng A giữ sổ.",
            ["Đề nghị"],
            id="a decree that was issued",
        ),
        pytest.param(
            "Đề nghị Phòng A giữ sổ.\n\nCục Kho có ý kiến để Phòng A được biết.",
            ["Đề nghị"],
            id="said for somebody to know",
        ),
    ],
)
def test_it_is_no_item(body: str, starts: list[str]) -> None:
    items = read_text(HEAD + body).items
    assert [item.text.split()[0] for item in items] == [start.split()[0] for start in starts]
