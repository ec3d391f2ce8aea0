"""The separately checkable obligations of an item, each with its own owner, term and product.

Their spans tile the item: they stand in its order without overlap, and between them is nothing but
punctuation, connecting words ("; đồng thời", ", trong đó") and what only announces the bullets below.
"""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase
from typing import TYPE_CHECKING

from dondoc.reading.anaphora import resolved
from dondoc.reading.cases import names_again
from dondoc.reading.clauses import Clause, obligations
from dondoc.reading.conditions import condition_end
from dondoc.reading.openings import Opening
from dondoc.reading.owners import SAME_AGAIN, leads_of
from dondoc.reading.passages import Passage, read_passage
from dondoc.reading.questions import about_owners, questions
from dondoc.reading.reasons import Led
from dondoc.reading.result import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.passages import Setting
    from dondoc.reading.result import Part
    from dondoc.reading.text import Span, Text


CLOSING = (Opening.SEMICOLON, Opening.CONDITION, Opening.ASIDE)
"""How a condition opens that is about the whole item: "(trường hợp có vướng mắc, báo cáo …)"."""


def read_parts(
    text: Text, paragraph: Paragraph, ref: str, whole: Passage, setting: Setting
) -> tuple[Part, ...]:
    """Read the obligations of an item; one that cannot be taken apart is its own only part."""
    clauses = obligations(text, paragraph.ordering) or [Clause(paragraph.words, Opening.SENTENCE)]
    found = []
    for letter, clause, (named, led) in zip(_letters(), clauses, _leads(text, clauses, whole), strict=False):
        leads = resolved(text, named, paragraph, setting)
        passage = _passage(text, clause.span, whole, leads, led)
        part = read_passage(text, f"{ref}{letter}", passage, paragraph.context, setting)
        recurs = part.recurrence is not None
        asked = (
            *about_owners(text, named, leads),
            *questions(part.kind, passage.times, led=bool(leads), recurs=recurs),
        )
        why = (Reason(f"part.{clause.opening}"), *part.reasons)
        found.append(replace(part, questions=asked, reasons=why))
    return tuple(found)


def _leads(text: Text, clauses: Sequence[Clause], whole: Passage) -> Iterator[tuple[tuple[Span, ...], Led]]:
    """Yield who leads each clause: named in it, or in front of it in its sentence, or the item's."""
    inherited = (whole.leads, Led.ITEM if whole.led is Led.NAMED else whole.led)
    carried = inherited
    for clause in clauses:
        named = leads_of(text, (clause.span,))
        if clause.opening in CLOSING and not named and condition_end(text, *clause.span):
            carried = inherited
        if clause.opening is Opening.SENTENCE or (named and clause.opening is not Opening.ASIDE):
            carried = (_meant(text, named, whole), Led.CARRIED) if named else inherited
        yield (named, Led.NAMED) if named else carried


def _passage(text: Text, span: Span, whole: Passage, leads: tuple[Span, ...], led: Led) -> Passage:
    """Return the part of an item at a span.

    A term that stands outside the item is that of each part; cases a part only points back to are those
    named in front of it.
    """
    begin, end = text.quote(span).span
    first, last = text.quote(whole.words).span
    again = names_again(text, span)
    return Passage(
        words=span,
        ordering=(span,),
        leads=leads,
        led=led,
        meant=_meant(text, leads, whole),
        times=[
            each
            for each in whole.times
            if (begin <= each.start and each.end <= end) or not first <= each.start < last
        ],
        cases=[
            case
            for case in whole.cases
            if (case.start < span.start and again) or span.start <= case.start < span.end
        ],
    )


def _meant(text: Text, leads: tuple[Span, ...], whole: Passage) -> tuple[Span, ...]:
    """Return whom leads stand for: "từng đơn vị" are those the item names in front of it."""
    if not leads or not SAME_AGAIN.match(text.folded, leads[0].start):
        return leads
    return tuple(lead for lead in whole.leads if lead.end <= leads[0].start) or whole.leads


def _letters() -> Iterator[str]:
    """Yield a, b, … z, aa, ab, … ."""
    yield from ascii_lowercase
    for first in _letters():
        yield from (first + second for second in ascii_lowercase)
