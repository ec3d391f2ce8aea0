"""Text made comparable: one spelling for what documents write in several, each character traced back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

MARK = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]")
"""The marks of decomposed text, soft hyphens and other invisible characters."""
CLUSTER = re.compile(f".{MARK.pattern}*", re.DOTALL)
"""A character with the marks that follow it."""
PAGE_NUMBER = re.compile(r"(?<!\s)([^\S\n]*+\n\s*+)(?:-[^\S\n]*+)?\d{1,3}(?:[^\S\n]*+-)?(\s++)")
HARD_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-+*•]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s))")
"""A blank line, or a line's end before a bullet or a number; other line ends are wraps inside a sentence."""
NOTE = re.compile(r"(?<=[\w.,;:)”\"])[¹²³⁰⁴-⁹]+|(?<=[\w.,;:)”\"])\[\d{1,2}\]")
"""The mark of a footnote behind a word: no part of it."""
DASHES = "–—‒‑−"  # noqa: RUF001 - the dashes of real documents
TICKS = "’‘′`´"  # noqa: RUF001 - the ticks of real documents
OI = {"ƣ": "ư"}
"""What the text layer of many PDF files has for ư: the letters beside each other in an old font."""
SAME = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(TICKS, "'") | OI)
TONES = {"o": "òóỏõọ", "u": "ùúủũụ", "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
OLD_PLACES = {
    TONES[first][tone] + second: first + TONES[second][tone]
    for first, second in ("oa", "oe", "uy")
    for tone in range(5)
}
"""Where a tone stands on the first vowel (hòa, ủy) -> where folded text has it (hoà, uỷ)."""
OLD_PLACE = re.compile("|".join(OLD_PLACES))


@dataclass(frozen=True)
class Folded:
    """Folded text; `offsets[i]` is where its character i begins in the original, the original's end last.

    It is in lower case and composed, with tones on the second vowel and one dash and one tick for all. The
    end of a paragraph is a line feed, every other white space a space; page numbers between lines, marks of
    footnotes behind a word and of bold type are spaces too.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the folded characters [start, end) stand in the original."""
        return self.offsets[start], self.offsets[end]


def fold(text: str) -> Folded:
    """Fold `text`; what is equal to a reader becomes equal."""
    clusters = CLUSTER.findall(text) if MARK.search(text) else text
    folded = "".join(map(_one_character, clusters)).translate(SAME)
    folded = OLD_PLACE.sub(lambda match: OLD_PLACES[match.group()], folded)
    folded = PAGE_NUMBER.sub(_without_page_number, folded)
    folded = NOTE.sub(lambda match: " " * len(match.group()), folded)
    folded = HARD_BREAK.sub(lambda match: "\v" * len(match.group()), folded)
    folded = re.sub(r"[^\S\v]", " ", folded).replace("\v", "\n").replace("**", "  ")
    return Folded(folded, tuple(accumulate(map(len, clusters), initial=0)))


@lru_cache(maxsize=4096)
def _one_character(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster).lower()[:1]


def _without_page_number(match: re.Match[str]) -> str:
    """Blank a number that has a line to itself."""
    alone = "\n" in match[1] and "\n" in match[2]
    return " " * len(match.group()) if alone else match.group()
