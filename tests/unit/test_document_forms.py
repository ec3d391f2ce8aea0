"""The same document as .docx, .pdf and .txt says the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dondoc.reading.notice import read_file
from pdf_file import pdf_file
from sheet import sheet_of
from word_file import word_file

SAMPLE = Path(__file__).parents[2] / "dondoc" / "data" / "notice-sample.txt"
LETTER = """UBND TỈNH LAM GIANG
SỞ NỘI VỤ
Số: 45/SNV-TCBC
Lam Giang, ngày 03 tháng 8 năm 2026

V/v rà soát vị trí việc làm

Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ yêu cầu như sau:

1. Giao Phòng Tổ chức biên chế chủ trì, phối hợp với Văn phòng Sở:
a) Rà soát vị trí việc làm của các đơn vị trực thuộc, trình Giám đốc Sở trước ngày 20 tháng 8 năm 2026.
b) Tổng hợp báo cáo gửi Bộ Nội vụ trong tháng 9/2026.

2. Các đơn vị trực thuộc:
- Báo cáo số lượng người làm việc chậm nhất ngày 12/8/2026, gồm:
+ Công chức, viên chức hiện có mặt tại đơn vị đến thời điểm lập báo cáo;
+ Người lao động hợp đồng.
- Thường xuyên cập nhật hồ sơ theo Thông tư số 06/2023/TT-BNV.

Nơi nhận:
- Như trên;
- UBND tỉnh (để b/c);
- Lưu: VT, TCBC.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trịnh Bảo Khanh
"""
PARTS = """TỔNG CỤC KHO BÃI
CỤC KHO VẬN
Số: 7/KL-CKV
Hà Nội, ngày 02 tháng 3 năm 2026

KẾT LUẬN

Về công tác quản lý kho của Chi cục Kho vận Bình Sơn

I. TÌNH HÌNH CHUNG
1. Chi cục Kho vận Bình Sơn quản lý 14 kho, tỷ lệ kiểm kê đúng hạn đạt 71,5%.

II. NHIỆM VỤ, GIẢI PHÁP
1. Chi cục Kho vận Bình Sơn khắc phục các sai sót nêu trên, báo cáo Cục Kho vận trước ngày 31/3/2026.
2. Phòng Kỹ thuật hướng dẫn Chi cục lắp đặt hệ thống báo cháy tại kho số 4, hoàn thành trong Quý II năm 2026.

Nơi nhận:
- Chi cục Kho vận Bình Sơn (để t/h);
- Lưu: VT.

CỤC TRƯỞNG
Lý Hoài Nam
"""
NOTICES = [
    pytest.param(SAMPLE.read_text(), id="the shipped notice: sections in two depths, inherited owners"),
    pytest.param(LETTER, id="a letter: letters in a list and bullets in two depths"),
    pytest.param(PARTS, id="roman parts, numbers anew in each"),
]


@pytest.mark.parametrize("text", NOTICES)
@pytest.mark.parametrize(("write", "suffix"), [(word_file, ".docx"), (pdf_file, ".pdf")])
def test_it_reads_the_same_from_every_form(tmp_path: Path, text: str, write: Any, suffix: str) -> None:
    plain, other = tmp_path / "notice.txt", tmp_path / f"notice{suffix}"
    plain.write_text(text)
    other.write_bytes(write(sheet_of(text)))
    expected, read = read_file(plain), read_file(other)
    assert _said(read.to_json()) == _said(expected.to_json())
    assert read.items


def test_the_content_tells_the_form_whatever_the_name(tmp_path: Path) -> None:
    misnamed = tmp_path / "notice.txt"
    misnamed.write_bytes(pdf_file(sheet_of(PARTS)))
    assert [item.ref for item in read_file(misnamed).items] == ["1", "2"]


def _said(value: Any) -> Any:
    """Leave out where things stand and how lines are broken."""
    if isinstance(value, dict):
        apart = {"span", "sha256", "text_sha256"}
        return {key: _said(each) for key, each in value.items() if key not in apart}
    if isinstance(value, list):
        return [_said(each) for each in value]
    return " ".join(value.split()) if isinstance(value, str) else value
