"""Numbers as Vietnamese documents write them: 80,71 and 13.481, and sums: 2 tỷ 557 triệu đồng."""

from __future__ import annotations

import re

from dondoc.reading.text import EDGE, END, spell

NUMBER = r"(?<![\d.,/])\d+(?:\.\d{3})*(?:,\d+)?(?![\d/])"
DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
SCALES = {"nghìn tỷ": 10**12, "tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3}
"""What the words behind a number multiply it by; other spellings are read as these."""
SCALE = r"(?:(?:nghìn|ngàn) (?:tỷ|tỉ)|tỷ|tỉ|triệu|nghìn|ngàn)"
SUM = spell(
    rf"{NUMBER}(?:\s*+{SCALE}{END})?(?:\s*+{NUMBER}\s*+{SCALE}{END})*(?:\s*+{NUMBER})?\s*+đồng(?! chí|\w)"
)
"""An amount of money."""
ADDEND = re.compile(spell(rf"(?P<number>{NUMBER})(?:\s*+(?P<scale>{EDGE}{SCALE}))?"))


def number(words: str) -> float:
    """Return the value of a number; a whole one is an int."""
    whole, _comma, fraction = words.partition(",")
    whole = whole.replace(".", "") if DOTTED.fullmatch(whole) else whole
    return float(f"{whole}.{fraction}") if fraction else int(whole)


def amount(words: str) -> float:
    """Return the value of a sum in đồng, folded; a whole one is an int."""
    total: float = 0
    for addend in ADDEND.finditer(words):
        scale = " ".join((addend["scale"] or "").split()).replace("ngàn", "nghìn").replace("tỉ", "tỷ")
        total += number(addend["number"]) * SCALES.get(scale, 1)
    return int(total) if total == int(total) else total
