"""Terms that point to another paragraph: the same term as there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dondoc.reading.folding import fold
from dondoc.reading.passages import terms_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.passages import Setting
    from dondoc.reading.terms import TermSpan
    from dondoc.reading.text import Text

PLACE = re.compile(r"(?:điểm|khoản|mục|phần|điều)\s*+(?P<label>[\dđa-z.]{1,6})")
LETTERS = "abcdđeghiklmnopqrstuvxy"


def resolve(text: Text, times: Sequence[TermSpan], paragraph: Paragraph, setting: Setting) -> list[TermSpan]:
    """Give each term that points elsewhere what the term there says; it keeps its own words and place."""
    return [_resolved(text, each, paragraph, setting) if each.form == "as_there" else each for each in times]


def _resolved(text: Text, found: TermSpan, paragraph: Paragraph, setting: Setting) -> TermSpan:
    there = [
        term
        for other in _pointed_to(found.term.anchor or "", paragraph, setting.paragraphs)
        for term in terms_in(text, other.words, setting.written_on)
        if term.form != "as_there"
    ]
    if len({(term.term.date, term.term.amount, term.term.anchor) for term in there}) != 1:
        return found
    anchor = there[0].term.anchor or found.term.anchor
    term = replace(there[0].term, phrase=found.term.phrase, anchor=anchor)
    return replace(found, term=term, doubt=there[0].doubt, proposed=there[0].proposed)


def _pointed_to(anchor: str, paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the paragraphs a place means: "điểm b khoản 2" is 2.2, "nêu trên" the nearest above."""
    labels = [place["label"].strip(".") for place in PLACE.finditer(fold(anchor).text)]
    if not labels:
        return paragraphs[: paragraphs.index(paragraph)][-1:]
    numbers = [str(LETTERS.index(label) + 1) if label in LETTERS else label for label in reversed(labels)]
    ref = ".".join(numbers)
    return [
        each for each in paragraphs if each.ref == ref or each.ref.startswith(f"{ref}.") if each != paragraph
    ]
