"""Where in a document the owner of an item may stand: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

HEAD = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nTổ chức hội kho năm 2026\nV. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("body", "owners"),
    [
        pytest.param(
            "1. Kiểm kê kho\nChủ trì: Phòng A\nPhối hợp: Văn phòng\nHoàn thành: trước ngày 30/6/2026",
            [(["Phòng A"], ["Văn phòng"])],
            id="labels without a dash",
        ),
        pytest.param(
            "1. Kho cũ. Đơn vị chủ trì: Phòng A. Đơn vị phối hợp: Phòng B. Thời gian: Quý III/2026.",
            [(["Phòng A"], ["Phòng B"])],
            id="labels in the line of the task",
        ),
        pytest.param(
            "1. Kinh phí do Phòng A bảo đảm.", [(["Phòng A"], [])], id="who pays, among orders without a verb"
        ),
        pytest.param(
            "1. Các đơn vị còn lại thuộc Sở\nGiữ kho.",
            [(["Các đơn vị còn lại thuộc Sở"], [])],
            id="the rest, and one line below it",
        ),
        pytest.param(
            "1. Lễ mở kho được tổ chức vào ngày 20/9/2026; Phòng A chuẩn bị nội dung trước ngày 10/9/2026.",
            [(["Phòng A"], [])],
            id="behind what is only told",
        ),
        pytest.param(
            "1. Về kho lạnh, đề nghị các đồng chí Giám đốc trung tâm, Trưởng phòng: khẩn trương lập sổ.",
            [(["các đồng chí Giám đốc trung tâm", "Trưởng phòng"], [])],
            id="asked in front of a colon",
        ),
        pytest.param(
            "1. Kiến nghị đối với UBND tỉnh:\n- Bố trí đất.\n2. Kiến nghị, đề xuất với Bộ A\n- Bố trí vốn.",
            [(["UBND tỉnh"], []), (["Bộ A"], [])],
            id="to whom it is recommended",
        ),
        pytest.param(
            "1. Giao Đoàn kiểm tra gồm:\n- Ông Lò Văn Tám - Trưởng phòng Kho;\n2. Phòng A giữ kho.",
            [(["Phòng A"], [])],
            id="who is in a team orders nothing",
        ),
        pytest.param(
            "1. Đ/c Tám - Phó Giám đốc Sở chỉ đạo lập sổ.",
            [(["Đ/c Tám - Phó Giám đốc Sở"], [])],
            id="a person and the post",
        ),
    ],
)
def test_it_finds_the_owners_of_each_item(body: str, owners: list[tuple[list[str], list[str]]]) -> None:
    items = read_text(HEAD + body + "\n").items
    said = [([each.name for each in item.leads], [each.name for each in item.coordinators]) for item in items]
    assert said == owners
