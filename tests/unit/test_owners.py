"""Who leads, and who works beside the lead."""

from __future__ import annotations

import pytest

from owners_in import owners_in


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
        pytest.param("Giao cán bộ giữ sổ.", [], id="people of one's own"),
        pytest.param("Giao 14 vụ chưa xong cho kỳ sau.", [], id="cases are no departments"),
        pytest.param("Cục A có văn bản kiến nghị Tòa án mở lại.", ["Cục A"], id="who asks, not who is asked"),
        pytest.param("Đối với Chi cục B, cần bổ sung kho.", ["Chi cục B"], id="đối với"),
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
        pytest.param("Kho cũ (do Phòng A chuyển đến) cần sửa.", [], id="where a thing comes from"),
        pytest.param("Kho cũ (do Phòng A thực hiện) cần sửa.", ["Phòng A"], id="whose business it is"),
        pytest.param(
            "Cục A nhận được sổ kho. Cục A đề nghị các phòng ký sổ.",
            ["các phòng"],
            id="what reached somebody",
        ),
        pytest.param("Tổ kho (do ông Lò Văn Tám làm tổ trưởng) lập sổ.", ["Tổ kho"], id="who is at its head"),
        pytest.param("Kết thúc năm 2026, Phòng A có tổng kết.", ["Phòng A"], id="at the end of a year"),
        pytest.param(
            "Trên cơ sở đề xuất của các cơ quan, đơn vị, Sở Tài chính tổng hợp dự toán.",
            ["Sở Tài chính"],
            id="a pair behind what it rests on",
        ),
        pytest.param(
            "Phòng A được giao nhiệm vụ khẩn trương lập sổ.", ["Phòng A"], id="a task somebody was given"
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
        pytest.param(
            "Theo quy định tại Nghị định số 3/2022/NĐ-CP, chủ đầu tư phải có kho. Đề nghị Phòng A lập sổ.",
            ["Phòng A"],
            id="who is asked, not who a law obliges",
        ),
        pytest.param(
            "Rà soát các kho cũ để kiến nghị Cục Kho xem xét.", [], id="whom something is prepared for"
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
        pytest.param("Phòng A nộp sổ theo quy định tại cuộc họp.", ["Phòng A"], id="a meeting is no verb"),
        pytest.param(
            "Tổ chức Tết trồng cây: Công đoàn Sở lập kế hoạch.", ["Công đoàn Sở"], id="behind a title"
        ),
        pytest.param("Sắp xếp lại kho; Chi cục D cần hỗ trợ.", [], id="the first order names nobody"),
        pytest.param("Trong kho, các kệ phải được đánh số.", [], id="a thing is no owner"),
        pytest.param(
            "Các đơn vị trực thuộc phải báo cáo. Từng đơn vị, trước hết là thủ trưởng phải ký cam kết.",
            ["Các đơn vị trực thuộc", "thủ trưởng"],
            id="each of the same again",
        ),
        pytest.param(
            "Sở Kho sẽ phân công việc giữ kho. Phòng B chịu trách nhiệm giữ kho.",
            ["Phòng B"],
            id="who is asked, not who promises",
        ),
        pytest.param(
            "Việc này cần làm gấp, yêu cầu Phòng A lập sổ.",
            ["Phòng A"],
            id="who is asked behind a need",
        ),
        pytest.param(
            "Thông qua Phòng A rà soát kho cũ.",
            [],
            id="through whom, not who",
        ),
        pytest.param(
            "Đối với Thành phố, cần lập sổ.",
            ["Thành phố"],
            id="a place that is concerned",
        ),
        pytest.param(
            "Phòng A với vai trò là đầu mối giữ kho, chủ động lập sổ.",
            ["Phòng A"],
            id="in which part it acts",
        ),
        pytest.param(
            "Với vai trò là chủ kho, Phòng A chủ động lập sổ.",
            ["Phòng A"],
            id="behind in which part it acts",
        ),
        pytest.param(
            "Phòng A: Chỉ đạo các đội và các thủ kho phải lập sổ.",
            ["Phòng A"],
            id="in front of a colon: it sees to what others do",
        ),
        pytest.param(
            "Phòng A chỉ đạo các đội phối hợp với Công an xã giữ kho.",
            ["Phòng A"],
            id="who directs others leads what they do",
        ),
        pytest.param(
            "Về đề nghị Chính phủ chỉ đạo Bộ Kho bố trí vốn: giao Phòng A lập sổ.",
            ["Phòng A"],
            id="who is asked in the matter is not who is charged",
        ),
        pytest.param(
            "Để giữ kho tốt hơn, tăng cường kiểm tra các kho, Phòng A lập sổ.",
            ["Phòng A"],
            id="behind a purpose that has verbs of its own",
        ),
        pytest.param(
            "Phòng A và các sở, ban, ngành quản lý kho theo chức năng được giao có trách nhiệm lập sổ.",
            ["Phòng A", "các sở, ban, ngành quản lý kho"],
            id="by which competence, in front of a modal",
        ),
        pytest.param("Một số phòng còn có trách nhiệm giữ kho.", ["Một số phòng"], id="others do too"),
    ],
)
def test_it_finds_who_leads(words: str, leads: list[str]) -> None:
    assert owners_in(words)[0] == leads


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
        pytest.param(
            "Phối hợp với các đơn vị quản lý đường bộ khu vực, các lực lượng chức năng của xã giữ kho.",
            ["các đơn vị quản lý đường bộ khu vực", "các lực lượng chức năng của xã"],
            id="bodies by their work, in a list",
        ),
        pytest.param(
            "Phối hợp với các cơ quan truyền thông để báo tin.",
            ["các cơ quan truyền thông"],
            id="a body by its work, and what for",
        ),
        pytest.param(
            "Phòng A chỉ đạo các đội phối hợp với Công an xã giữ kho.",
            ["Công an xã"],
            id="with whom those one directs work",
        ),
        pytest.param(
            "Phòng A làm việc cụ thể với Công ty Kho Lạnh để lập sổ.",
            ["Công ty Kho Lạnh"],
            id="with whom details are settled",
        ),
        pytest.param(
            "Về đề nghị Phòng C phối hợp với Phòng D sửa kho: Phòng A lập sổ.",
            [],
            id="who works together in the matter asked for",
        ),
        pytest.param(
            "Phòng A phối hợp với các cơ quan tiến hành tố tụng trong việc giữ kho.",
            ["các cơ quan tiến hành tố tụng"],
            id="bodies by a work that nobody is told to do",
        ),
        pytest.param(
            "Phòng A phối hợp với các đội thuộc phạm vi quản lý giữ kho.",
            ["các đội thuộc phạm vi quản lý"],
            id="whose bodies they are",
        ),
    ],
)
def test_it_finds_who_works_beside(words: str, beside: list[str]) -> None:
    assert owners_in(words)[1] == beside
