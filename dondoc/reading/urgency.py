"""How urgent something is said to be, and how often it recurs: words, never dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.text import Span, phrases

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from dondoc.reading.text import Text

URGENT = phrases(
    r"trong thời gian sớm nhất",
    r"ngay(?! từ| sau| cả| tại| khi| trong| trước| đầu)",
    r"(?<!khó\skhăn\s)trước mắt",
    r"khẩn trương",
    r"kịp thời",
    r"sớm(?! nhất)",
    r"dứt điểm",
    r"nhanh chóng",
    r"hỏa tốc",
    r"cấp bách",
)
TIMES = "(?: (?:một|01|1|hai|02|2) lần)?"
RECURRENT = phrases(
    r"(?<!chi\s)(?<!nhiệm\svụ\s)(?<!trọng\stâm,\s)thường xuyên",
    r"(?:(?:trước |chậm nhất )?ngày \d[\d/]{0,4} |định kỳ,? )?(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm|kỳ)",
    rf"định kỳ(?! tháng \d)(?: (?:sáu|06|6|ba|03|3) tháng| một năm| quý| tháng)?{TIMES}",
    r"(?:một|hai|ba|sáu|\d\d?) (?:tuần|tháng|năm) (?:một|hai|\d\d?) lần",
    rf"mỗi (?:ngày|tuần|tháng|quý|năm){TIMES}",
    r"(?:một|hai|\d\d?) lần/(?:ngày|tuần|tháng|quý|năm)",
    r"(?:trước |chậm nhất )?ngày \d\d? (?:của )?tháng (?:đầu|cuối) (?:của )?(?:mỗi )?quý(?: sau)?",
)


def urgency_of(text: Text, spans: Iterable[Span]) -> Span | None:
    """Return the first words that say something is urgent."""
    return _first(text, URGENT, spans)


def recurrence_of(text: Text, spans: Iterable[Span]) -> Span | None:
    """Return the first words that say how often something recurs."""
    return _first(text, RECURRENT, spans)


def _first(text: Text, pattern: re.Pattern[str], spans: Iterable[Span]) -> Span | None:
    matches = (pattern.search(text.folded, *span) for span in spans)
    return next((Span(*match.span()) for match in matches if match), None)
