"""Who acts because somebody gives, asks or allows it: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text
from owners_in import owners_in

HEAD = (
    "SỞ KHO BÃI\nSố: 12/TB-SKB\nTHÔNG BÁO\nKết luận của Giám đốc\n"
    "Giám đốc Sở chủ trì họp về kho. Sau khi nghe báo cáo, Giám đốc kết luận như sau:\n"
)


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        pytest.param("Phòng A được Giám đốc yêu cầu lập sổ.", ["Phòng A"], id="asked by somebody"),
        pytest.param("Công ty A được Sở B giao đất.", [], id="what it got is no task"),
        pytest.param("Cho phép Phòng A lùi thời hạn nộp sổ.", ["Phòng A"], id="allowed more time"),
        pytest.param("Đồng ý cho Phòng A gia hạn thời gian nộp sổ.", ["Phòng A"], id="agreed to give time"),
        pytest.param("Cho phép Phòng A dùng kho.", [], id="allowed something else"),
        pytest.param(
            "Ủy ban kiến nghị Bộ trưởng Bộ A lập sổ.", ["Bộ trưởng Bộ A"], id="whom a committee asks"
        ),
        pytest.param("Thanh tra tỉnh kiến nghị Sở A lập sổ.", ["Sở A"], id="whom inspectors ask"),
        pytest.param("Ủy ban nhân dân huyện kiến nghị Sở A cấp vốn.", ["Ủy ban nhân dân huyện"], id="a need"),
        pytest.param("Xã A còn chậm nộp sổ, cần lập ngay.", ["Xã A"], id="what it lacks, told in front"),
        pytest.param(
            "Đây là việc gấp, cần làm ngay. Đề nghị các Trưởng phòng chỉ đạo lập sổ.",
            ["các Trưởng phòng"],
            id="what it is worth, told in front",
        ),
        pytest.param("Trong năm nay, các bộ, ngành, khẩn trương lập sổ.", ["các bộ, ngành"], id="a comma"),
        pytest.param(
            "Lập sổ kho: (1) Phòng A kiểm kê sổ; (2) Phòng B ghi sổ.", ["Phòng A"], id="the first of several"
        ),
        pytest.param(
            "Kho cũ (nhà A, công an, chính quyền) là nơi chịu trách nhiệm giữ.", [], id="in parentheses"
        ),
        pytest.param(
            "Giao Tổng công ty Điện lực Hưng Lâm cấp điện.", ["Tổng công ty Điện lực Hưng Lâm"], id="power"
        ),
        pytest.param("Đề nghị Công ty tham khảo sổ cũ.", ["Công ty"], id="to look something up"),
        pytest.param(
            "Đề nghị thủ trưởng các đơn vị được giao nhiệm vụ tập trung lập sổ.",
            ["thủ trưởng các đơn vị được giao nhiệm vụ"],
            id="which of several were given a task",
        ),
    ],
)
def test_it_finds_who_leads(words: str, leads: list[str]) -> None:
    assert owners_in(words)[0] == leads


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        pytest.param(
            "Giao Phòng A chủ trì, Phòng B và Văn phòng phối hợp, lập sổ.",
            ["Phòng B", "Văn phòng"],
            id="helping, in front of the task",
        ),
        pytest.param(
            "Phòng A phối hợp với Sở B (nay là Sở C) lập sổ.", ["Sở C"], id="by the name it has today"
        ),
        pytest.param(
            "Phòng A phối hợp với các ngành, địa phương, cơ quan (có kho) lập sổ.",
            ["các ngành, địa phương, cơ quan"],
            id="one name of several sorts",
        ),
    ],
)
def test_it_finds_who_helps(words: str, beside: list[str]) -> None:
    assert owners_in(words)[1] == beside


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        pytest.param("1. Giao Sở B (nay là Sở C) lập sổ.", [["Sở C"]], id="by the name it has today"),
        pytest.param(
            "1. Phòng A lập sổ. Khi hỏng sổ, có văn bản đề nghị Cục B xem xét.",
            [["Phòng A"], ["Phòng A"]],
            id="whom a paper asks",
        ),
        pytest.param(
            "1. Phòng A xác định giá, cơ quan chịu trách nhiệm thẩm định; lập sổ.",
            [["Phòng A"], ["Phòng A"]],
            id="who is still to be found",
        ),
        pytest.param(
            "1. Nhiệm vụ\n- Chủ trương này đã được Trung ương Đảng, Quốc hội nghiên cứu.",
            [[]],
            id="by whom it was done",
        ),
    ],
)
def test_its_parts_have_their_own(body: str, leads: list[list[str]]) -> None:
    (item,) = read_text(HEAD + body).items
    assert [[lead.name for lead in part.leads] for part in item.parts] == leads
