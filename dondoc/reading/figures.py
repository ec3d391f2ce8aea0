"""Figures of a finding: a percentage with what it is compared with, a rank."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dondoc.reading.naming import one_line
from dondoc.reading.numerals import NUMBER, number
from dondoc.reading.result import Figure
from dondoc.reading.text import Span, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.text import Text

RANK = re.compile(
    spell(r"(?:đứng|xếp)(?: thứ| hạng| vị trí)* (?P<rank>\d+)\s?/\s?(?P<of>\d+)(?: [^,;.()]{2,40})?")
)
PERCENT = re.compile(spell(rf"(?P<value>{NUMBER})\s?%(?P<rest>[^;.]*)"))
PERCENT_SIGN = re.compile(r"%[\s)]*")
OTHERS = "(?:toàn ngành|toàn quốc|bình quân|trung bình|cả nước|cùng kỳ)"
COMPARED = re.compile(spell(rf"[^;.%]{{0,80}}?{OTHERS}[^;.%\d]{{0,40}}(?P<other>{NUMBER})\s?%\)?"))
LEADING = re.compile(
    spell(r"^[\s,(:-]+|[\s,(:-]+$|(?: đạt| chiếm tỷ lệ thấp| chiếm| là| còn| chỉ đạt| đạt thấp)+[\s,(]*$")
)
CLAUSE = re.compile(r"[;:(]\s*+|,(?!\d)\s*+")


def figures(text: Text, clause: Span) -> tuple[Figure, ...]:
    """Return the percentages and ranks of a clause, each with the words it measures.

    A rank that follows a percentage with nothing between them is the same measure's.
    """
    found: list[Figure] = []
    for figure in sorted(
        (*_percentages(text, clause), *_ranks(text, clause)), key=lambda figure: figure.span
    ):
        if found and figure.rank is not None and not figure.name:
            above = found.pop()
            figure = replace(above, rank=figure.rank, of=figure.of, span=(above.span[0], figure.span[1]))  # noqa: PLW2901
        found.append(figure)
    return tuple(found)


def _percentages(text: Text, clause: Span) -> Iterator[Figure]:
    place = clause.start
    while match := PERCENT.search(text.folded, place, clause.end):
        compared = COMPARED.match(match["rest"])
        end = match.start("rest") + (compared.end() if compared else 0)
        measured = _measured(text, Span(place, match.start()))
        other = number(compared["other"]) if compared else None
        span = text.quote(text.strip(Span(measured.start, end), ",;")).span
        yield Figure(one_line(text, measured), number(match["value"]), "%", other, None, None, span)
        place = end


def _ranks(text: Text, clause: Span) -> Iterator[Figure]:
    place = clause.start
    for match in RANK.finditer(text.folded, *clause):
        behind = [figure.end() for figure in PERCENT_SIGN.finditer(text.folded, place, match.start())]
        measured = _measured(text, Span(max([place, *behind]), match.start()))
        span = text.quote(text.strip(Span(*match.span()))).span
        yield Figure(one_line(text, measured), None, None, None, int(match["rank"]), int(match["of"]), span)
        place = match.end()


def _measured(text: Text, before: Span) -> Span:
    """Return the words in front of a figure that say what it measures."""
    starts = [before.start, *(match.end() for match in CLAUSE.finditer(text.folded, *before))]
    for start in reversed(starts):
        words = LEADING.sub("", text.folded[start : before.end])
        if re.search(r"\w{2}", words):
            begin = text.folded.index(words, start)
            return Span(begin, begin + len(words))
    return Span(before.end, before.end)
