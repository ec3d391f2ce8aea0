"""What headings, lead-ins and labels hand down to the items they stand above or beside."""

from __future__ import annotations

import datetime as dt

import pytest

from dondoc.reading.notice import read_text

HEAD = "SỞ KHO BÃI\nSố: 12/TB-SKB\nTHÔNG BÁO\nKết luận của Giám đốc\nGiám đốc kết luận như sau:\n"


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        pytest.param("1. Văn phòng Sở (thường trực)\na) Lập sổ kho.", ["Văn phòng Sở"], id="what else it is"),
        pytest.param(
            "1. Thành viên là lãnh đạo Phòng A: Lập sổ kho.",
            ["Thành viên là lãnh đạo Phòng A"],
            id="who it is",
        ),
        pytest.param("1. Về sổ sách (Phòng A): Lập sổ kho.", ["Phòng A"], id="in parentheses behind a title"),
        pytest.param(
            "2. Phòng B lập sổ.\n3. Nhiệm vụ\nĐề nghị Phòng A thực hiện:\n3.1. Lập sổ kho.",
            ["Phòng A"],
            id="in a lead-in above numbered points",
        ),
        pytest.param(
            "1. Lập sổ kho\n- Phân công: Phòng A chủ trì, Phòng B phối hợp.\n- Hoàn thành: Tháng 6/2026.",
            ["Phòng A"],
            id="in a label that says both",
        ),
        pytest.param(
            "1. Sửa kho\n- Thay khóa.\n- Thay cửa.\nLãnh đạo phụ trách: Phó Giám đốc Lò Văn Tám.\n"
            "Đơn vị chủ trì: Phòng A; Đơn vị phối hợp: Phòng B.",
            ["Phòng A"],
            id="a unit that leads, not who of the leadership looks after it",
        ),
        pytest.param(
            "1. Giao Phòng A thực hiện các việc sau:\n2. Lập sổ kho.\n3. Sửa cửa kho.",
            ["Phòng A"],
            id="in a lead-in whose list is numbered on",
        ),
        pytest.param(
            "Sở yêu cầu các phòng nêu trên thực hiện:\n- Đề nghị Phòng A lập sổ.\n- Sửa cửa kho.",
            ["các phòng nêu trên"],
            id="whom a lead-in points back to stands above it",
        ),
        pytest.param(
            "1. Phân công\n1.1. Ông. Lò Văn Tám - Trưởng đoàn: Phụ trách chung; ký sổ.",
            ["Ông. Lò Văn Tám - Trưởng đoàn"],
            id="a person with a stop behind the title",
        ),
        pytest.param(
            "1. Giữ kho là nhiệm vụ quan trọng. Sở yêu cầu Lãnh đạo các phòng nêu cao trách nhiệm.",
            ["Lãnh đạo các phòng"],
            id="behind what something is worth",
        ),
        pytest.param(
            "1. Trách nhiệm chung của các phòng\n- Lập sổ kho.", ["các phòng"], id="whose common task it is"
        ),
        pytest.param(
            "1. Đoàn kiểm kê thực hiện theo quy định của Sở, trong đó tập trung:\n1.1. Ghi sổ kho.",
            ["Đoàn kiểm kê"],
            id="whom a lead-in has do what it lists",
        ),
        pytest.param(
            "1. Phòng có kho thuộc danh mục: lập sổ kho.",
            ["Phòng có kho thuộc danh mục"],
            id="which of several",
        ),
    ],
)
def test_it_knows_who_leads_by_what_stands_around(body: str, leads: list[str]) -> None:
    item = read_text(HEAD + body).items[-1]
    assert [lead.name for lead in item.leads] == leads


def test_a_label_may_state_a_time_alone() -> None:
    body = "1. Lập sổ kho\n- Phân công: Phòng A chủ trì, Phòng B phối hợp.\n- Hoàn thành: Tháng 6/2026."
    (item,) = read_text(HEAD + body).items
    assert [each.name for each in item.coordinators] == ["Phòng B"]
    assert item.term is not None
    assert item.term.date == dt.date(2026, 6, 30)


def test_a_post_no_list_knows_leads_where_a_label_says_so() -> None:
    (item,) = read_text(
        f"{HEAD}1. Đối chiếu sổ\n- Người thực hiện: Kế toán.\n- Thời hạn: Trước 30/6/2026."
    ).items
    assert [lead.name for lead in item.leads] == ["Kế toán"]


