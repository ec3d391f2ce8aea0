"""Whom headings and lead-ins of many forms make the owner of the tasks below: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

PLAN = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nTổ chức hội kho năm 2026\nV. TỔ CHỨC THỰC HIỆN\n"
DIRECTIVE = "SỞ KHO BÃI\nSố: 12/CT-SKB\nCHỈ THỊ\nVề kho\n\n"
BELOW = "\n- Rà soát sổ kho.\n- Kiểm tra cửa kho.\n"


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        pytest.param("Phòng A tham mưu Sở:", ["Phòng A"], id="a verb and its object above a list"),
        pytest.param("Phòng A với vai trò đầu mối:", ["Phòng A"], id="in which part"),
        pytest.param("Phòng A, để giữ an toàn kho:", ["Phòng A"], id="to which end"),
        pytest.param("Để giữ an toàn kho, Phòng A:", ["Phòng A"], id="behind the end it serves"),
        pytest.param("Trách nhiệm của Phòng A trong việc giữ kho", ["Phòng A"], id="in which matter"),
        pytest.param("Trách nhiệm của Phòng A về giữ kho", ["Phòng A"], id="about which matter"),
        pytest.param("Trách nhiệm Phòng A, Phòng B", ["Phòng A", "Phòng B"], id="whose duties, side by side"),
        pytest.param("Trách nhiệm quản lý kho của Phòng A", ["Phòng A"], id="which duties are theirs"),
        pytest.param(
            "Trách nhiệm của các đội tham gia hội kho", ["các đội tham gia hội kho"], id="what tells which"
        ),
        pytest.param(
            "Nội dung Phòng A có trách nhiệm chủ trì", ["Phòng A"], id="what somebody is in charge of"
        ),
        pytest.param("Đối với Phòng A, đề nghị:", ["Phòng A"], id="the verb of a wish is no name"),
        pytest.param("Phòng A được phân công phụ trách:", ["Phòng A"], id="what is given is no name"),
        pytest.param("Phân công Phòng A phụ trách:", ["Phòng A"], id="what it is to head is no name"),
        pytest.param("Phòng A - đơn vị thường trực hội kho", ["Phòng A"], id="what it is besides"),
        pytest.param("Nhóm nhiệm vụ do Phòng A chủ trì", ["Phòng A"], id="whose tasks they are"),
        pytest.param("Nội dung giao Phòng A thực hiện", ["Phòng A"], id="to whom they are given"),
        pytest.param(
            "Cục Kiểm tra sau nhập kho (Tổng cục Kho)",
            ["Cục Kiểm tra sau nhập kho"],
            id="what it belongs to, though its own name holds words of time",
        ),
        pytest.param(
            "Hàng tháng khi nhận sổ, Phòng A phải tiến hành ngay việc sửa kho và có trách nhiệm:",
            ["Phòng A"],
            id="an earlier duty is no name",
        ),
        pytest.param(
            "Phòng Kế hoạch tổng hợp", ["Phòng Kế hoạch tổng hợp"], id="a name that ends with a verb"
        ),
        pytest.param(
            "Cục Quản lý đăng ký kho và Cục Phát triển bến",
            ["Cục Quản lý đăng ký kho", "Cục Phát triển bến"],
            id="a list of names with verbs in them",
        ),
        pytest.param(
            "Các Ban xây dựng Hội, Văn phòng Sở",
            ["Các Ban xây dựng Hội", "Văn phòng Sở"],
            id="several and one",
        ),
        pytest.param(
            "Văn phòng Đảng ủy, các Ban xây dựng Đảng",
            ["Văn phòng Đảng ủy", "các Ban xây dựng Đảng"],
            id="a verb in the name of several",
        ),
        pytest.param("Liên danh nhà thầu Đông Ngàn", ["Liên danh nhà thầu Đông Ngàn"], id="firms together"),
        pytest.param("Khối các cơ quan Đảng", ["Khối các cơ quan Đảng"], id="a group of bodies"),
        pytest.param("Chính quyền số", [], id="a field, no body"),
        pytest.param("Điều dưỡng trưởng", ["Điều dưỡng trưởng"], id="a post in a hospital"),
        pytest.param("Phòng A phát hiện:", [], id="what somebody found is no task"),
        pytest.param("Phòng A báo cáo:", [], id="what somebody says is no task"),
        pytest.param("Kết quả của Phòng A", [], id="whose result it is"),
        pytest.param("Đề nghị: Phòng A, Đội C", ["Phòng A", "Đội C"], id="whom it asks, behind a colon"),
    ],
)
def test_it_hands_down_whom_a_heading_names(heading: str, leads: list[str]) -> None:
    items = read_text(f"{PLAN}1. {heading}{BELOW}").items
    assert [[lead.name for lead in item.leads] for item in items] == [leads, leads]


def test_who_helps_in_a_heading_helps_with_each_task() -> None:
    items = read_text(f"{PLAN}1. Phòng A (chủ trì), Phòng B (phối hợp){BELOW}").items
    assert [[lead.name for lead in item.leads] for item in items] == [["Phòng A"], ["Phòng A"]]
    assert [[each.name for each in item.coordinators] for item in items] == [["Phòng B"], ["Phòng B"]]


@pytest.mark.parametrize(
    ("preamble", "leads"),
    [
        pytest.param(
            "Giám đốc Sở giao nhiệm vụ cho các phòng, UBND các xã như sau:",
            ["các phòng", "UBND các xã"],
            id="whom tasks are given",
        ),
        pytest.param(
            "Giám đốc Sở chỉ thị các phòng làm tốt các việc sau:", ["các phòng"], id="whom a directive binds"
        ),
        pytest.param("Sau khi bàn bạc, Giám đốc Sở chỉ thị:", [], id="to nobody by name"),
    ],
)
def test_it_hands_down_whom_a_preamble_tells(preamble: str, leads: list[str]) -> None:
    items = read_text(f"{DIRECTIVE}{preamble}\n1. Rà soát sổ.\n").items
    assert [lead.name for lead in items[-1].leads] == leads


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        pytest.param("Trưởng các kho thông báo giờ mở cửa đến khách.", ["Trưởng các kho"], id="its own doer"),
        pytest.param("Văn phòng thông báo đến các đội biết.", ["các phòng"], id="whom it only tells"),
        pytest.param("Giao nhiệm vụ cho nhân viên giữ kho.", ["các phòng"], id="staff of their own"),
        pytest.param("Lập sổ kho, do Phòng B thực hiện.", ["Phòng B"], id="by whom, behind a comma"),
        pytest.param("Lập sổ kho, do Phòng B làm hỏng sổ cũ.", ["các phòng"], id="why is no doer"),
    ],
)
def test_an_own_doer_goes_before_those_above(words: str, leads: list[str]) -> None:
    items = read_text(f"{DIRECTIVE}Giám đốc Sở yêu cầu các phòng như sau:\n1. {words}\n").items
    assert [lead.name for item in items for lead in item.leads] == leads


def test_the_title_of_a_chapter_among_articles_is_no_item() -> None:
    decision = "SỞ KHO BÃI\nSố: 12/QĐ-SKB\nQUYẾT ĐỊNH\nVề việc giữ kho\nQUYẾT ĐỊNH:\n"
    articles = "Điều 5. Giữ kho\n1. Phòng A có trách nhiệm:\na) Lập sổ kho.\nb) Sửa cửa kho.\n"
    chapter = "Chương II\n\nXỬ LÝ VI PHẠM VÀ TỔ CHỨC THỰC HIỆN\nĐiều 6. Phòng B lập sổ.\n"
    items = read_text(f"{decision}{articles}{chapter}").items
    assert [item.text for item in items if item.text.isupper()] == []
    assert items


def test_the_title_of_an_article_that_orders_nobody_is_no_item() -> None:
    decision = "SỞ KHO BÃI\nSố: 12/QĐ-SKB\nQUYẾT ĐỊNH\nVề việc giữ kho\nQUYẾT ĐỊNH:\n"
    items = read_text(
        f"{decision}Điều 5. Yêu cầu của việc giữ kho\n1. Phòng A lập sổ kho.\n2. Phòng B sửa cửa kho.\n"
    ).items
    assert [item.text for item in items] == ["Phòng A lập sổ kho.", "Phòng B sửa cửa kho."]


@pytest.mark.parametrize("basis", ["Căn cứ chức năng, nhiệm vụ được giao,", "Trên cơ sở kế hoạch này,"])
def test_what_an_order_rests_on_is_no_name_behind_a_colon(basis: str) -> None:
    items = read_text(f"{PLAN}1. Các phòng: {basis} lập sổ kho.\n").items
    assert [lead.name for item in items for lead in item.leads] == ["Các phòng"]


def test_a_sentence_among_titles_is_one() -> None:
    titles = [f"{number}. {words}" for number, words in enumerate(("Sổ kho", "Cửa kho", "Bến"), 1)]
    sections = [*titles, "4. Nghiên cứu giải pháp giữ kho; sửa bến, mở rộng đường vào các kho."]
    items = read_text(
        PLAN + "".join(f"{each}\n- Phòng A lập sổ.\n- Phòng B sửa.\n" for each in sections)
    ).items
    assert {item.text for item in items} == {"Phòng A lập sổ.", "Phòng B sửa."}


@pytest.mark.parametrize(
    "lead_in",
    [
        pytest.param("Sở giao các phòng, đội theo chức năng, nhiệm vụ được giao:", id="by which competence"),
        pytest.param("Sở yêu cầu trưởng các đội tập trung lãnh đạo, chỉ đạo:", id="that they lead"),
    ],
)
def test_a_preamble_that_only_announces_is_no_item(lead_in: str) -> None:
    items = read_text(f"{DIRECTIVE}{lead_in}\n1. Rà soát sổ.\n").items
    assert [item.ref for item in items] == ["1"]
