"""Finds the terms in running text; what one leaves open is a doubt for a person, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.reading.dates import Doubt, day_of
from dondoc.reading.folding import Folded, fold
from dondoc.reading.term_forms import FORMS, PLAIN_FORMS, Draft, FormName
from dondoc.reading.term_patterns import PLAIN_DAY
from dondoc.reading.term_traps import Trap, trap_of
from dondoc.rules.terms import Term
from dondoc.rules.vietnamese import one_line

if TYPE_CHECKING:
    import datetime as dt

EDGE = " \n.;,"
LEAD = re.compile(r"(?:hoàn *thành|xong|báo *cáo|gửi|trình) *(?=trước|chậm|muộn|trong|từ)")
"""What is to be done by then; a phrase given by itself may begin with it."""


@dataclass(frozen=True)
class TermSpan:
    """A term at [start, end) of the text it was found in, which its phrase quotes.

    Where the phrase names a day or period without fixing it, the term has no date, `doubt` says what is open,
    and `proposed` is the next such day from the day of writing on, for a person to confirm. What only looks
    like a term has the `trap` it is.
    """

    term: Term
    start: int
    end: int
    form: FormName
    doubt: Doubt | None = None
    proposed: dt.date | None = None
    trap: Trap | None = None


@dataclass(frozen=True)
class Found:
    """A draft at [start, end) of the folded text."""

    draft: Draft
    start: int
    end: int
    form: FormName


def find_terms(text: str, written_on: dt.date | None = None) -> list[TermSpan]:
    """Find every term of `text` in its order; `written_on` is the day of the document, where known.

    Dates that are no terms (of meetings, cited documents, periods reported on, events) are left out.
    """
    return [each for each in find_times(text, written_on) if each.trap is None]


def find_times(text: str, written_on: dt.date | None = None) -> list[TermSpan]:
    """Find every term of `text` as `find_terms` does, and among them what only looks like one."""
    folded = fold(text)
    found = [
        Found(draft, *_whole(match), form.name)
        for form in FORMS
        for match in form.pattern.finditer(folded.text)
        if (draft := form.read(match, written_on)) is not None
    ]
    return [_quote(text, folded, each, _trap_of(folded, each, written_on)) for each in _apart(found)]


def read_phrase(phrase: str, written_on: dt.date | None = None) -> TermSpan:
    """Read a phrase that is a term from end to end, or a plain date or period.

    Raises BadInput, with examples, for what is not understood, and for a day that there is not.
    """
    folded = fold(phrase)
    start, end = _without_edges(folded.text)
    for form in (*PLAIN_FORMS, *FORMS):
        match = form.pattern.fullmatch(folded.text, start, end)
        draft = form.read(match, written_on) if match else None
        if draft is not None and draft.reading.doubt is not Doubt.NO_SUCH_DAY:
            return _quote(phrase, folded, Found(draft, start, end, form.name))
        if draft is not None:
            raise BadInput('"%(phrase)s": the calendar has no such day.', phrase=one_line(phrase))
    raise BadInput(
        'The term "%(phrase)s" is not understood. Write it like: trước ngày 23/5/2014; trong tháng 8/2026; '
        "trước 15 giờ 00 ngày 17/9/2026; trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản.",
        phrase=one_line(phrase),
    )


def read_term(phrase: str) -> Term:
    """Read the term of a phrase given by itself, as `read_phrase` does."""
    return read_phrase(phrase).term


def _without_edges(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip(EDGE))
    lead = LEAD.match(text, start)
    return lead.end() if lead else start, max(start, len(text.rstrip(EDGE)))


def _whole(match: re.Match[str]) -> tuple[int, int]:
    """Return where the words of a match stand, with the bracket that closes one opened in them."""
    words = match.group()
    end = match.start() + len(words.rstrip())
    closes = words.count("(") > words.count(")") and match.string[end : end + 1] == ")"
    return match.start() + len(words) - len(words.lstrip()), end + closes


def _apart(found: list[Found]) -> list[Found]:
    """Keep, of those that overlap, the one that begins first, and of two beginnings the longest."""
    apart: list[Found] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return apart


def _trap_of(folded: Folded, found: Found, written_on: dt.date | None) -> Trap | None:
    draft = found.draft
    return trap_of(
        folded.text, found.start, found.end, weak=draft.weak, date=draft.reading.date, written_on=written_on
    )


def _quote(text: str, folded: Folded, found: Found, trap: Trap | None = None) -> TermSpan:
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
        anchor=one_line(anchor) if anchor else None,
        anchor_day=_day_named_by(folded.text[slice(*draft.anchor)]) if draft.anchor else None,
    )
    return TermSpan(term, start, end, found.form, draft.reading.doubt, draft.reading.proposed, trap)


def _day_named_by(anchor: str) -> dt.date | None:
    """Return the day of an anchor that is nothing but a date."""
    match = PLAIN_DAY.fullmatch(anchor.strip())
    return day_of(match.groupdict(), None).date if match else None