def test_a_lead_in_that_only_announces_a_list_is_no_item() -> None:
    letter = (
        "SỞ KHO BÃI\nSố: 12/SKB-VP\n\nKính gửi: Các phòng\n\nKết quả kiểm tra tại các kho còn chậm.\n\n"
        "Do đó, Sở đề nghị các phòng khẩn trương, nghiêm túc thực hiện các yêu cầu cụ thể như sau:\n\n"
        "1. Lập sổ."
    )
    reading = read_text(letter)
    assert [item.text for item in reading.items] == ["Lập sổ."]
    assert reading.document.subject == "Các phòng"


@pytest.mark.parametrize(
    ("body", "beside"),
    [
        pytest.param(
            "1. Phòng A chủ trì, phối hợp với Phòng B:\n- Lập sổ.\n- Nộp sổ.",
            [["Phòng B"], ["Phòng B"]],
            id="bullets that name none have those of the lead-in",
        ),
        pytest.param(
            "1. Phòng A chủ trì, phối hợp với Phòng B thực hiện:\n- Phối hợp với Đội C lập sổ.\n- Nộp sổ.",
            [["Đội C"], ["Phòng B"]],
            id="a bullet that names its own has those",
        ),
        pytest.param(
            "1. Phòng A chủ trì, phối hợp với Phòng B:\n- Lập sổ.\n- Giao Đội C nộp sổ.",
            [["Phòng B"], []],
            id="whoever else is given a task has it alone",
        ),
        pytest.param(
            "1. Phòng A phối hợp với Phòng B giữ kho.\n- Lập sổ.",
            [["Phòng B"], []],
            id="an item above others says it of itself",
        ),
    ],
)
def test_a_lead_in_hands_down_who_works_beside(body: str, beside: list[list[str]]) -> None:
    items = read_text(HEAD + body).items
    assert [[each.name for each in item.coordinators] for item in items] == beside


@pytest.mark.parametrize(
    "line", ["Thời gian hoàn thành trước ngày 31 tháng 12 năm 2026.", "Thời hạn chậm nhất ngày 31/12/2026."]
)
def test_a_line_without_a_colon_may_state_the_time_of_those_beside_it(line: str) -> None:
    body = f"1. Giao Phòng A\n- Lập sổ.\n- Nộp sổ.\n{line}"
    terms = [item.term for item in read_text(HEAD + body).items]
    assert [term and term.date for term in terms] == [dt.date(2026, 12, 31)] * 2


def test_a_long_order_above_a_list_is_an_item_too() -> None:
    order = "Phòng A theo dõi sát các kho, sửa nhanh các kho bị hỏng trong đợt mưa vừa qua, "
    order += "đồng thời chủ động chuẩn bị người, xe và vật tư để giữ kho an toàn trong đợt mưa tới, trong đó:"
    items = read_text(f"{HEAD}1. {order}\n- Lập sổ.").items
    assert [item.text[:7] for item in items] == ["Phòng A", "Lập sổ."]


def test_lines_that_stand_behind_each_of_several_tasks_belong_to_it() -> None:
    first = "- Lập sổ.\nĐơn vị chủ trì tham mưu thực hiện: Phòng A.\nThời gian thực hiện: Tháng 12/2026.\n"
    second = "- Sửa cửa.\nĐơn vị chủ trì: Phòng B.\nĐơn vị phối hợp: Đội C.\nThời gian: Thường xuyên."
    items = read_text(f"{HEAD}1. Giữ kho tốt hơn\n{first}{second}").items
    assert [[lead.name for lead in item.leads] for item in items] == [["Phòng A"], ["Phòng B"]]
    assert [[helper.name for helper in item.coordinators] for item in items] == [[], ["Đội C"]]
    assert [item.term and item.term.date for item in items] == [dt.date(2026, 12, 31), None]


@pytest.mark.parametrize("lead_in", ["a) Chủ trì, phối hợp", "a) Phối hợp với:"])
def test_a_list_below_who_works_beside_begins_with_those(lead_in: str) -> None:
    body = f"1. Phòng A\n{lead_in}\n- Phòng B và Đội C lập sổ.\n- Sửa cửa kho.\n"
    items = read_text(HEAD + body).items
    assert [[lead.name for lead in item.leads] for item in items] == [["Phòng A"], ["Phòng A"]]
    assert [[each.name for each in item.coordinators] for item in items] == [["Phòng B", "Đội C"], []]
