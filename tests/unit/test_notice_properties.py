"""Whatever the text: a reading or a refusal, and every quotation where its span says."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.errors import DondocError
from dondoc.reading.notice import read_text
from notice_score import quoted
from tiling import tiles

PIECES = st.sampled_from([
    *("1. ", "2.1. ", "- ", "+ ", "* ", "a) ", "II. ", "Điều 3. ", "\n", "\r\n", "\n\n", "\t", " ", "|"),
    *("<br>", ": ", "; ", ". ", "(", ")", "giao ", "Giao các bộ: Y tế, Công an", "Cục A ", "Uỷ ban", "cần "),
    *("phải ", "Về kho: ", "trước ngày 5/8/2026", "trước ngày 31/2", "như sau:", "Nơi nhận:", "- Như trên;"),
    *("Lưu: VT", "TL. CỤC TRƯỞNG", "Kính gửi: ", "THÔNG BÁO", "Số: 5/TB-A", "80,5%"),
    *("đứng thứ 3/63", "Thông tư 91/2010/TT-BTC", "(để b/c)", "Trên đây là", "\u0301", "\ufeff", "ễ"),
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@settings(deadline=None)  # the machine may be busy
@given(TEXTS)
def test_any_text_gives_a_reading_or_one_sentence(words: str) -> None:
    try:
        reading = read_text(words)
    except DondocError as refused:
        str(refused)
        return
    assert [said for said, (start, end) in quoted(reading) if words[start:end] != said or not said] == []
    assert len({item.ref for item in reading.items}) == len(reading.items)
    assert [item.ref for item in reading.items if not tiles(words, item)] == []
    json.dumps(reading.to_json())
