"""Documents damaged in every way: each gives a reading or one sentence, never a traceback."""

from __future__ import annotations

import os
from random import Random

import pytest

from damage import damaged
from dondoc.errors import DondocError
from dondoc.reading.file import text_of
from dondoc.reading.notice import read_text
from pdf_file import pdf_file
from sheet import sheet_of
from word_file import word_file

COUNT = 20_000 if os.environ.get("SOAK") == "full" else 2_000
NOTICE = """CỤC KHO VẬN
Số: 7/TB-CKV
Hà Nội, ngày 02 tháng 3 năm 2026

THÔNG BÁO

Kết luận về công tác quản lý kho của Chi cục Kho vận Bình Sơn

1. Chi cục Kho vận Bình Sơn khắc phục sai sót, báo cáo Cục Kho vận trước ngày 31/3/2026.
2. Phòng Kỹ thuật:
- Hướng dẫn lắp đặt hệ thống báo cháy tại kho số 4, hoàn thành trong Quý II năm 2026;
- Thường xuyên kiểm tra theo Thông tư số 12/2024/TT-BKV.

Nơi nhận:
- Chi cục Kho vận Bình Sơn (để t/h);
- Lưu: VT.

CỤC TRƯỞNG
Lý Hoài Nam
"""


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("form", ["txt", "docx", "pdf"])
def test_it_answers_for_every_damaged_document(form: str) -> None:
    sheet = sheet_of(NOTICE)
    content = {"txt": NOTICE.encode(), "docx": word_file(sheet), "pdf": pdf_file(sheet)}[form]
    answers = [_answer(damaged(content, Random(seed))) for seed in range(COUNT // 3 + 1)]  # noqa: S311 - repeatable
    assert {"read", "refused"} == set(answers)


def _answer(content: bytes) -> str:
    try:
        reading = read_text(text_of(content, "notice"))
    except DondocError as refused:
        return "refused" if str(refused) else "silent"
    return "read" if reading.to_json() else "silent"
