"""The laws and documents that a paragraph cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.text import EDGE, Span, spell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.text import Text

PLACES = r"(?:(?:(?:điểm|khoản|điều|mục|chương) \w{1,4}(?:,| và)? )+(?:của )?)?"
KINDS = (
    r"(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|thông tư(?: liên tịch)?|quyết định|chỉ thị|công văn|"
    r"công điện|văn bản|thông báo(?: kết luận)?|kết luận|tờ trình|kế hoạch|hướng dẫn|quy định|quy chế|"
    r"chương trình|đề án|báo cáo)"
)
NUMBER = r"(?:số\s*+:?\s*+)?\d{1,5}\s*+[-/]\s*+(?:\d{4}\s*+/\s*+)?[a-zđ][\wđ]*(?:\s?[-/]\s?[a-zđ\d][\wđ]*)*"
NAMED_DAY = r"\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4}"
NUMBERED = rf"{KINDS} {NUMBER}(?:,? ngày\s*+{NAMED_DAY})?"
ACT = r"(?:(?:bộ )?luật|pháp lệnh) [^.,;()]{2,90}? số \d{1,3}/\d{4}/(?:pl-)?(?:ubtv)?qh\d{1,2}"
LAW = r"(?:bộ )?luật [^.,;()\n]{2,70}?(?: năm)? (?:19|20)\d\d(?!\d)"
REFERENCE = re.compile(EDGE + spell(rf"{PLACES}(?:{NUMBERED}|{ACT}|(?P<law>{LAW}))"))


def references(text: Text, spans: Iterable[Span]) -> list[Span]:
    """Return the references of some sentences in order; a law without a number needs year and capital."""
    found = (match for span in spans for match in REFERENCE.finditer(text.folded, *span))
    return [Span(*match.span()) for match in found if not match["law"] or text.is_upper(match.start("law"))]
