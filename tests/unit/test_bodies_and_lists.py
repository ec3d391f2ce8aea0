"""Names of bodies with verbs in them, lists of them, and who leads or helps: each row with its reason."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text
from owners_in import owners_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param(
            "Các hợp tác xã nông nghiệp cần sửa kho.", ["Các hợp tác xã nông nghiệp"], id="xã in hợp tác xã"
        ),
        pytest.param("Ban Kho Vận thu xếp chỗ giữ hàng.", ["Ban Kho Vận"], id="thu xếp"),
        pytest.param("Phòng Kế hoạch tổng hợp lập sổ.", ["Phòng Kế hoạch tổng hợp"], id="a hospital's room"),
        pytest.param(
            "Cục Giám sát quản lý về Hải quan lập sổ.", ["Cục Giám sát quản lý về Hải quan"], id="of customs"
        ),
        pytest.param("Giao Đảng đoàn Hội A giữ kho.", ["Đảng đoàn Hội A"], id="a group of the Party"),
        pytest.param(
            "Giao người đại diện vốn tại Công ty A lập sổ.",
            ["người đại diện vốn"],
            id="who stands for capital",
        ),
        pytest.param(
            "Yêu cầu các cơ quan thông tin đại chúng đưa tin.",
            ["các cơ quan thông tin đại chúng"],
            id="a verb in a fixed name",
        ),
        pytest.param(
            "Cơ quan quản lý đất đai lập sổ.",
            ["Cơ quan quản lý đất đai"],
            id="a body told by what it manages",
        ),
        pytest.param(
            "Giao Vụ Tổng hợp xây dựng văn bản về kho.", ["Vụ Tổng hợp"], id="a verb and its own object"
        ),
        pytest.param(
            "Đề nghị Hội Phụ Nữ Thành phố dọn kho.", ["Hội Phụ Nữ Thành phố"], id="Thành phố behind capitals"
        ),
        pytest.param(
            "Yêu cầu trưởng các khoa lâm sàng, cận lâm sàng lập sổ.",
            ["trưởng các khoa lâm sàng, cận lâm sàng"],
            id="two sorts of one noun",
        ),
        pytest.param(
            "Giao các tổ chức chính trị - xã hội và tổ chức, đoàn thể liên quan lập sổ.",
            ["các tổ chức chính trị - xã hội", "tổ chức, đoàn thể liên quan"],
            id="xã hội is no hội",
        ),
        pytest.param(
            "Giao Giám đốc Sở: Kho bãi, Bến cảng; Chủ tịch UBND các xã lập sổ.",
            ["Giám đốc Sở: Kho bãi, Bến cảng", "Chủ tịch UBND các xã"],
            id="one noun and a list behind it",
        ),
        pytest.param(
            "Giao các Đoàn đại biểu Quốc hội, các đại biểu Quốc hội lập sổ.",
            ["các Đoàn đại biểu Quốc hội", "các đại biểu Quốc hội"],
            id="those who represent",
        ),
        pytest.param(
            "Lập quy chế giữ kho. Phòng A chủ trì, phối hợp Phòng B thực hiện.",
            ["Phòng A"],
            id="who heads it, said in a sentence behind",
        ),
        pytest.param(
            "Tòa án A phân công Thẩm phán giải quyết án cũ.",
            ["Tòa án A"],
            id="what a body gives its own people",
        ),
        pytest.param("Sở phân công Phòng A rà soát sổ.", ["Phòng A"], id="another body is given it"),
        pytest.param("Lập quy chế giữ kho. Phòng A có sổ cũ.", [], id="what else is said of somebody"),
        pytest.param(
            "Trong 03 ngày từ khi nhận sổ (đối với kho lạnh, cơ quan lập sổ ở xa), Phòng A sửa kho.",
            ["Phòng A"],
            id="bodies in parentheses in front",
        ),
        pytest.param(
            "Căn cứ hợp đồng đã ký với Phòng A, giao nhiệm vụ cho cán bộ giữ kho.",
            [],
            id="staff, behind a ground",
        ),
        pytest.param(
            "Căn cứ sổ kho, ban hành quyết định giao các đội giữ kho.", [], id="what a paper is to say"
        ),
        pytest.param("Tìm, giao nhiệm vụ cho các đội giữ kho.", ["các đội"], id="no other work in front"),
        pytest.param(
            "Kho lạnh là kho được Sở A ủy quyền hoặc tổ chức, cá nhân khác cho thuê.",
            [],
            id="by whom it was given",
        ),
        pytest.param(
            "Là đầu mối giữ sổ kho; đề xuất Sở A, SKB phân công các đội giữ kho.",
            [],
            id="what is to be proposed",
        ),
        pytest.param(
            "Thanh tra, kiểm tra kho hoặc đề nghị cơ quan có thẩm quyền xử lý.", [], id="or asks others"
        ),
    ],
)
def test_it_names_who_leads(words: str, names: list[str]) -> None:
    assert owners_in(words)[0] == names


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        pytest.param("Lập kế hoạch phối hợp cụ thể với các đội.", ["các đội"], id="how they work together"),
        pytest.param(
            "Phòng A chủ trì, phối hợp với các phòng liên quan: Kho lạnh, Kho khô lập sổ.",
            ["Kho lạnh", "Kho khô"],
            id="which of them are concerned",
        ),
    ],
)
def test_it_names_who_helps(words: str, beside: list[str]) -> None:
    assert owners_in(words)[1] == beside


def test_one_work_of_several_is_no_order_to_those_it_is_given_to() -> None:
    head = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nHội kho\nV. TỔ CHỨC THỰC HIỆN\n1. Phòng A\n"
    (item,) = read_text(f"{head}- Lập sổ; đặt hàng, giao nhiệm vụ cho các đội giữ kho.\n").items
    assert {lead.name for part in item.parts for lead in part.leads} == {"Phòng A"}
