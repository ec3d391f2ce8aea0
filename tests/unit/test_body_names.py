"""Where the name of a body begins and ends: each row with its reason."""

from __future__ import annotations

import pytest

from owners_in import owners_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("Yêu cầu Đài Lạc Thủy nới giờ phát.", ["Đài Lạc Thủy"], id="a place ends a name"),
        pytest.param("Giao Sở Y tế nới giờ khám.", ["Sở Y tế"], id="its field ends a department's name"),
        pytest.param("Giao Công an tỉnh nới giờ trực.", ["Công an tỉnh"], id="a place without its name"),
        pytest.param("Giao các xã miền núi giữ kho.", ["các xã miền núi"], id="which of several goes on"),
        pytest.param("Đơn vị thi công cần dọn kho.", ["Đơn vị thi công"], id="a body by its work"),
        pytest.param(
            "Giao Phòng Đơn thư, tiếp dân giữ sổ.", ["Phòng Đơn thư, tiếp dân"], id="a list in a name"
        ),
        pytest.param("Giao Sở Kế hoạch và Đầu tư chủ trì.", ["Sở Kế hoạch và Đầu tư"], id="và inside a name"),
        pytest.param("THADS tỉnh Lam Giang nộp báo cáo.", ["THADS tỉnh Lam Giang"], id="a name since 2025"),
        pytest.param(
            "Văn phòng thường trực Ban Chỉ huy trực ban 24/24 giờ.",
            ["Văn phòng thường trực Ban Chỉ huy"],
            id="trực within thường trực",
        ),
        pytest.param("Vụ Thanh tra - Kiểm tra xây dựng kế hoạch.", ["Vụ Thanh tra - Kiểm tra"], id="object"),
        pytest.param("Quỹ Phòng, chống thiên tai lập sổ.", ["Quỹ Phòng, chống thiên tai"], id="phòng, chống"),
        pytest.param(
            "Giao Công ty cổ phần Đầu tư và Xây dựng Lạc Thủy sửa kho.",
            ["Công ty cổ phần Đầu tư và Xây dựng Lạc Thủy"],
            id="what a company is called by",
        ),
        pytest.param(
            "Phòng A và các Chủ đầu tư khác sửa kho.",
            ["Phòng A", "các Chủ đầu tư khác"],
            id="head with a verb",
        ),
        pytest.param(
            "Bộ Ngoại giao chủ trì, phối hợp các Bộ: Công an, Tài chính mở rộng kho.",
            ["Bộ Ngoại giao"],
            id="giao in the name of a ministry",
        ),
        pytest.param(
            "Đề nghị Tổng Liên đoàn lao động theo thẩm quyền hướng dẫn.",
            ["Tổng Liên đoàn lao động"],
            id="a federation",
        ),
        pytest.param(
            "Các phòng khi thanh tra, kiểm tra kho phải lập sổ.",
            ["Các phòng"],
            id="when is no part of a name",
        ),
        pytest.param("Đối với 13 Phòng, yêu cầu có báo cáo.", ["13 Phòng"], id="so many of them"),
        pytest.param("NHTM, GVCN lập sổ.", ["NHTM", "GVCN"], id="names everybody writes short"),
        pytest.param(
            "Các bộ phận (kho, sổ, xe, máy bơm, trạm điện, nhà ăn, phòng khách, sân phơi, vườn) lập sổ.",
            ["Các bộ phận"],
            id="behind a long aside",
        ),
        pytest.param("Huyện đoàn Lạc Thủy giữ sổ.", ["Huyện đoàn Lạc Thủy"], id="huyện đoàn"),
        pytest.param(
            "Công ty Kho vận là đơn vị chủ lực chịu trách nhiệm bơm nước.",
            ["Công ty Kho vận"],
            id="which part somebody has is no name",
        ),
        pytest.param(
            "Các phòng được giao lập sổ khẩn trương báo cáo.",
            ["Các phòng được giao lập sổ"],
            id="which of several were given a task",
        ),
        pytest.param(
            "Các đơn vị có tên trong Phụ lục I kèm theo nộp sổ.",
            ["Các đơn vị có tên trong Phụ lục I kèm theo"],
            id="those named in an appendix",
        ),
        pytest.param(
            "Yêu cầu các tổ chức, doanh nghiệp có kho trên địa bàn khóa cửa.",
            ["các tổ chức, doanh nghiệp"],
            id="organisations and enterprises",
        ),
        pytest.param(
            "Yêu cầu các đơn vị sản xuất, kinh doanh, sử dụng hóa chất chưa nộp sổ khẩn trương nộp sổ.",
            ["các đơn vị sản xuất, kinh doanh, sử dụng hóa chất chưa nộp sổ"],
            id="what they make and which are meant",
        ),
        pytest.param(
            "Tổ chức, cá nhân hoạt động khai thác cát lập sổ.",
            ["Tổ chức, cá nhân hoạt động khai thác cát"],
            id="by what they do",
        ),
        pytest.param(
            "Các sở, ban ngành và địa phương lập sổ.", ["Các sở, ban ngành và địa phương"], id="ban ngành"
        ),
        pytest.param("Thư ký đoàn chịu trách nhiệm ghi sổ.", ["Thư ký đoàn"], id="ký in the name of a post"),
        pytest.param(
            "Các tổ chức, cá nhân được cấp phép mở, dùng kho có trách nhiệm giữ kho.",
            ["Các tổ chức, cá nhân được cấp phép mở, dùng kho"],
            id="a clause with a comma tells which",
        ),
        pytest.param("Đoàn kiểm tra lập sổ.", ["Đoàn kiểm tra"], id="a team of inspectors"),
        pytest.param(
            "Đề nghị Phòng Kế hoạch - Tổng hợp nghiên cứu, tổng hợp.",
            ["Phòng Kế hoạch - Tổng hợp"],
            id="two nouns with a dash, then a verb",
        ),
        pytest.param("Viễn thông Lạc Thủy giữ đường truyền.", ["Viễn thông Lạc Thủy"], id="telecom"),
        pytest.param("Giao Sở Công Thƣơng lập sổ.", ["Sở Công Thƣơng"], id="the letters of a text layer"),
        pytest.param("Các ông (bà) Trưởng thôn lập sổ.", ["Các ông (bà) Trưởng thôn"], id="ông (bà)"),
        pytest.param("Vụ Thị trường trong nước lập sổ.", ["Vụ Thị trường trong nước"], id="trong nước"),
        pytest.param(
            "Ban Nghiên cứu phát triển thành phố chủ trì.",
            ["Ban Nghiên cứu phát triển thành phố"],
            id="verb in a name",
        ),
        pytest.param(
            "Giao tỉnh Nam Bãi lập sổ.",
            ["tỉnh Nam Bãi"],
            id="a province by its name",
        ),
        pytest.param(
            "Trong tháng tới, Tỉnh tổ chức lập sổ kho.",
            ["Tỉnh"],
            id="a province alone, with a capital",
        ),
        pytest.param(
            "Xã hội hóa nguồn lực giữ kho, xây dựng kho.",
            [],
            id="xã in another word",
        ),
        pytest.param(
            "Ban Chỉ đạo kho quốc gia tăng cường giữ kho.",
            ["Ban Chỉ đạo kho quốc gia"],
            id="gia tăng across two words",
        ),
        pytest.param(
            "Cục Hạ tầng xây dựng tham mưu giữ kho.",
            ["Cục Hạ tầng xây dựng"],
            id="a field in front of a verb",
        ),
        pytest.param(
            "Đài Lạc Thủy và hệ thống các cơ quan báo chí lập sổ.",
            ["Đài Lạc Thủy", "hệ thống các cơ quan báo chí"],
            id="a system of bodies",
        ),
        pytest.param(
            "Thủ trưởng các cơ quan tham mưu, quản lý nhà nước thuộc Bộ lập sổ.",
            ["Thủ trưởng các cơ quan tham mưu, quản lý nhà nước thuộc Bộ"],
            id="heads of bodies by their work",
        ),
        pytest.param(
            "Chánh Văn phòng Ban chỉ đạo kho quốc gia lập sổ.",
            ["Chánh Văn phòng Ban chỉ đạo kho quốc gia"],
            id="a committee in a name",
        ),
        pytest.param(
            "Chủ tịch các xã ven biển từ Nam Bãi đến Tây Hà lập sổ.",
            ["Chủ tịch các xã ven biển từ Nam Bãi đến Tây Hà"],
            id="from where to where",
        ),
        pytest.param(
            "Giao người đứng đầu các đơn vị sự nghiệp công lập giữ sổ.",
            ["người đứng đầu các đơn vị sự nghiệp công lập"],
            id="heads are no staff, công lập is no verb",
        ),
        pytest.param("Các phòng đang triển khai kế hoạch.", [], id="what goes on is told"),
        pytest.param(
            "Ban Quản lý Khu kinh tế mở Nam Bãi lập sổ.",
            ["Ban Quản lý Khu kinh tế mở Nam Bãi"],
            id="open in the name of a zone",
        ),
        pytest.param(
            "Giám đốc Trung tâm phục vụ hành chính công nộp sổ.",
            ["Giám đốc Trung tâm phục vụ hành chính công"],
            id="a service in a name",
        ),
        pytest.param(
            "Cơ quan phối hợp có trách nhiệm lập sổ.",
            ["Cơ quan phối hợp"],
            id="a verb that says which body is bound",
        ),
        pytest.param(
            "Hội đồng phối hợp phổ biến giáo dục pháp luật đẩy mạnh việc lập sổ.",
            ["Hội đồng phối hợp phổ biến giáo dục pháp luật"],
            id="a council told by two verbs",
        ),
        pytest.param(
            "Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao Nam Bãi, Phòng A có trách nhiệm lập sổ.",
            ["Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao Nam Bãi", "Phòng A"],
            id="a verb in the name of a zone",
        ),
        pytest.param(
            "Chủ đầu tư các kho đang triển khai sửa chữa tiếp tục lập sổ.",
            ["Chủ đầu tư các kho đang triển khai sửa chữa"],
            id="what is under way says which are meant",
        ),
        pytest.param(
            "Giao lực lượng Công an cấp xã, phường làm nòng cốt, phối hợp với Phòng A giữ kho.",
            ["lực lượng Công an cấp xã, phường"],
            id="at the head of whom it is",
        ),
        pytest.param(
            "Ban Thích ứng với biến đổi mùa vụ xã lập sổ.",
            ["Ban Thích ứng với biến đổi mùa vụ xã"],
            id="a verb within a noun",
        ),
        pytest.param(
            "Trung tâm chương trình kho xã lập sổ.",
            ["Trung tâm chương trình kho xã"],
            id="the end of a noun",
        ),
        pytest.param(
            "Khoa Trực tích cực - Giữ kho, Khoa B lập sổ.",
            ["Khoa Trực tích cực - Giữ kho", "Khoa B"],
            id="a verb in front of a dash",
        ),
        pytest.param(
            "Giao UBND các quận 1, 3, Nam Bãi lập sổ.",
            ["UBND các quận 1, 3, Nam Bãi"],
            id="places called by numbers",
        ),
        pytest.param(
            "Giao UBND các thành phố trực thuộc Trung ương nới giờ.",
            ["UBND các thành phố trực thuộc Trung ương"],
            id="under whom they stand ends a name",
        ),
        pytest.param(
            "Yêu cầu KBNN tỉnh, V03 và V04 lập sổ.", ["KBNN tỉnh", "V03", "V04"], id="initials and numbers"
        ),
        pytest.param("GPMB huyện lập sổ chậm.", [], id="initials of a matter"),
        pytest.param("Quản đốc các kho nhắc nhở thủ kho.", ["Quản đốc các kho"], id="a foreman"),
        pytest.param("Điều dưỡng trưởng các khoa lập sổ.", ["Điều dưỡng trưởng các khoa"], id="a head nurse"),
        pytest.param("Khối Kho vận lập sổ.", ["Khối Kho vận"], id="a division"),
        pytest.param(
            "Hòa giải viên, Hội thẩm giữ sổ.", ["Hòa giải viên", "Hội thẩm"], id="people of a court"
        ),
        pytest.param("Thanh tra xã kết thúc việc kiểm kê.", ["Thanh tra xã"], id="what somebody is to end"),
    ],
)
def test_it_finds_where_names_begin_and_end(words: str, names: list[str]) -> None:
    assert owners_in(words)[0] == names
