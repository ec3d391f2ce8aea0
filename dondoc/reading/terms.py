"""Finds the terms in running text, as written; what a term leaves open is a doubt for a person, never a guess."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.reading.dates import day_of
from dondoc.reading.folding import Folded, fold
from dondoc.reading.term_forms import FORMS, PLAIN_FORMS, Draft
from dondoc.reading.term_patterns import PLAIN_DAY
from dondoc.reading.term_traps import is_trap
from dondoc.rules.terms import Term

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.reading.dates import Doubt

EDGES = re.compile(
    r"[\s.;,]*(?:(?:xong|hoàn *thành|báo *cáo|gửi|trình)(?= *(?:trước|chậm|muộn|trong)))?\s*(?P<said>.*?)[\s.;,]*$",
    re.DOTALL,
)


@dataclass(frozen=True)
class TermSpan:
    """A term at [start, end) of the text it was found in, which its phrase quotes.

    Where the phrase names a day or period without fixing it, `doubt` says what is open and the term has no date;
    `proposed` is the next such day from the day of writing on, for a person to confirm.
    """

    term: Term
    start: int
    end: int
    doubt: Doubt | None = None
    proposed: dt.date | None = None


@dataclass(frozen=True)
class Found:
    """A draft at [start, end) of the folded text."""

    draft: Draft
    start: int
    end: int


def find_terms(text: str, written_on: dt.date | None = None) -> list[TermSpan]:
    """Find every term of `text` in its order; `written_on` is the day of the document, where known.

    Dates that are no terms (of meetings, cited documents, periods reported on, events) are left out.
    """
    folded = fold(text)
    found = [
        Found(draft, *_trimmed(match))
        for pattern, read in FORMS
        for match in pattern.finditer(folded.text)
        if (draft := read(match, written_on)) is not None
    ]
    return [_quote(text, folded, each) for each in _apart(found) if not _is_trap(folded, each, written_on)]


def read_phrase(phrase: str, written_on: dt.date | None = None) -> TermSpan:
    """Read a phrase that is a term from end to end, or a plain date or period.

    Raises BadInput with examples of what is understood.
    """
    folded = fold(phrase)
    said = EDGES.match(folded.text)
    start, end = said.span("said") if said else (0, 0)
    for pattern, read in (*PLAIN_FORMS, *FORMS):
        match = pattern.fullmatch(folded.text, start, end)
        draft = read(match, written_on) if match else None
        if draft is not None:
            return _quote(phrase, folded, Found(draft, start, end))
    raise BadInput(
        'The term "%(phrase)s" is not understood. Write it like: trước ngày 23/5/2014; trong tháng 8/2026; '
        "trước 15 giờ 00 ngày 17/9/2026; trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản.",
        phrase=" ".join(phrase.split()),
    )


def read_term(phrase: str) -> Term:
    """Read the term of a phrase given by itself, as `read_phrase` does."""
    return read_phrase(phrase).term


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    words = match.group()
    return match.start() + len(words) - len(words.lstrip()), match.start() + len(words.rstrip())


def _apart(found: list[Found]) -> list[Found]:
    """Keep, of those that overlap, the one that begins first, and of two beginnings the longest."""
    apart: list[Found] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return apart


def _is_trap(folded: Folded, found: Found, written_on: dt.date | None) -> bool:
    draft = found.draft
    return is_trap(
        folded.text, found.start, found.end, weak=draft.weak, date=draft.reading.date, written_on=written_on
    )


def _quote(text: str, folded: Folded, found: Found) -> TermSpan:
    draft = found.draft
    start, end = folded.span(found.start, found.end)
    anchor = text[slice(*folded.span(*draft.anchor))] if draft.anchor else None
    term = Term(
        phrase=text[start:end],
        operator=draft.operator,
        date=draft.reading.date,
        time=draft.time,
        amount=draft.amount,
        unit=draft.unit,
        anchor=" ".join(unicodedata.normalize("NFC", anchor).split()) if anchor else None,
        anchor_day=_day_named_by(folded.text[slice(*draft.anchor)]) if draft.anchor else None,
    )
    return TermSpan(term, start, end, draft.reading.doubt, draft.reading.proposed)


def _day_named_by(anchor: str) -> dt.date | None:
    """Return the day of an anchor that is nothing but a date."""
    match = PLAIN_DAY.fullmatch(anchor.strip())
    return day_of(match.groupdict(), None).date if match else None
