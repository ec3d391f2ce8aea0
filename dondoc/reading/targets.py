"""Thresholds that an item sets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.numerals import NUMBER, number
from dondoc.reading.result import Target
from dondoc.reading.text import EDGE, Span, spell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.text import Text

PERCENT = rf"(?P<percent>{NUMBER})\s?%"
AT_LEAST = r"(?:ít nhất|tối thiểu|không dưới)(?: là)?"
UNIT = r"(?P<unit>(?!ngày|tháng|tuần|năm|giờ)[^\W\d]+)"
THRESHOLD = re.compile(rf"{PERCENT}|{EDGE}" + spell(rf"{AT_LEAST} (?P<count>{NUMBER}) {UNIT}"))


def targets(text: Text, spans: Iterable[Span]) -> tuple[Target, ...]:
    """Return the thresholds stated: percentages, and counts that are at least to be met."""
    return tuple(
        Target(
            value=number(match["percent"] or match["count"]),
            unit=match["unit"] or "%",
            span=text.quote(Span(*match.span())).span,
        )
        for span in spans
        for match in THRESHOLD.finditer(text.folded, *span)
    )
