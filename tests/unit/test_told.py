"""Which paragraphs are items: each row a body of a document, the items it has, and why."""

from __future__ import annotations

import datetime as dt

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
            "1. Phòng A lập sổ.\n\nSở thông báo để các phòng thực hiện. Giao Văn phòng theo dõi, đôn đốc.",
            ["Phòng A", "Giao Văn phòng"],
            id="what a closing formula gives to somebody",
        ),
        pytest.param(
            "2. Phòng A, Phòng B và các ông/bà có tên tại Điều 1 chịu trách nhiệm thi hành.\n"
            "Quyết định này có hiệu lực kể từ ngày ký.",
            ["Phòng A"],
            id="who carries out, above a closing formula",
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
            "1. Phòng A lập sổ.\nSở Kho phúc đáp để Công ty Kho vận biết và thực hiện.",
            ["Phòng A"],
            id="a formula that closes an answer",
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
    ],
)
def test_it_tells_items_from_what_is_told(body: str, starts: list[str]) -> None:
    items = read_text(HEAD + body).items
    assert len(items) == len(starts)
    assert [item.text.startswith(start) for item, start in zip(items, starts, strict=True)] == [True] * len(
        starts
    )


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


@pytest.mark.parametrize(
    ("basis", "count"),
    [
        pytest.param("Thực hiện Công văn số 15/UBND-NC của UBND tỉnh về việc kiểm kê;", 1, id="semicolon"),
        pytest.param("Căn cứ Kế hoạch số 8/KH-SKB ngày 04/5/2026 của Sở.", 1, id="full stop"),
        pytest.param(
            "Thực hiện ý kiến chỉ đạo của Cục Kho tại Văn bản số 4/CK ngày 05/5/2026 về việc giữ kho.",
            1,
            id="what was said, and in which document",
        ),
        pytest.param("Thực hiện Kế hoạch số 8/KH-SKB trước ngày 04/5/2026.", 2, id="with a term it orders"),
    ],
)
def test_a_line_that_only_says_what_a_letter_rests_on_orders_nothing(basis: str, count: int) -> None:
    letter = f"SỞ KHO BÃI\nSố: 12/SKB-VP\n\nKính gửi: Các phòng\n\n{basis}\n\nYêu cầu các phòng nộp sổ."
    assert len(read_text(letter).items) == count


def test_a_lead_in_that_only_announces_a_list_is_no_item() -> None:
    letter = (
        "SỞ KHO BÃI\nSố: 12/SKB-VP\n\nKính gửi: Các phòng\n\nKết quả kiểm tra tại các kho còn chậm.\n\n"
        "Do đó, Sở đề nghị các phòng khẩn trương, nghiêm túc thực hiện các yêu cầu cụ thể như sau:\n\n"
        "1. Lập sổ."
    )
    reading = read_text(letter)
    assert [item.text for item in reading.items] == ["Lập sổ."]
    assert reading.document.subject == "Các phòng"
