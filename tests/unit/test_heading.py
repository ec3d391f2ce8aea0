"""What a document says in its head and at its end: kind, number, days, issuer, subject, signer."""

from __future__ import annotations

import datetime as dt

import pytest

from dondoc.reading.notice import read_text
from dondoc.reading.result import Document, Signer


def head_of(*lines: str) -> Document:
    return read_text("\n".join(lines)).document


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        pytest.param(("THÔNG BÁO", "Kết luận của Giám đốc"), "conclusion", id="a notice of conclusions"),
        pytest.param(("THÔNG BÁO", "Về lịch nghỉ Tết"), "other", id="a notice of something else"),
        pytest.param(("KẾT LUẬN THANH TRA", "Về kho"), "inspection_conclusion", id="an inspection"),
        pytest.param(
            ("THÔNG BÁO", "Kết luận thanh tra kho"), "inspection_conclusion", id="notice of an inspection"
        ),
        pytest.param(("CHỈ THỊ", "Về kho"), "directive", id="a directive"),
        pytest.param(("**CÔNG ĐIỆN**", "Về bão"), "dispatch", id="a dispatch, in bold type"),
        pytest.param(("QUYẾT ĐỊNH", "Về kho"), "decision", id="a decision"),
        pytest.param(("KẾ HOẠCH", "Sửa kho"), "plan", id="a plan"),
        pytest.param(("BÁO CÁO", "Về kho"), "report", id="a report"),
        pytest.param(("Số: 5/CV", "V/v sửa kho"), "letter", id="a letter has no title"),
        pytest.param(("Lịch trực",), "other", id="nothing tells"),
    ],
)
def test_it_tells_the_kind(lines: tuple[str, ...], kind: str) -> None:
    assert head_of(*lines).kind == kind


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 12/TB-SNV", "12/TB-SNV"),
        ("Số 05-TB/ĐU", "05-TB/ĐU"),
        ("Số:      /UBND-VX", None),
        ("Số:   4390     /UBND-NLN                  Lạc Thủy, ngày 27 tháng 5 năm 2026", "4390/UBND-NLN"),
        ("Số: 95 /SKB-KS                    Lạc Thủy, ngày 17 tháng 7 năm 2026", "95/SKB-KS"),
        ("Số kho: 12", None),
    ],
)
def test_it_reads_the_number_or_leaves_it_open(line: str, number: str | None) -> None:
    assert head_of(line, "THÔNG BÁO").number == number


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Hà Nội, ngày 05 tháng 3 năm 2026", dt.date(2026, 3, 5)),
        ("*Lạc Thủy, ngày 5/3/2026*", dt.date(2026, 3, 5)),
        ("Số: 95 /SKB-KS                    Lạc Thủy, ngày 17 tháng 7 năm 2026", dt.date(2026, 7, 17)),
        ("  SỐ 5/QĐ-SKB                       Lạc Thủy, ngày 17 tháng 7 năm 2026", dt.date(2026, 7, 17)),
        ("*Hà Nội, ngày 02 tháng* *5 năm 2024* |", dt.date(2024, 5, 2)),
        ("Hà Nội, ngày     tháng 3 năm 2026", None),
        ("Hà Nội, ngày 31 tháng 02 năm 2026", None),
    ],
)
def test_it_reads_its_own_date_or_leaves_it_open(line: str, day: dt.date | None) -> None:
    assert head_of(line, "THÔNG BÁO").date == day


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 02/3/2026, Giám đốc chủ trì cuộc họp về kho.",
        "Kết luận tại cuộc họp ngày 02 tháng 3 năm 2026",
        "Tại hội nghị giao ban ngày 2/3/2026, Giám đốc kết luận:",
    ],
)
def test_the_day_of_the_meeting_is_not_the_documents_own(line: str) -> None:
    document = head_of("THÔNG BÁO", line, "1. Giao Phòng Kho khóa cửa.")
    assert (document.meeting_date, document.date) == (dt.date(2026, 3, 2), None)


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        pytest.param(
            ("BỘ HẬU CẦN", "CỤC KHO", "Số: 1/TB-CK", "Cục Kho họp."), "Cục Kho", id="below its superior"
        ),
        pytest.param(("UBND TỈNH LẠC THỦY", "Số: 1/TB"), "UBND TỈNH LẠC THỦY", id="as the head writes it"),
        pytest.param(
            ("CỤC THADS LẠC THỦY", "Số: 1/TB", "Cục Thi hành án dân sự Lạc Thủy họp."),
            "Cục Thi hành án dân sự Lạc Thủy",
            id="in full where the text has it",
        ),
        pytest.param(
            (
                "1. Giao Phòng Kho khóa cửa.",
                "Trên đây là kết luận, Cục Kho thông báo để các phòng thực hiện./.",
            ),
            "Cục Kho",
            id="without a letterhead, who announces it",
        ),
        pytest.param(
            ("CỤC KHO", "CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1/TB"),
            "CỤC KHO",
            id="not the line of the state, in two",
        ),
        pytest.param(("Lịch trực",), None, id="not stated"),
    ],
)
def test_it_reads_the_issuer(lines: tuple[str, ...], issuer: str | None) -> None:
    assert head_of(*lines).issuer == issuer


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        (("THÔNG BÁO", "Kết luận tại buổi làm việc với Lãnh đạo chủ chốt của Chi cục A"), "Chi cục A"),
        (("THÔNG BÁO", "Kết luận tại buổi làm việc với lãnh đạo tỉnh Nam Bãi"), "tỉnh Nam Bãi"),
        (("THÔNG BÁO", "Kết luận", "Cùng dự buổi làm việc với Cục trưởng có Phòng A và Phòng B."), None),
        (("THÔNG BÁO", "KẾT LUẬN TẠI BUỔI LÀM VIỆC VỚI CHI CỤC A VỀ VIỆC GIỮ KHO"), "CHI CỤC A"),
        (("KẾT LUẬN THANH TRA", "Kết luận thanh tra việc quản lý kho tại Chi cục B"), "Chi cục B"),
        (("Kính gửi: Chi cục C", "Yêu cầu Chi cục C khóa kho."), "Chi cục C"),
        (("Kính gửi:", "- Chi cục C;", "- Chi cục D.", "Yêu cầu các Chi cục khóa kho."), None),
    ],
)
def test_it_reads_whom_the_document_is_about(lines: tuple[str, ...], subject: str | None) -> None:
    assert head_of(*lines).subject == subject


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đoàn Văn Tám"), Signer("Đoàn Văn Tám", "PHÓ CHỦ TỊCH", "KT.")),
        (
            ("TL. CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG", "(đã ký)", "Lò Văn Tám"),
            Signer("Lò Văn Tám", "CHÁNH VĂN PHÒNG", "TL."),
        ),
        (("KT.CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "Lò Văn Tám"), Signer("Lò Văn Tám", "PHÓ CỤC TRƯỞNG", "KT.")),
        (("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lò Thị Ba"), Signer("Lò Thị Ba", "BÍ THƯ", "TM.")),
        (("GIÁM ĐỐC", "Lò Thị Ba"), Signer("Lò Thị Ba", "GIÁM ĐỐC", None)),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), None),
    ],
)
def test_it_reads_who_signed(lines: tuple[str, ...], signer: Signer | None) -> None:
    assert head_of("1. Giao Phòng Kho khóa cửa.", "Nơi nhận:", "- Lưu: VT.", *lines).signer == signer
