"""What the words of a heading make of the list below it: each row a plan, the items it has, and why."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

PLAN = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nHội kho\nIII. NỘI DUNG, NHIỆM VỤ\n"


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        pytest.param(
            "1. Đối tượng thực hiện\n- Phòng A và các đội giữ kho tham gia hội kho.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="for whom it is",
        ),
        pytest.param(
            "1. Đối tượng, thời gian và thành phần thực hiện\n- Các đội giữ kho.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="for whom, when and who comes",
        ),
        pytest.param(
            "1. Kinh phí thực hiện\n- Từ quỹ của Sở.\n- Bố trí tiền sửa kho.\n2. Việc khác\n- Lập sổ.",
            ["Bố trí", "Lập sổ"],
            id="with which money, but for what a verb says",
        ),
        pytest.param(
            "1. Hình thức khen thưởng\n- Giấy khen của Sở;\n- Cờ của Sở.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="in which form",
        ),
        pytest.param(
            "1. Tiêu chuẩn khen thưởng\n- Phòng A, Phòng B:\n+ Giữ tốt sổ kho.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="for what somebody is commended",
        ),
        pytest.param(
            "1. Đối tượng thi đua\n- Tập thể: Các phòng, đội.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="who competes",
        ),
        pytest.param(
            "1. Thông số, tần suất đo\n- Độ ẩm kho: 02 lần mỗi tháng.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="of what measure",
        ),
        pytest.param(
            "1. Quan điểm\n- Giữ kho dựa trên năm yếu tố.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="on which view a plan rests",
        ),
        pytest.param(
            "1. Dự báo những tác động đến kho\n- Mưa bão còn nhiều trong năm tới.\n2. Việc khác\n- Lập sổ.",
            ["Lập sổ"],
            id="what is foreseen",
        ),
        pytest.param(
            "1. Nguồn lực và phân công nhiệm vụ\n- Cửa kho của Đội C.\n2. Việc khác\n- Lập sổ.",
            ["Cửa kho", "Lập sổ"],
            id="means and duties in one heading",
        ),
    ],
)
def test_it_tells_orders_from_what_stands_around_them(body: str, starts: list[str]) -> None:
    items = read_text(PLAN + body).items
    assert [item.text[: len(start)] for item, start in zip(items, starts, strict=True)] == starts
