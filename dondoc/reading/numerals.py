"""Numbers as Vietnamese documents write them: 80,71 and 13.481."""

from __future__ import annotations

import re

NUMBER = r"(?<![\d.,/])\d+(?:\.\d{3})*(?:,\d+)?(?![\d/])"
DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def number(words: str) -> float:
    """Return the value of a number; a whole one is an int."""
    whole, _comma, fraction = words.partition(",")
    whole = whole.replace(".", "") if DOTTED.fullmatch(whole) else whole
    return float(f"{whole}.{fraction}") if fraction else int(whole)
