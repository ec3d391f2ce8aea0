"""Which paragraphs are items: each row a body of a document, the items it has, and why."""

from __future__ import annotations

import pytest

from dondoc.reading.notice import read_text

HEAD = "SỞ KHO BÃI\nSố: 12/TB-SKB\nTHÔNG BÁO\nKết luận của Giám đốc\nGiám đốc kết luận như sau:\n"


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        pytest.param(
            "II. NHIỆM VỤ\n1. Phòng A lập sổ.\n2. Sở Kho bãi theo dõi việc lập sổ.",
            ["Phòng A", "Sở Kho bãi"],
            id="among orders the issuer owes something too",
        ),
        pytest.param(
            "1. Theo quy định tại Điều 9 Luật Kho năm 2008, sổ được giữ 10 năm. Thủ kho phải ký sổ.\n"
            "2. Đề nghị Phòng A giữ sổ.",
            ["Đề nghị"],
            id="what a law has is told",
        ),
        pytest.param(
            "1. Trường hợp ông Lò Văn Tám\n- Nội dung khiếu nại: Bồi thường kho cũ.\n"
            "- Ý kiến chỉ đạo: Giao Phòng A trả lời ông Tám.",
            ["Ý kiến chỉ đạo"],
            id="what a case is about is told",
        ),
        pytest.param(
            "1. Sửa cửa kho\n- Nội dung: Thay khóa.\n- Đơn vị thực hiện: Phòng A.",
            ["Sửa cửa kho"],
            id="what a task is about belongs to it",
        ),
        pytest.param(
            "II. CƠ QUAN CHỈ ĐẠO VÀ TỔ CHỨC THỰC HIỆN\n1. Cơ quan chỉ đạo: Sở Kho bãi.\n"
            "2. Đơn vị chủ trì thực hiện: Phòng A.\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng A\n- Sửa kho.",
            ["Sửa kho"],
            id="who has which part in the whole",
        ),
        pytest.param(
            "1. Công bố đường dây nóng:\n- Phòng A: 0243.555.01.02\n- Công ty Kho vận: 090.5550.103.",
            [],
            id="a telephone number",
        ),
        pytest.param(
            "1. Đánh giá tình hình:\n- Sổ kho đã lập.\n"
            "Tuy nhiên còn một số tồn tại trong triển khai, thực hiện nhiệm vụ như:\n"
            "- Về sổ kho: vẫn còn 06 phòng chưa lập sổ, dưới 65% kế hoạch.\n2. Giao Phòng A lập sổ.",
            ["Giao Phòng A"],
            id="what is still wrong in a work",
        ),
        pytest.param(
            "1. Công văn trước đã nêu:\n“Phòng A phải lập sổ trước ngày 05/5/2026.”\n2. Phòng B phải lập sổ.",
            ["Phòng B"],
            id="the words of another document",
        ),
        pytest.param(
            "1. Đối với công tác kiểm kê, báo cáo sổ kho.\n- Báo cáo cần nêu rõ số kho.",
            ["Báo cáo cần"],
            id="a title that ends with a stop",
        ),
        pytest.param(
            "II. NHIỆM VỤ\nNâng cao chất lượng giữ kho\nPhòng A lập sổ.\nPhòng B nộp sổ.",
            ["Phòng A", "Phòng B"],
            id="a title without a mark",
        ),
        pytest.param(
            "I. MỤC ĐÍCH, YÊU CẦU\nMục đích\nGiữ kho sạch.\nYêu cầu\nViệc giữ kho phải thường xuyên.",
            [],
            id="what a plan is for and must be like",
        ),
        pytest.param(
            "1. Đầu mối hỗ trợ:\n- Về sổ kho: số điện thoại 0243.555 máy lẻ 12.", [], id="whom to call"
        ),
        pytest.param(
            "1. Cho toàn bộ học sinh trong xã nghỉ học.", ["Cho toàn bộ"], id="a bare order to give leave"
        ),
        pytest.param(
            "2. Đề nghị Sở Kho bãi chỉ đạo:\na) Phòng A lập sổ;\nb) Phòng B nộp sổ.",
            ["Phòng A", "Phòng B"],
            id="a lead-in that has others ordered only announces",
        ),
        pytest.param(
            "I. MỤC ĐÍCH, YÊU CẦU\n1. Yêu cầu\n- Xác định, phân công rõ trách nhiệm của từng phòng.",
            [],
            id="what a plan must be like names nobody to act",
        ),
        pytest.param(
            "1. Thành lập Đoàn kiểm kê, gồm:\n1.1. Ông: Lò Văn Tám - Phó Giám đốc Sở, Trưởng đoàn;\n"
            "1.2. Phòng A lập sổ.",
            ["Phòng A"],
            id="a person of a list",
        ),
        pytest.param(
            "2. Các cơ quan chuyên trách tham mưu, giúp việc Đảng ủy; các chi bộ, đảng bộ cơ sở\n"
            "Các chi bộ lập sổ.",
            ["Các chi bộ"],
            id="a heading that names bodies by their work",
        ),
        pytest.param(
            "I. THÀNH PHẦN\n1. Phòng A\n- Phó Trưởng phòng;\n- Nhân viên.\nII. KẾT LUẬN\n1. Phòng A lập sổ.",
            ["Phòng A lập sổ"],
            id="who took part",
        ),
        pytest.param(
            "1. Tại Điều 12 Nghị định số 9/2025/NĐ-CP quy định trách nhiệm của Phòng A phải lập sổ.\n"
            "2. Phòng B lập sổ.",
            ["Phòng B"],
            id="what stands in a decree",
        ),
        pytest.param(
            "1. Thành phần\n- Chủ trì tại điểm cầu: Đồng chí Chủ tịch Hội.\n2. Phòng A lập sổ.",
            ["Phòng A"],
            id="who heads what, with where in between",
        ),
        pytest.param(
            "Sở yêu cầu các phòng thực hiện:\n1. Chỉ được mở kho khi có phép.\n2. Lập sổ.",
            ["Chỉ được", "Lập sổ"],
            id="what alone is allowed",
        ),
        pytest.param(
            "      6.1. Phòng A thực hiện nghiêm túc kế hoạch giữ kho và mọi nhiệm vụ được\n"
            "phân công; giữ bí mật các số liệu của kho, kể cả sau khi đã hoàn thành.\n"
            "      6.2 Phòng B lập sổ kho và nộp sổ kho cho phòng kế toán của cơ quan mình\n"
            "để ghi vào sổ chung của cơ quan.",
            ["Phòng A", "Phòng B"],
            id="a number without a stop below a full line",
        ),
        pytest.param(
            "1. Phòng A lập sổ.\nTM. ĐOÀN\nLò Văn Tám\nPHỤ LỤC\nĐỀ CƯƠNG BÁO CÁO\n"
            "(Kèm theo Kế hoạch số 5/KH-SKB)\n"
            "1. Hồ sơ\n- Báo cáo đánh giá kho.\n- Thông báo mở kho.",
            ["Phòng A"],
            id="an appendix to be filled in",
        ),
        pytest.param(
            "1. Yêu cầu các phòng nộp sổ. Quá thời hạn nêu trên, Sở sẽ phê bình.\n"
            "2. Quá thời hạn trên, Văn phòng lập danh sách.",
            ["Yêu cầu", "Quá thời hạn"],
            id="behind a term that has passed",
        ),
        pytest.param(
            "1. “Phòng A phải sửa kho.” Sở Kho xin cảm ơn cử tri.\n2. Phòng B lập sổ.",
            ["Phòng B"],
            id="thanks behind the words of others",
        ),
        pytest.param(
            "1. Mục tiêu\n- Giữ kho sạch.\n2. Yêu cầu\n- Tổ chức kiểm tra đúng trình tự.\n3. Phòng A lập sổ.",
            ["Phòng A"],
            id="what a plan must be like, beside its aims",
        ),
        pytest.param(
            "1. Thời gian:\n- Buổi 1: Gồm các xã Nam Bãi, Tây Hà.\n2. Phòng A lập sổ.",
            ["Phòng A"],
            id="when a meeting is",
        ),
        pytest.param(
            "1. Thực hiện nhiệm vụ được giao, Phòng B đã lập sổ kho.\n2. Phòng A nộp sổ.",
            ["Phòng A"],
            id="what somebody did as he was told",
        ),
        pytest.param(
            "1. Thực hiện ý kiến của tỉnh về kho; nộp sổ, Sở Kho bãi đã có công văn.\n2. Phòng A nộp sổ.",
            ["Phòng A"],
            id="what the issuer has done",
        ),
        pytest.param(
            "I. ĐÁNH GIÁ CHUNG\n- Kho đã sạch.\n- Trong thời gian tới, Phòng A lập sổ.",
            ["Trong thời gian tới"],
            id="what is still to be done, among findings",
        ),
        pytest.param(
            "1. Ghi nhận; quá trình sửa kho có sự giúp đỡ của các bộ Công an, Xây dựng; kho đã sạch.\n"
            "2. Phòng A lập sổ.",
            ["Phòng A"],
            id="a ministry called as a deed is",
        ),
        pytest.param(
            "1. Đề nghị Phòng A báo cáo về việc giữ kho. Cụ thể như sau:\n- Số kho trống;\n- Các khó khăn.",
            ["Đề nghị Phòng A"],
            id="what is to stand in a report",
        ),
        pytest.param(
            "1. Tuyên truyền về kho.\n- Phòng A lập sổ.\n- Phòng B nộp sổ.",
            ["Phòng A", "Phòng B"],
            id="a short title with a verb and a stop",
        ),
        pytest.param(
            "1. Căn cứ kế hoạch và tình hình kho, các phòng lập sổ.\nHằng năm nộp sổ.",
            ["Căn cứ kế hoạch", "Hằng năm"],
            id="a basis in front of who acts",
        ),
        pytest.param(
            "1. Sở gửi kèm bộ sách giữ kho gồm:\n- Sách giữ kho;\n- Phim về kho.\n2. Phòng A lập sổ.",
            ["Phòng A"],
            id="a list of what is enclosed",
        ),
        pytest.param(
            "1. Đề nghị Phòng A báo tin, cụ thể như sau:\n- Trong thời gian qua, kho đã được sửa.\n"
            "- Phòng A đọc tin này ở loa.",
            ["Đề nghị Phòng A", "Phòng A"],
            id="what has been done, in a list",
        ),
        pytest.param(
            "1. Phòng A rà soát, báo cáo về một số nội dung sau:\n- Số hộ có kho hỏng cần phải sửa.\n"
            "Phòng A gửi báo cáo về Sở.",
            ["Phòng A rà soát", "Phòng A gửi"],
            id="what a report is about, and who hands it in",
        ),
        pytest.param(
            "1. Nghị định có ghi:\n“1. Phòng A phải lập sổ.\n2. Phòng C phải nộp sổ.”\nPhòng B phải lập sổ.",
            ["Phòng B"],
            id="a quotation of several paragraphs",
        ),
        pytest.param(
            "I. ĐÁNH GIÁ CHUNG\n1. Về triển khai sổ kho:\nPhòng A đã lập sổ và triển khai giữ kho tốt.\n"
            "II. NHIỆM VỤ\n1. Phòng B lập sổ.",
            ["Phòng B"],
            id="the field of a result",
        ),
        pytest.param(
            "1. Có kết luận rõ về việc thống nhất chủ trương sửa kho.",
            ["Có kết luận"],
            id="to say whether one agrees is ordered",
        ),
        pytest.param(
            "1. Diễn tập giữ kho.\n2. Kho xã Cần Bãi\n3. Phòng A:\n(1). Lập sổ.",
            ["Diễn tập", "Lập sổ"],
            id="a place that is called as a modal, and a stop behind a number in brackets",
        ),
        pytest.param(
            "Sở yêu cầu các phòng trong phạm vi chức năng, quyền hạn của mình tập trung thực hiện các "
            "nhiệm vụ trọng tâm, cụ thể như sau:\n1. Phòng A lập sổ.",
            ["Phòng A"],
            id="a lead-in that only announces, by which competence",
        ),
    ],
)
def test_it_tells_items_from_what_is_told(body: str, starts: list[str]) -> None:
    items = read_text(HEAD + body).items
    assert len(items) == len(starts)
    assert [item.text.startswith(start) for item, start in zip(items, starts, strict=True)] == [True] * len(
        starts
    )
