"""The separately checkable obligations of an item, each with its own owner, term and product.

Their spans tile the item: they stand in its order without overlap, and between them is nothing but
punctuation, connecting words ("; đồng thời", ", trong đó") and what only announces the bullets below.
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from dondoc.reading.cases import names_again
from dondoc.reading.clauses import Clause, obligations
from dondoc.reading.openings import Opening
from dondoc.reading.owners import leads_of
from dondoc.reading.passages import Passage, read_passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.passages import Setting
    from dondoc.reading.result import Part
    from dondoc.reading.text import Span, Text


def read_parts(
    text: Text, paragraph: Paragraph, ref: str, whole: Passage, setting: Setting
) -> tuple[Part, ...]:
    """Read the obligations of an item; one that cannot be taken apart is its own only part."""
    clauses = obligations(text, paragraph.ordering) or [Clause(paragraph.words, Opening.SENTENCE)]
    leads = _leads(text, clauses, whole.leads)
    return tuple(
        read_passage(
            text, f"{ref}{letter}", _passage(text, clause.span, owners, whole), paragraph.context, setting
        )
        for letter, clause, owners in zip(_letters(), clauses, leads, strict=False)
    )


def _leads(text: Text, clauses: Sequence[Clause], inherited: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Yield who leads each clause: named in it, or in front of it in its sentence, or the item's."""
    carried = inherited
    for clause in clauses:
        named = leads_of(text, (clause.span,))
        if clause.opening is Opening.SENTENCE:
            carried = named or inherited
        elif named and clause.opening is not Opening.ASIDE:
            carried = named
        yield named or carried


def _passage(text: Text, span: Span, leads: tuple[Span, ...], whole: Passage) -> Passage:
    """Return the part of an item at a span; cases it only points back to are those named in front of it."""
    begin, end = text.quote(span).span
    again = names_again(text, span)
    return Passage(
        words=span,
        ordering=(span,),
        leads=leads,
        terms=[term for term in whole.terms if begin <= term.start and term.end <= end],
        cases=[
            case
            for case in whole.cases
            if (case.start < span.start and again) or span.start <= case.start < span.end
        ],
    )


def _letters() -> Iterator[str]:
    """Yield a, b, … z, aa, ab, … ."""
    yield from ascii_lowercase
    for first in _letters():
        yield from (first + second for second in ascii_lowercase)
