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
        pytest.param(
            "Các Viện nghiên cứu xác định giống lúa.",
            ["Các Viện nghiên cứu"],
            id="institutes that are told by their work",
        ),
        pytest.param(
            "Vụ Nuôi trồng thủy sản lập sổ.",
            ["Vụ Nuôi trồng thủy sản"],
            id="a noun of two verbs",
        ),
        pytest.param(
            "Các Cục quản lý chuyên ngành, các đội cần lập sổ.",
            ["Các Cục quản lý chuyên ngành", "các đội"],
            id="of which branch",
        ),
        pytest.param(
            "Nếu nộp tại Phòng A, Phòng B thì UBND xã chịu trách nhiệm giữ sổ.",
            ["UBND xã"],
            id="behind a condition",
        ),
        pytest.param(
            "Nếu thuộc thẩm quyền thì Phòng A, UBND xã chủ động giải quyết.",
            ["Phòng A", "UBND xã"],
            id="behind a condition, without a modal",
        ),
        pytest.param(
            "Ban Chỉ huy hằng tháng họp về kho.",
            ["Ban Chỉ huy"],
            id="how often stands in between",
        ),
        pytest.param(
            "UBND xã nơi có kho phối hợp lập sổ.",
            ["UBND xã nơi có kho"],
            id="which of them by where",
        ),
        pytest.param(
            "Cán bộ, công chức gương mẫu giữ kho.",
            ["Cán bộ, công chức"],
            id="how they are to do it",
        ),
        pytest.param(
            "Cán bộ, công chức thi đua lập thành tích giữ kho.",
            ["Cán bộ, công chức"],
            id="to vie is a deed",
        ),
        pytest.param(
            "Mọi người dân tiếp tục giữ kho sạch.",
            ["Mọi người dân"],
            id="everybody",
        ),
        pytest.param(
            "Các ngành nghề nuôi tôm cần sửa ao.",
            [],
            id="a trade is nobody",
        ),
        pytest.param(
            "Vụ Phổ biến, giáo dục pháp luật chủ trì lập sổ.",
            ["Vụ Phổ biến, giáo dục pháp luật"],
            id="a field with a comma",
        ),
        pytest.param(
            "Chủ các mạng cáp rà soát cột kho.",
            ["Chủ các mạng cáp"],
            id="who owns something",
        ),
        pytest.param(
            "Tiếp thu ý kiến các đội, Công ty Kho sớm sửa đề án.",
            ["Công ty Kho"],
            id="whose opinion it heeds acts not",
        ),
        pytest.param(
            "Cục Kho, sau đây gọi tắt là Cục, lập sổ.",
            ["Cục Kho"],
            id="what it is called for short, between commas",
        ),
        pytest.param(
            "Mở rộng nguồn vốn: các quỹ đầu tư kho, vốn khác.",
            [],
            id="a fund among things",
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
        pytest.param(
            "Phối hợp với các viện nghiên cứu, trường đại học lập sổ.",
            ["các viện nghiên cứu", "trường đại học"],
            id="institutes in front of schools",
        ),
        pytest.param(
            "Phối hợp với doanh nghiệp, viện nghiên cứu, trường đại học lập sổ.",
            ["doanh nghiệp", "viện nghiên cứu", "trường đại học"],
            id="an institute between others",
        ),
        pytest.param(
            "Phối hợp với các cơ quan quản lý đê điều trong việc giữ kho.",
            ["các cơ quan quản lý đê điều"],
            id="what they manage tells which",
        ),
        pytest.param(
            "Phối hợp với các tổ và tích cực sửa kho.",
            ["các tổ"],
            id="how it is to act, behind a conjunction",
        ),
        pytest.param(
            "Phối hợp với phòng Bến hàng quý kiểm kê.",
            ["phòng Bến"],
            id="how often they do it",
        ),
        pytest.param(
            "Phối hợp với UBND xã nơi có kho để kiểm kê.",
            ["UBND xã nơi có kho"],
            id="where those are who help",
        ),
        pytest.param(
            "Đơn vị liên quan: Kịp thời báo tin cho Phòng A.",
            [],
            id="what those concerned do is no name",
        ),
    ],
)
def test_it_names_who_helps(words: str, beside: list[str]) -> None:
    assert owners_in(words)[1] == beside


def test_one_work_of_several_is_no_order_to_those_it_is_given_to() -> None:
    head = "SỞ KHO BÃI\nSố: 12/KH-SKB\nKẾ HOẠCH\nHội kho\nV. TỔ CHỨC THỰC HIỆN\n1. Phòng A\n"
    (item,) = read_text(f"{head}- Lập sổ; đặt hàng, giao nhiệm vụ cho các đội giữ kho.\n").items
    assert {lead.name for part in item.parts for lead in part.leads} == {"Phòng A"}
