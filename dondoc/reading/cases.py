"""Cases that an item calls by the name of a company or a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.text import EDGE, END, Span, any_of, phrases, spell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.text import Text

CASE = any_of("vụ; vụ việc; vụ án; dự án")
COMPANY = (
    r"(?:tập đoàn|tổng công ty|công ty|ngân hàng|hợp tác xã|doanh nghiệp tư nhân) [^,;.()\n]{3,70}?"
    r"(?: \([^()]{2,60}\))?"
)
PERSON = r"vụ(?: việc| án)? (?:ông|bà) [^,;.()\n]{3,40}?"
ENDS = rf"(?=\s*+[,;.)\n]|$|\s++{EDGE}(?:và|trong|đối|theo|về){END})"
NAMED_CASE = re.compile(EDGE + spell(rf"(?:{COMPANY}|{PERSON})") + ENDS)
AGAIN = phrases(r"(?:các|những|hai|ba) vụ(?: việc| án)?(?: [^\s.,;:()]+){0,4}? (?:(?:nêu )?trên|này|đó)")
"""Cases named before: "các vụ việc nêu trên"."""


def names_again(text: Text, span: Span) -> bool:
    """Tell words that point back to the cases named in front of them."""
    return bool(AGAIN.search(text.folded, *span))


def cases(text: Text, spans: Iterable[Span]) -> list[Span]:
    """Return the cases that sentences name; a name's last word has a capital."""
    named: list[Span] = []
    for span in spans:
        if CASE.search(text.folded, *span):
            named += [Span(*match.span()) for match in NAMED_CASE.finditer(text.folded, *span)]
    return [name for name in named if text.is_upper(_last_word(text, name))]


def _last_word(text: Text, span: Span) -> int:
    words = text.folded[slice(*span)].rstrip(") ")
    return span.start + max(words.rfind(" "), words.rfind("(")) + 1
