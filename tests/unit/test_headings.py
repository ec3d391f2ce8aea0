"""Whom a heading or a label names as the owner of what stands under it: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

PLAN = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nTổ chức hội kho năm 2026\nV. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        pytest.param("1. Phòng A\n- Sửa kho.", ["Phòng A"], id="nothing but a name"),
        pytest.param("1. Phòng A và Phòng B.\n- Sửa kho.", ["Phòng A", "Phòng B"], id="ends with a stop"),
        pytest.param(
            "1. UBND các phường: Đông Ngàn, Tây Hà và UBND xã Nam Bãi.\n- Sửa kho.",
            ["UBND các phường: Đông Ngàn, Tây Hà", "UBND xã Nam Bãi"],
            id="a list with a noun of its own",
        ),
        pytest.param("1. Mời Đại sứ quán Lào\n- Cử người dự.", ["Đại sứ quán Lào"], id="a guest"),
        pytest.param(
            "1. Khai mạc hội kho\n- Địa điểm thực hiện: Quảng trường Đông Ngàn.\n- Đơn vị chủ trì: Phòng A.",
            ["Phòng A"],
            id="where it is done is no owner",
        ),
        pytest.param(
            "1. Khai mạc hội kho\n- Thời gian thực hiện: từ quý II.\n- Thực hiện: Phòng A.",
            ["Phòng A"],
            id="when it is done is no owner",
        ),
        pytest.param(
            "1. Các phòng, đơn vị theo chức năng, nhiệm vụ được giao:\n- Nắm chắc tình hình kho.",
            ["Các phòng, đơn vị"],
            id="by which competence they act is no name and no order",
        ),
        pytest.param(
            "1. Tuyệt đối không được chủ quan. Yêu cầu Phòng A phải giữ kho.",
            ["Phòng A"],
            id="who is plainly asked behind an order to nobody",
        ),
        pytest.param(
            "1. Chủ tịch các xã từ Nam Bãi đến Tây Hà, trong đó trọng tâm là xã Tây Hà:\n- Sửa kho.",
            ["Chủ tịch các xã từ Nam Bãi đến Tây Hà"],
            id="which of them come first is no name",
        ),
        pytest.param(
            "1. Đối với các hộ có kho lớn, kho lạnh trên địa bàn:\n- Sửa kho.",
            ["các hộ có kho lớn, kho lạnh trên địa bàn"],
            id="which of several are meant",
        ),
        pytest.param(
            "1. Cơ quan chủ trì giải quyết thủ tục về kho\n- Sửa kho.",
            ["Cơ quan chủ trì giải quyết thủ tục về kho"],
            id="a body told by its work",
        ),
        pytest.param(
            "1. Phòng A chỉ đạo Phòng B\n- Sửa kho.",
            ["Phòng A"],
            id="who directs whom",
        ),
        pytest.param(
            "1. Các phòng, ban: Là các đơn vị giữ kho, chịu trách nhiệm các nội dung sau:\n"
            "1.1. Trách nhiệm chung\na) Sửa kho.",
            ["Các phòng, ban"],
            id="what they are is no list of names",
        ),
        pytest.param(
            "1. Các đội\na) Đội B\nLập sổ kho.",
            ["Đội B"],
            id="a lettered name above a paragraph",
        ),
        pytest.param(
            "1. Phòng Kho (thường trực, giữ sổ của Phòng Kho lạnh, Phòng Kho khô và sổ của các kho ở ngoài "
            "phố cũ):\n- Sửa kho.",
            ["Phòng Kho"],
            id="what it is besides, at length",
        ),
        pytest.param(
            "1. Phòng A chủ trì:\n- Sửa kho.",
            ["Phòng A"],
            id="who heads what follows",
        ),
        pytest.param(
            "1. Các đội trên địa bàn có trách nhiệm\n- Sửa cửa.",
            ["Các đội trên địa bàn"],
            id="whom a title binds",
        ),
        pytest.param(
            "Sở yêu cầu:\n1. Các đội cơ khí, kho vận\n- Sửa kho.",
            ["Các đội cơ khí, kho vận"],
            id="words that no list knows say which are meant",
        ),
        pytest.param(
            "Sở yêu cầu:\n1. Công an các xã trọng điểm về kho:\n- Sửa kho.",
            ["Công an các xã trọng điểm về kho"],
            id="what they are known for says which",
        ),
        pytest.param(
            "Sở yêu cầu các tổ:\n1. Phòng A, tồn tại ở kho\n- Đề nghị sửa kho.",
            ["các tổ"],
            id="what was found of somebody gives nobody a task",
        ),
        pytest.param(
            "Sở yêu cầu các tổ:\n1. Phòng A đã được kiểm tra\n- Sửa kho.",
            ["các tổ"],
            id="what is said of somebody gives no task",
        ),
        pytest.param("1. Riêng Phòng A: sửa kho.", ["Phòng A"], id="somebody apart from the others"),
    ],
)
def test_it_finds_the_owner_above(body: str, leads: list[str]) -> None:
    (item,) = read_text(PLAN + body).items
    assert [" ".join(lead.name.split()) for lead in item.leads] == leads


@pytest.mark.parametrize(
    ("body", "refs"),
    [
        pytest.param(
            "1. Phòng A rà soát, phân loại kho theo các nhóm đối tượng:\n- Kho quản lý hàng lạnh\n- Kho thuê",
            ["1.0"],
            id="the things an order is about are none",
        ),
        pytest.param(
            "1. Phòng A báo cáo theo các nội dung sau:\n- Số kho trống;\n- Những đề xuất, kiến nghị khác.",
            ["1.0"],
            id="proposals asked for are none",
        ),
        pytest.param(
            "1. Phòng A lập báo cáo, trong đó nêu rõ:\n- Số kho còn trống;\n- Đề xuất cách dùng kho.",
            ["1.0", "1.2"],
            id="a verb among them is an order",
        ),
        pytest.param(
            "1. Thống kê các kho còn tồn tại:\na) Thống kê kho chưa sửa;\nb) Thống kê kho đã sửa.",
            ["1.1", "1.2"],
            id="orders about what is wrong are no findings",
        ),
        pytest.param(
            "1. Phòng A chủ trì, phối hợp với Phòng B, Phòng C\na) Sửa kho.\nb) Thuê kho.",
            ["1.1", "1.2"],
            id="who heads the list below has no work in that line",
        ),
        pytest.param(
            "1. Thực hiện nghiêm quy định về kho:\n- Nghị định số 6/2025/NĐ-CP.\n- Ý kiến của Sở về kho.",
            ["1.0"],
            id="documents that are to be kept to",
        ),
        pytest.param(
            "1. Yêu cầu Phòng A gửi số liệu hằng tháng, gồm:\n(1). Tổng số kho;\n(2). Giá trị hàng.",
            ["1.0"],
            id="what is to be told of",
        ),
        pytest.param(
            "1. Tiến hành rà soát kho. Cụ thể:\na) Lập sổ kho.\nb) Sửa kho.",
            ["1.0", "1.1", "1.2"],
            id="an order in front of what only announces",
        ),
    ],
)
def test_it_tells_what_a_lead_in_orders(body: str, refs: list[str]) -> None:
    assert [item.ref for item in read_text(PLAN + body).items] == refs


@pytest.mark.parametrize("mark", ["", ":"])
def test_who_helps_above_a_list_helps_with_each_of_it(mark: str) -> None:
    lead_in = f"1. Phòng A chủ trì, phối hợp với Phòng B{mark}\n"
    items = read_text(PLAN + lead_in + "a) Sửa kho.\nb) Thuê kho.").items
    assert [[helper.name for helper in item.coordinators] for item in items] == [["Phòng B"], ["Phòng B"]]


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        pytest.param("Hàng hải Nam Bãi", "Hàng hải Nam Bãi", id="a body that no list knows"),
        pytest.param("Công tác cửa kho", "các tổ", id="a field"),
        pytest.param("Cửa kho khác", "các tổ", id="what is left"),
    ],
)
def test_a_heading_among_those_that_name_bodies_names_one(heading: str, leads: str) -> None:
    words = f"Sở yêu cầu các tổ:\n1. Phòng A\n- Sửa kho.\n2. {heading}\n- Sửa cửa.\n3. Phòng B\n- Sửa sổ."
    _first, item, _last = read_text(PLAN + words).items
    assert [lead.name for lead in item.leads] == [leads]


def test_an_order_above_a_mere_paragraph_is_no_heading() -> None:
    items = read_text(PLAN + "1. Phòng A trực tiếp chỉ đạo.\nPhòng B lập sổ.").items
    assert [item.leads[0].name for item in items] == ["Phòng A", "Phòng B"]
