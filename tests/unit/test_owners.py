"""Who leads, and who works beside the lead."""

from __future__ import annotations

import pytest

from dondoc.reading.owners import coordinators_of, leads_of
from dondoc.reading.sentences import sentences
from dondoc.reading.text import Span, Text


def read(words: str) -> tuple[list[str], list[str]]:
    text = Text.of(words)
    said = sentences(text, Span(0, len(text.folded)))
    return [text.words(each) for each in leads_of(text, said)], [
        text.words(each) for each in coordinators_of(text, said)
    ]


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        pytest.param("Phòng Kế toán phải khóa sổ.", ["Phòng Kế toán"], id="in front of the modal"),
        pytest.param("Do đó, Cục A cần khóa sổ.", ["Cục A"], id="behind a link"),
        pytest.param(
            "Lãnh đạo Cục, nhất là Cục trưởng cần làm gương.",
            ["Lãnh đạo Cục", "Cục trưởng"],
            id="with an apposition",
        ),
        pytest.param("Yêu cầu Đài Lạc Thủy nới giờ phát.", ["Đài Lạc Thủy"], id="a place ends a name"),
        pytest.param("Giao Sở Y tế nới giờ khám.", ["Sở Y tế"], id="its field ends a department's name"),
        pytest.param("Giao Công an tỉnh nới giờ trực.", ["Công an tỉnh"], id="a place without its name"),
        pytest.param("Giao các xã miền núi giữ kho.", ["các xã miền núi"], id="which of several goes on"),
        pytest.param("Đơn vị thi công cần dọn kho.", ["Đơn vị thi công"], id="a body by its work"),
        pytest.param(
            "Giao Phòng Đơn thư, tiếp dân giữ sổ.", ["Phòng Đơn thư, tiếp dân"], id="a list in a name"
        ),
        pytest.param("Giao cán bộ giữ sổ.", [], id="people of one's own"),
        pytest.param("Giao 14 vụ chưa xong cho kỳ sau.", [], id="cases are no departments"),
        pytest.param("Cục A có văn bản kiến nghị Tòa án mở lại.", ["Cục A"], id="who asks, not who is asked"),
        pytest.param("Giao Sở Kế hoạch và Đầu tư chủ trì.", ["Sở Kế hoạch và Đầu tư"], id="và inside a name"),
        pytest.param(
            "Giao các bộ: Y tế, Công an, Giáo dục và Đào tạo rà soát.",
            ["Y tế", "Công an", "Giáo dục và Đào tạo"],
            id="a list with one noun",
        ),
        pytest.param("Đối với Chi cục B, cần bổ sung kho.", ["Chi cục B"], id="đối với"),
        pytest.param(
            "Giao đồng chí Lò Văn Tám, Phó Cục trưởng trực tiếp xử lý.",
            ["đồng chí Lò Văn Tám, Phó Cục trưởng"],
            id="a person with a post is one",
        ),
        pytest.param(
            "Phòng Kế toán cùng với Văn phòng lập bảng kê.", ["Phòng Kế toán", "Văn phòng"], id="joint"
        ),
        pytest.param(
            "Sắp xếp lại kho (thuộc thẩm quyền của Chi cục C).", ["Chi cục C"], id="in a parenthesis"
        ),
        pytest.param(
            "Sở A, Sở B, theo nhiệm vụ được giao, xử lý kiến nghị.",
            ["Sở A", "Sở B"],
            id="by their competence",
        ),
        pytest.param(
            "Chánh Văn phòng; Chủ tịch Ủy ban nhân dân các huyện, thành phố và các cơ quan, đơn vị phải ký.",
            ["Chánh Văn phòng", "Chủ tịch Ủy ban nhân dân các huyện, thành phố", "các cơ quan, đơn vị"],
            id="a list with pairs that stay together",
        ),
        pytest.param("THADS tỉnh Lam Giang nộp báo cáo.", ["THADS tỉnh Lam Giang"], id="a name since 2025"),
        pytest.param(
            "Văn phòng thường trực Ban Chỉ huy trực ban 24/24 giờ.",
            ["Văn phòng thường trực Ban Chỉ huy"],
            id="trực within thường trực",
        ),
        pytest.param(
            "Chánh Văn phòng; Giám đốc các Sở: Y tế, Tài chính; Chủ tịch các xã chịu trách nhiệm thi hành.",
            ["Chánh Văn phòng", "Giám đốc các Sở: Y tế, Tài chính", "Chủ tịch các xã"],
            id="posts that share a noun, in a list",
        ),
        pytest.param("Vụ Thanh tra - Kiểm tra xây dựng kế hoạch.", ["Vụ Thanh tra - Kiểm tra"], id="object"),
        pytest.param("UBND các xã, thị trấn lập sổ.", ["UBND các xã, thị trấn"], id="xã, thị trấn"),
        pytest.param("Thủ trưởng các Vụ, Cục lập sổ.", ["Thủ trưởng các Vụ, Cục"], id="a pair"),
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
        pytest.param("Kho cũ (do Phòng A chuyển đến) cần sửa.", [], id="where a thing comes from"),
        pytest.param("Kho cũ (do Phòng A thực hiện) cần sửa.", ["Phòng A"], id="whose business it is"),
        pytest.param(
            "Cục A nhận được sổ kho. Cục A đề nghị các phòng ký sổ.",
            ["các phòng"],
            id="what reached somebody",
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
            "Thanh tra Bộ, Thanh tra các Bộ, ngành lập sổ.",
            ["Thanh tra Bộ", "Thanh tra các Bộ, ngành"],
            id="inspectorates",
        ),
        pytest.param("Tổ kho (do ông Lò Văn Tám làm tổ trưởng) lập sổ.", ["Tổ kho"], id="who is at its head"),
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
        pytest.param("Kết thúc năm 2026, Phòng A có tổng kết.", ["Phòng A"], id="at the end of a year"),
        pytest.param("Huyện đoàn Lạc Thủy giữ sổ.", ["Huyện đoàn Lạc Thủy"], id="huyện đoàn"),
        pytest.param(
            "Đề nghị các Đại sứ quán các nước: Lào, Thái Lan cử người dự.",
            ["các Đại sứ quán các nước: Lào, Thái Lan"],
            id="countries",
        ),
        pytest.param(
            "Trên cơ sở đề xuất của các cơ quan, đơn vị, Sở Tài chính tổng hợp dự toán.",
            ["Sở Tài chính"],
            id="a pair behind what it rests on",
        ),
        pytest.param(
            "Công ty Kho vận là đơn vị chủ lực chịu trách nhiệm bơm nước.",
            ["Công ty Kho vận"],
            id="which part somebody has is no name",
        ),
        pytest.param(
            "Phòng A được giao nhiệm vụ khẩn trương lập sổ.", ["Phòng A"], id="a task somebody was given"
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
            "Thủ trưởng các Vụ, Cục, đơn vị thuộc Bộ lập sổ.",
            ["Thủ trưởng các Vụ, Cục, đơn vị thuộc Bộ"],
            id="nouns that share a plural",
        ),
        pytest.param(
            "Các sở, ban ngành và địa phương lập sổ.", ["Các sở, ban ngành và địa phương"], id="ban ngành"
        ),
        pytest.param(
            "Các đơn vị liên quan trong việc giữ kho phải lập sổ.",
            ["Các đơn vị liên quan"],
            id="in doing what",
        ),
        pytest.param(
            "Đối với các xã chưa ban hành Quy chế giữa Phòng A và Phòng B thì cần sớm ban hành Quy chế này.",
            ["các xã"],
            id="for those who have not, then",
        ),
        pytest.param("Thư ký đoàn chịu trách nhiệm ghi sổ.", ["Thư ký đoàn"], id="ký in the name of a post"),
        pytest.param(
            "Các tổ chức, cá nhân được cấp phép mở, dùng kho có trách nhiệm giữ kho.",
            ["Các tổ chức, cá nhân được cấp phép mở, dùng kho"],
            id="a clause with a comma tells which",
        ),
        pytest.param("Các cấp, ngành chủ động giữ kho.", ["Các cấp, ngành"], id="levels and branches"),
        pytest.param("Đoàn kiểm tra lập sổ.", ["Đoàn kiểm tra"], id="a team of inspectors"),
        pytest.param(
            "Đề nghị Phòng Kế hoạch - Tổng hợp nghiên cứu, tổng hợp.",
            ["Phòng Kế hoạch - Tổng hợp"],
            id="two nouns with a dash, then a verb",
        ),
        pytest.param(
            "Theo quy định tại Nghị định số 3/2022/NĐ-CP, chủ đầu tư phải có kho. Đề nghị Phòng A lập sổ.",
            ["Phòng A"],
            id="who is asked, not who a law obliges",
        ),
        pytest.param(
            "Rà soát các kho cũ để kiến nghị Cục Kho xem xét.", [], id="whom something is prepared for"
        ),
        pytest.param(
            "Giao các Sở Tài chính, Xây dựng và Y tế lập sổ.",
            ["các Sở Tài chính", "Xây dựng", "Y tế"],
            id="a shared noun without a colon",
        ),
        pytest.param(
            "Phòng A làm việc, thống nhất theo hướng: Phòng B chủ trì sửa kho; Phòng A giao Đội C giữ kho.",
            ["Phòng A"],
            id="who acts, in front of what is to come of it",
        ),
        pytest.param(
            "Luật Kho năm 2020 và Nghị định số 6/2022/NĐ-CP giao Sở Kho chủ trì lập sổ.",
            [],
            id="what a law gives to somebody",
        ),
        pytest.param("Việc này khó, đòi hỏi phải có sổ riêng.", [], id="what something calls for"),
        pytest.param("Hai là, Phòng A lập sổ.", ["Phòng A"], id="behind a count in words"),
        pytest.param(
            "Sáu là, các Phòng: Kho, Tài vụ có ý kiến bằng văn bản.", ["Kho", "Tài vụ"], id="counted, a list"
        ),
        pytest.param("Viễn thông Lạc Thủy giữ đường truyền.", ["Viễn thông Lạc Thủy"], id="telecom"),
        pytest.param("Phòng A nộp sổ theo quy định tại cuộc họp.", ["Phòng A"], id="a meeting is no verb"),
        pytest.param("Giao Sở Công Thƣơng lập sổ.", ["Sở Công Thƣơng"], id="the letters of a text layer"),
        pytest.param("Các ông (bà) Trưởng thôn lập sổ.", ["Các ông (bà) Trưởng thôn"], id="ông (bà)"),
        pytest.param("Vụ Thị trường trong nước lập sổ.", ["Vụ Thị trường trong nước"], id="trong nước"),
        pytest.param("Các Sở: Y tế; Tài chính lập sổ.", ["Y tế", "Tài chính"], id="a shared noun, no opener"),
        pytest.param(
            "Tổ chức Tết trồng cây: Công đoàn Sở lập kế hoạch.", ["Công đoàn Sở"], id="behind a title"
        ),
        pytest.param("Sắp xếp lại kho; Chi cục D cần hỗ trợ.", [], id="the first order names nobody"),
        pytest.param("Trong kho, các kệ phải được đánh số.", [], id="a thing is no owner"),
        pytest.param(
            "Ban Nghiên cứu phát triển thành phố chủ trì.",
            ["Ban Nghiên cứu phát triển thành phố"],
            id="verb in a name",
        ),
        pytest.param(
            "Trung tâm Dữ liệu, Lưu trữ và Tin học cung cấp số liệu.",
            ["Trung tâm Dữ liệu, Lưu trữ và Tin học"],
            id="a capital behind the comma goes on with the name",
        ),
        pytest.param(
            "Các đơn vị trực thuộc phải báo cáo. Từng đơn vị, trước hết là thủ trưởng phải ký cam kết.",
            ["Các đơn vị trực thuộc", "thủ trưởng"],
            id="each of the same again",
        ),
        pytest.param(
            "Giao UBND xã, phường, đặc khu giữ kho.", ["UBND xã, phường, đặc khu"], id="levels are one name"
        ),
        pytest.param(
            "Yêu cầu từng cán bộ, viên chức, người lao động, các chủ đầu tư giữ kho.",
            ["từng cán bộ, viên chức, người lao động", "các chủ đầu tư"],
            id="sorts of staff are one name",
        ),
    ],
)
def test_it_finds_who_leads(words: str, leads: list[str]) -> None:
    assert read(words)[0] == leads


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        pytest.param("Chủ trì, phối hợp với Sở Y tế lập phương án.", ["Sở Y tế"], id="phối hợp với"),
        pytest.param(
            "Phối hợp chặt chẽ, kịp thời với Công an tỉnh và Viện kiểm sát trong xác minh.",
            ["Công an tỉnh", "Viện kiểm sát"],
            id="with how, and two of them",
        ),
        pytest.param("Phối hợp với Sở Xây dựng thẩm định đề án.", ["Sở Xây dựng"], id="a name that is whole"),
        pytest.param("Phòng A chủ trì, Phòng B phối hợp.", ["Phòng B"], id="in front of phối hợp"),
        pytest.param("Phòng A chủ trì, cùng Phòng B sửa chữa kho.", ["Phòng B"], id="chủ trì, cùng"),
        pytest.param("Thu hồi tiền qua thanh tra, kiểm tra kho.", [], id="by an inspection, not its body"),
        pytest.param(
            "Phối hợp với bộ phận quản lý nợ theo dõi kho.",
            ["bộ phận quản lý nợ"],
            id="a section by its work",
        ),
        pytest.param("Phối hợp các Ban tham mưu phương án.", ["các Ban"], id="without với"),
        pytest.param(
            "Tranh thủ sự giúp đỡ của Ủy ban nhân dân huyện.", ["Ủy ban nhân dân huyện"], id="tranh thủ"
        ),
        pytest.param(
            "Kịp thời báo cáo, xin ý kiến Tổng cục về việc khó.", ["Tổng cục"], id="asking for guidance"
        ),
        pytest.param("Nộp hồ sơ về Bộ (qua Vụ Pháp chế).", ["Vụ Pháp chế"], id="qua"),
        pytest.param(
            "Lập đề án, trình Cục (Phòng Tổ chức có trách nhiệm tham gia ý kiến).",
            ["Phòng Tổ chức"],
            id="who must give an opinion",
        ),
        pytest.param(
            "Sửa kho. Đơn vị phối hợp: Các hộ dân, nghệ nhân gốm và Công an xã.",
            ["Các hộ dân, nghệ nhân gốm", "Công an xã"],
            id="a label's line is all names",
        ),
        pytest.param("Báo cáo kết quả trước ngày 05/8/2026.", [], id="nobody"),
        pytest.param(
            "Phòng A phối hợp với UBND cấp xã kiểm tra, giám sát chặt chẽ kho.",
            ["UBND cấp xã"],
            id="a pair of verbs is no part of a name",
        ),
        pytest.param(
            "Phòng A phối hợp với cơ quan truyền thông, báo chí tuyên truyền về kho.",
            ["cơ quan truyền thông, báo chí"],
            id="a body by its work is whole: what it does follows",
        ),
        pytest.param(
            "Phòng A phối hợp với Văn phòng đăng ký đất đai, các nhà cung cấp dịch vụ giữ kho.",
            ["Văn phòng đăng ký đất đai", "các nhà cung cấp dịch vụ"],
            id="bodies whose name has a verb",
        ),
    ],
)
def test_it_finds_who_works_beside(words: str, beside: list[str]) -> None:
    assert read(words)[1] == beside
