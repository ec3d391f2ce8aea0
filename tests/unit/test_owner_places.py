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
        pytest.param(
            "1. Các chủ tàu là tổ chức (các Ban quản lý kho, các Công ty kho…)\n- Sửa kho.",
            [(["Các chủ tàu là tổ chức"], [])],
            id="what those in a heading are",
        ),
        pytest.param(
            "1. Cục A khẩn trương chỉ đạo:\n- Sửa kho.\n2. Sở B nghiêm túc thực hiện việc sau\n- Lập sổ.",
            [(["Cục A"], []), (["Sở B"], [])],
            id="headings that say nothing but that somebody acts",
        ),
        pytest.param(
            "1. Phòng A phối hợp với Văn phòng:\n- Sửa kho.",
            [(["Phòng A"], ["Văn phòng"])],
            id="with whom, in a heading",
        ),
        pytest.param(
            "1. Phân công nhiệm vụ cho Phòng A như sau:\n- Sửa kho.\n2. Về phía Phòng B:\n- Lập sổ.\n"
            "3. Yêu cầu đối với Phòng C gồm:\n- Giữ sổ.\n4. Phòng D được giao nhiệm vụ:\n- Giữ kho.",
            [(["Phòng A"], []), (["Phòng B"], []), (["Phòng C"], []), (["Phòng D"], [])],
            id="words around the one in a heading",
        ),
        pytest.param(
            "1. Giao các cơ quan, đơn vị phối hợp với Phòng A rà soát hồ sơ.\nHồ sơ cũ để riêng.",
            [(["các cơ quan, đơn vị"], ["Phòng A"])],
            id="an order above a line is no heading",
        ),
        pytest.param(
            "1. Các trường mầm non, tiểu học trên địa bàn\n- Lập sổ.",
            [(["Các trường mầm non, tiểu học trên địa bàn"], [])],
            id="schools by their levels",
        ),
        pytest.param(
            "1. Sửa kho\n- Cơ quan thực hiện: Phòng A, các phòng khác trong phạm vi chức năng của mình và"
            " các đơn vị liên quan.\n- Thời gian thực hiện: Năm 2025.",
            [(["Phòng A", "các phòng khác", "các đơn vị liên quan"], [])],
            id="a competence inside a list",
        ),
        pytest.param(
            "Phát huy kết quả năm qua; căn cứ chương trình đã nêu, Phòng A và các phòng cụ thể hóa,"
            " trong đó, cần tập trung một số nhiệm vụ sau:\n(1) Sửa kho.",
            [(["Phòng A", "các phòng"], [])],
            id="behind another clause of the lead-in",
        ),
        pytest.param(
            "1. Những kiến nghị thuộc thẩm quyền của Sở, lãnh đạo Sở sẽ chỉ đạo các phòng xem xét.",
            [(["lãnh đạo Sở"], [])],
            id="behind what it is about",
        ),
        pytest.param(
            "1. Quá trình thực hiện nếu có khó khăn, vướng mắc thì các phòng, Văn phòng kịp thời báo cáo.",
            [(["các phòng", "Văn phòng"], [])],
            id="then",
        ),
        pytest.param(
            "1. Lập danh sách các kho; cán bộ phụ trách kho niêm yết ở cửa kho.",
            [([], [])],
            id="small letters go on with a list",
        ),
        pytest.param(
            "1. Về kho\na) Nhiệm vụ:\n- Sửa kho.\n- Kiểm tra kho.\nb) Cơ quan thực hiện:\n"
            "- Đơn vị chủ trì: Phòng A.\n- Đơn vị phối hợp: Phòng B.\n"
            "c) Thời gian thực hiện: Hoàn thành trong năm 2026.",
            [(["Phòng A"], ["Phòng B"]), (["Phòng A"], ["Phòng B"])],
            id="labels below a label",
        ),
        pytest.param(
            "1. Sửa kho\n- Cơ quan chủ trì: Phòng A.\n- Thời gian thực hiện:\n"
            "+ Phòng B gửi sổ trước ngày 15/6/2026.",
            [(["Phòng A"], []), (["Phòng B"], [])],
            id="a label above what others do until when",
        ),
        pytest.param(
            "1. Các đơn vị được giao thực hiện các nhiệm vụ thuộc Kế hoạch lập dự toán và chủ động"
            " bố trí kinh phí.",
            [(["Các đơn vị được giao thực hiện các nhiệm vụ thuộc Kế hoạch"], [])],
            id="which tasks say who is meant",
        ),
        pytest.param(
            "- Lấy mẫu ở các nguồn nước: giếng, bể chứa, trạm cấp nước tập trung.",
            [([], [])],
            id="things behind a verb do nothing",
        ),
        pytest.param(
            "1. Sửa kho\n- Cơ quan thực hiện: Phòng A, Báo Kho và các cơ quan báo chí, phát thanh,"
            " truyền hình khác.",
            [(["Phòng A", "Báo Kho", "các cơ quan báo chí, phát thanh, truyền hình khác"], [])],
            id="sorts of press",
        ),
        pytest.param(
            "1. Trưởng phòng A; Chủ tịch UBND các xã tại khu vực dự báo xảy ra mưa, lũ tập trung chỉ đạo"
            " triển khai ngay các biện pháp giữ kho, trong đó:\na) Sửa kho.",
            [(["Trưởng phòng A", "Chủ tịch UBND các xã tại khu vực dự báo xảy ra mưa, lũ"], [])],
            id="where those live who are meant",
        ),
        pytest.param(
            "1. Các đơn vị khác đi về kho nhỏ như sau:\n- Sửa kho.",
            [(["Các đơn vị khác"], [])],
            id="a lead-in that begins with a body",
        ),
        pytest.param(
            "1. Trên cơ sở sổ cũ, các đơn vị tổ chức kiểm kê kho.\n- Cơ quan thực hiện: Phòng A; Phòng B.\n"
            "- Thời gian thực hiện: Quý IV năm 2026 và các năm tiếp theo.",
            [(["Phòng A", "Phòng B"], [])],
            id="a label of the task, not the bodies in its sentence",
        ),
        pytest.param(
            "1. Sửa kho\n- Cơ quan thực hiện: Phòng A sửa kho lạnh; các phòng khác và Văn phòng rà soát kho"
            " của mình.",
            [(["Phòng A", "các phòng khác", "Văn phòng"], [])],
            id="who else does a part, behind a label",
        ),
        pytest.param(
            "1. Sửa kho\n- Cơ quan thực hiện: Phòng A chủ trì lập kế hoạch; các phòng khác sửa kho của mình.",
            [(["Phòng A"], [])],
            id="one of them heads it",
        ),
        pytest.param(
            "1. Tổ chức triển khai đề án kho\nThời gian thực hiện sau khi đề án được ban hành.",
            [([], [])],
            id="a line that says when, without a colon",
        ),
        pytest.param(
            "1. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc các phòng, Văn phòng kịp thời báo cáo.",
            [(["các phòng", "Văn phòng"], [])],
            id="behind a condition without a comma",
        ),
        pytest.param(
            "1. Các chủ đầu tư xây dựng và kinh doanh hạ tầng kho\n- Sửa kho.\n"
            "2. Các doanh nghiệp đang hoạt động trong khu kho\n- Giữ kho.\n"
            "3. Các Sở, ngành chủ trì, tham gia thực hiện các dự án thuộc Chương trình\n- Lập sổ.",
            [
                (["Các chủ đầu tư xây dựng và kinh doanh hạ tầng kho"], []),
                (["Các doanh nghiệp đang hoạt động trong khu kho"], []),
                (["Các Sở, ngành chủ trì, tham gia thực hiện các dự án thuộc Chương trình"], []),
            ],
            id="titles that say which of several are meant",
        ),
        pytest.param(
            "1. Các phòng khẩn trương thực hiện\n- Sửa kho.", [(["Các phòng"], [])], id="a title with a duty"
        ),
        pytest.param(
            "- Phối hợp với các nhà mạng (A, B) phủ sóng kho.", [([], ["các nhà mạng"])], id="networks"
        ),
        pytest.param(
            "1. Doanh nghiệp, cộng đồng, tổ chức, cá nhân: Đăng ký giữ kho.",
            [(["Doanh nghiệp", "cộng đồng", "tổ chức, cá nhân"], [])],
            id="a community in a list",
        ),
        pytest.param(
            "1. Sở A:\nChỉ đạo các doanh nghiệp viễn thông báo đảm liên lạc, ưu tiên cho kho xa.",
            [(["Sở A"], [])],
            id="no closing formula",
        ),
        pytest.param(
            "1. Chuyển đơn của bà Sáu đến Phòng A để giải quyết.", [(["Phòng A"], [])], id="passed on"
        ),
        pytest.param("1. Chuyển Phòng A nghiên cứu.", [(["Phòng A"], [])], id="passed straight on"),
        pytest.param(
            "1. Gia hạn thời gian lập sổ cho Phòng A đến hết ngày 31/5/2026.",
            [(["Phòng A"], [])],
            id="to whom time is given",
        ),
        pytest.param(
            "1. Phòng B:\n- Chuyển sổ cho Phòng A để kiểm tra.", [(["Phòng B"], [])], id="who passes on"
        ),
        pytest.param(
            "Sở giao các phòng như sau:\n1. Công an xã nới giờ giữ kho.",
            [(["Công an xã"], [])],
            id="who acts by a verb that is not known, below several",
        ),
        pytest.param(
            "Sở giao các phòng như sau:\n1. Sở kính đề nghị sớm sửa kho.",
            [(["các phòng"], [])],
            id="who asks does not act",
        ),
    ],
)
def test_it_finds_the_owners_of_each_item(body: str, owners: list[tuple[list[str], list[str]]]) -> None:
    items = read_text(HEAD + body + "\n").items
    said = [([each.name for each in item.leads], [each.name for each in item.coordinators]) for item in items]
    assert said == owners
