"""Paragraphs taken apart into sentences, and sentences into clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.text import Span, Text, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

END = re.compile(r"""(?:\.{1,3}|[!?…])[”"')\]*]*\s++(?=\S)|\n""")
SHORT = re.compile(
    spell(r"(?<!\w)(?:tp|tx|tt|q|p|gs|pgs|ts|ths|bs|ks|ls|mr|ms|kt|tl|tm|tuq|st|vd|đ/c|số|v\.v)\.\s*+$")
)
"""A full stop after these ends no sentence: TP. Hồ Chí Minh."""
SEMICOLON = re.compile(r"[;\n](?![^()]*\))|:(?=\s++\(\d{1,2}\)\s)")
COUNT = re.compile(r"\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s*+")
"""The mark in front of one of several tasks in one sentence: "(1) Phòng A lập sổ; (2) Phòng B …"."""
LOOK_BACK = 8
TITLE = re.compile(r"(?:ông|bà)\.")
"""At the head of a paragraph a stop behind these is as good as none: "Ông. Lò Văn Tám: …"."""


def sentences(text: Text, span: Span) -> list[Span]:
    """Return the sentences of a paragraph; their spans leave out the blanks between them."""
    return list(_cut(text, span, _ends(text, span)))


def clauses(text: Text, span: Span) -> list[Span]:
    """Return the parts of a sentence that semicolons outside parentheses separate."""
    return list(_cut(text, span, (mark.end() for mark in SEMICOLON.finditer(text.folded, *span))))


def without_count(text: Text, span: Span) -> Span:
    """Return a span without the mark in front of it, which counts it among others of its sentence."""
    count = COUNT.match(text.folded, *span)
    return Span(count.end(), span.end) if count else span


def _ends(text: Text, span: Span) -> Iterator[int]:
    for mark in END.finditer(text.folded, *span):
        before = text.folded[max(span.start, mark.start() - LOOK_BACK) : mark.start() + 1]
        if TITLE.fullmatch(text.folded, span.start, mark.start() + 1):
            continue
        if mark.group() == "\n" or (not text.is_lower(mark.end()) and not SHORT.search(before)):
            yield mark.end()


def _cut(text: Text, span: Span, places: Iterator[int]) -> Iterator[Span]:
    start = span.start
    for place in (*places, span.end):
        piece = text.strip(Span(start, place))
        if piece.start < piece.end:
            yield piece
        start = place
