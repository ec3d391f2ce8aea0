"""The forms in which a sentence says who does something and who helps: each row with its reason."""

from __future__ import annotations

import pytest

from owners_in import owners_in


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        pytest.param("Việc sửa kho do Phòng A thực hiện.", ["Phòng A"], id="by whom it is done"),
        pytest.param("Hội nghị do Giám đốc chủ trì.", [], id="who is in the chair does nothing"),
        pytest.param("Kho cũ do Phòng A xây năm 2009.", [], id="who once made it"),
        pytest.param("Sửa kho (Phòng A chủ trì).", ["Phòng A"], id="who heads it, in parentheses"),
        pytest.param(
            "Sửa kho (Phòng A thực hiện; xong trước ngày 20/5/2026).", ["Phòng A"], id="and by when"
        ),
        pytest.param("Sửa kho (giao Phòng A).", ["Phòng A"], id="whom it is given, in parentheses"),
        pytest.param("Sửa kho (trách nhiệm: Phòng A).", ["Phòng A"], id="whose duty it is, in parentheses"),
        pytest.param("Sửa kho - Phòng A chủ trì.", ["Phòng A"], id="behind a dash"),
        pytest.param("Viện Kho - Phòng A chủ trì.", ["Viện Kho - Phòng A"], id="a name with a dash"),
        pytest.param("Lập sổ. Chủ trì: Phòng A; phối hợp: Phòng B.", ["Phòng A"], id="a label in the line"),
        pytest.param(
            "Lập sổ (chủ trì: Phòng A; phối hợp: Phòng B).", ["Phòng A"], id="labels in parentheses"
        ),
        pytest.param("Riêng Phòng A cần sửa kho.", ["Phòng A"], id="behind a link without a comma"),
        pytest.param("Tiếp tục giao Sở A theo dõi.", ["Sở A"], id="given once more"),
        pytest.param("Thu hồi kho, bàn giao cho Trung tâm B.", [], id="who only receives it"),
        pytest.param("Sở A xin ý kiến Bộ B về đơn giá.", ["Sở A"], id="asking for an opinion is an act"),
        pytest.param("Mỗi phòng cử 01 cán bộ.", ["Mỗi phòng"], id="each, with a verb behind the noun"),
        pytest.param("Toàn Ngành phải giữ kho.", ["Toàn Ngành"], id="all of a branch"),
        pytest.param("Cơ quan thi hành án dân sự lập sổ.", ["Cơ quan thi hành án dân sự"], id="a whole role"),
        pytest.param(
            "Các đơn vị được giao nhiệm vụ chủ đầu tư khẩn trương lập hồ sơ.",
            ["Các đơn vị được giao nhiệm vụ chủ đầu tư"],
            id="a task that says which are meant",
        ),
        pytest.param(
            "Cán bộ, công chức được giao nhiệm vụ giữ kho phải ghi sổ.",
            ["Cán bộ, công chức được giao nhiệm vụ giữ kho"],
            id="a task that says which people are meant",
        ),
        pytest.param(
            "Tổ công tác do đồng chí Phó Giám đốc làm tổ trưởng kiểm tra kho.",
            ["Tổ công tác"],
            id="who heads it stands in between",
        ),
        pytest.param(
            "Tập đoàn Kho (EVK), Tổng công ty Bến (EVB) phải giữ kho.",
            ["Tập đoàn Kho (EVK)", "Tổng công ty Bến (EVB)"],
            id="short forms behind the names",
        ),
        pytest.param(
            "Các ông (bà): Chánh Văn phòng, Trưởng phòng Kho và thủ trưởng các đơn vị liên quan chịu trách"
            " nhiệm thi hành.",
            ["Chánh Văn phòng", "Trưởng phòng Kho", "thủ trưởng các đơn vị liên quan"],
            id="a salutation in front of posts",
        ),
        pytest.param(
            "Hội đồng thi đua - khen thưởng Sở họp xét.",
            ["Hội đồng thi đua - khen thưởng Sở"],
            id="a verb behind the dash of a name",
        ),
        pytest.param(
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh đẩy nhanh tiến độ.",
            ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"],
            id="a name with a plural in it",
        ),
        pytest.param("Trưởng các đoàn kiểm tra báo cáo.", ["Trưởng các đoàn kiểm tra"], id="heads of teams"),
        pytest.param("Ủy quyền cho Trưởng phòng A ký sổ.", ["Trưởng phòng A"], id="who is empowered"),
        pytest.param("Giao nhiệm vụ cho Phòng A lập sổ.", ["Phòng A"], id="a task given"),
        pytest.param(
            "Phòng A (chủ trì) cùng Phòng B lập sổ.", ["Phòng A"], id="together with whom, behind an aside"
        ),
        pytest.param(
            "Ngoài ra, trên cơ sở ý kiến của Phòng B, Phòng A lập sổ.",
            ["Phòng A"],
            id="a basis behind a link",
        ),
        pytest.param(
            "Ngày 05/3/2026, Phòng B ban hành Công văn số 6/PB giao Phòng A lập sổ.",
            [],
            id="what an earlier letter gave",
        ),
        pytest.param(
            "Cán bộ quản lý kho thóc thường xuyên lập sổ.",
            ["Cán bộ quản lý kho thóc"],
            id="staff told by their work",
        ),
        pytest.param("Cán bộ quản lý sổ kho kịp thời.", ["Cán bộ"], id="what staff do, and how"),
        pytest.param(
            "Lãnh đạo, chỉ huy các đội phải giữ kho.", ["Lãnh đạo, chỉ huy các đội"], id="a pair of posts"
        ),
        pytest.param("Kế toán trưởng thu xếp vốn.", ["Kế toán trưởng"], id="a verb of two words"),
        pytest.param(
            "Trung tâm điều phối Cứu hộ Nam Bãi lập sổ.",
            ["Trung tâm điều phối Cứu hộ Nam Bãi"],
            id="a centre by its work",
        ),
        pytest.param(
            "Các phòng, Trung tâm Kho đến nay chưa nộp sổ theo Công văn số 6, khẩn trương lập sổ.",
            ["Các phòng", "Trung tâm Kho đến nay chưa nộp sổ theo Công văn số 6"],
            id="who has not done it by now",
        ),
        pytest.param("Các xã có kho lạnh rà soát sổ.", ["Các xã có kho lạnh"], id="by what several have"),
        pytest.param("Xã A có kho triển khai chậm.", [], id="what one has"),
        pytest.param("Phòng A (P1) là đầu mối giữ kho, tổng hợp sổ.", ["Phòng A"], id="which part it has"),
        pytest.param(
            "Cục Kinh tế xây dựng công bố giá.", ["Cục Kinh tế xây dựng"], id="a field of two words"
        ),
    ],
)
def test_it_finds_who_leads(words: str, leads: list[str]) -> None:
    assert owners_in(words)[0] == leads


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        pytest.param("Phòng A làm đầu mối, cùng Phòng B lập sổ.", ["Phòng B"], id="with the one in charge"),
        pytest.param(
            "Giao Phòng A chủ trì; Phòng B, Văn phòng phối hợp lập sổ.",
            ["Phòng B", "Văn phòng"],
            id="helping to do it",
        ),
        pytest.param(
            "Giao Phòng A lập sổ, Phòng B và Văn phòng có trách nhiệm phối hợp.",
            ["Phòng B", "Văn phòng"],
            id="bound to help",
        ),
        pytest.param(
            "Phòng A (chủ trì), Phòng B, Văn phòng (phối hợp) lập sổ.",
            ["Phòng B", "Văn phòng"],
            id="parts in parentheses",
        ),
        pytest.param("Phòng A lập sổ với sự phối hợp của Phòng B.", ["Phòng B"], id="with somebody's help"),
        pytest.param(
            "Đăng ký giữ kho thông qua đầu mối Ủy ban A hoặc Sở B.", ["Ủy ban A", "Sở B"], id="through whom"
        ),
        pytest.param(
            "Phối hợp với lực lượng tại chỗ và hệ thống truyền thanh thông tin kịp thời.",
            ["lực lượng tại chỗ", "hệ thống truyền thanh"],
            id="forces and loudspeakers",
        ),
        pytest.param("Phòng A xin ý kiến Bộ B về đơn giá.", ["Bộ B"], id="who is asked for an opinion"),
        pytest.param("Phòng A lập sổ, kết hợp với Phòng B.", ["Phòng B"], id="together with"),
        pytest.param(
            "Cần tranh thủ sự chỉ đạo của Ban A và sự phối hợp của các cơ quan hữu quan.",
            ["Ban A", "các cơ quan hữu quan"],
            id="two kinds of help",
        ),
        pytest.param("Lập sổ (chủ trì: Phòng A; phối hợp: Phòng B).", ["Phòng B"], id="a label that closes"),
        pytest.param(
            "Phòng A lập sổ, Phòng B phối hợp: xong trước ngày 20/5/2026.",
            ["Phòng B"],
            id="a time, no name",
        ),
        pytest.param("Phòng A: Lập sổ; phối hợp sửa kho.", [], id="who leads helps nobody"),
        pytest.param(
            "Lập mạng lưới giữ kho với sự tham gia của các hội.", [], id="who is in what is to be made"
        ),
        pytest.param("Phòng A lập sổ (thông qua Ban Giám sát kho).", [], id="by whose means"),
        pytest.param(
            "Thực hiện Công văn số 6 giao Phòng C phối hợp với Phòng B, Sở đề nghị Phòng A lập sổ.",
            [],
            id="who helped in what it rests on",
        ),
        pytest.param("Phòng A phối hợp, hỗ trợ Phòng B lập sổ.", ["Phòng B"], id="whom it helps"),
    ],
)
def test_it_finds_who_helps(words: str, beside: list[str]) -> None:
    assert owners_in(words)[1] == beside
