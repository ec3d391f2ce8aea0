"""Paragraphs that look like orders and only tell: what a law has, what a case is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.directives import orders
from dondoc.reading.text import END, Span, spell
from dondoc.reading.tones import Tone

if TYPE_CHECKING:
    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.text import Text

LAW = re.compile(
    spell(
        r"theo (?:quy định )?(?:(?:tại|của) )?(?:điểm|khoản|điều|luật|bộ luật|nghị định|thông tư|pháp luật)"
    )
    + END
)
CASE = re.compile(
    spell(
        r"(?:tóm tắt )?(?:nội dung|kết quả|hiện trạng|thực trạng|diễn biến|lý do|nguyên nhân|ý kiến)(?: "
        r"(?:vụ việc|sự việc|đơn|khiếu nại|tố cáo|kiến nghị|phản ánh|đề nghị|trình bày|của công dân|xác minh)"
        r")*\s?:"
    )
)
"""The label of what a case is about; what is decided on it has a line of its own."""


def tells_law(text: Text, paragraph: Paragraph) -> bool:
    """Tell a paragraph that begins by saying what a law has: what must be by it is not ordered here."""
    return paragraph.context.tone is not Tone.ORDERS and bool(LAW.match(text.folded, *paragraph.words))


def states_case(text: Text, paragraph: Paragraph) -> bool:
    """Tell a bullet that says what a case is about and orders nobody."""
    stated = CASE.match(text.folded, *paragraph.words)
    if not stated or paragraph.context.labels:
        return False
    ordered = orders(text, Span(stated.end(), paragraph.words.end))
    return not any(order.leads for order in ordered)
