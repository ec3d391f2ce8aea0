"""Whether the parts of an item tile it: in order, apart, and nothing between them but what joins."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dondoc.reading.folding import fold

if TYPE_CHECKING:
    from dondoc.reading.result import Item

JOINS = fold("và đồng thời trong đó có việc trên cơ sở theo bên cạnh ngoài ra đặc biệt trước mắt cụ thể").text
"""The words that may stand between two obligations."""


def tiles(text: str, item: Item) -> bool:
    """Tell whether the parts of an item tile it; only what announces a list may be left behind the last."""
    spans = [part.span for part in item.parts]
    start, end = item.span
    if spans != sorted(spans) or any(before[1] > behind[0] for before, behind in pairwise(spans)):
        return False
    ends = [start, *(place for span in spans for place in span), end]
    gaps = [text[ends[place] : ends[place + 1]] for place in range(0, len(ends), 2)]
    announces = gaps.pop() if item.text.rstrip().endswith(":") else ""
    return ":" in announces or all(_joins(gap) for gap in gaps)


def _joins(gap: str) -> bool:
    words: list[str] = re.findall(r"\w+", fold(gap).text)
    return set(words) <= set(JOINS.split())
