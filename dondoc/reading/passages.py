"""What a passage that orders something states: the whole of an item, or one obligation of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reading.calendar import shipped_calendar
from dondoc.reading.kinds import Authority, lasts, read_kind
from dondoc.reading.outputs import is_made_once, outputs
from dondoc.reading.owners import coordinators_of
from dondoc.reading.references import references
from dondoc.reading.result import Named, Part, ReadTerm, Words
from dondoc.reading.targets import targets
from dondoc.reading.terms import TermSpan, find_terms
from dondoc.reading.urgency import recurrence_of, urgency_of
from dondoc.rules.terms import derive

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from dondoc.reading.contexts import Context
    from dondoc.reading.text import Span, Text


@dataclass(frozen=True)
class Setting:
    """What the whole document says to each of its items."""

    written_on: dt.date | None
    subject: Span | None
    authority: Authority | None


@dataclass(frozen=True)
class Passage:
    """Words that order; `ordering` are those that do. Leads, terms and cases are found already."""

    words: Span
    ordering: tuple[Span, ...]
    leads: tuple[Span, ...]
    terms: Sequence[TermSpan]
    cases: Sequence[Span]


def read_passage(text: Text, ref: str, passage: Passage, context: Context, setting: Setting) -> Part:
    """Read what a passage states; owner and urgency it does not state are those of its context."""
    words = (passage.words,)
    recurrence = recurrence_of(text, words)
    made, measured = outputs(text, words), targets(text, words)
    quote = text.quote(passage.words)
    return Part(
        ref=ref,
        kind=read_kind(
            owed_by_authority=_is_owed_by_authority(text, (*passage.leads[:1], *context.leads[:1]), setting),
            measured=bool(measured),
            yields=bool(passage.terms) or any(is_made_once(text, output) for output in made),
            lasts=recurrence is not None or lasts(text, passage.ordering),
        ),
        field=context.field,
        text=quote.text,
        span=quote.span,
        leads=_named(text, passage.leads),
        coordinators=_named(text, coordinators_of(text, passage.ordering)),
        term=shared_term(passage.terms),
        urgency=_words(text, urgency_of(text, words) or context.urgency),
        recurrence=_words(text, recurrence),
        outputs=tuple(Words(*text.quote(output)) for output in made),
        targets=measured,
        legal_refs=tuple(Words(*text.quote(reference)) for reference in references(text, words)),
        cases=_named(text, passage.cases),
    )


def _is_owed_by_authority(text: Text, leads: Iterable[Span], setting: Setting) -> bool:
    """Tell whether one of these is the authority's: the lead itself, or whom the section is about."""
    authority = setting.authority
    return authority is not None and any(authority.owes(text.folded[slice(*lead)]) for lead in leads)


def terms_in(text: Text, words: Span, written_on: dt.date | None) -> list[TermSpan]:
    """Return the terms of a paragraph, their places counted in the whole raw text."""
    quote = text.quote(words)
    return [
        TermSpan(
            found.term,
            quote.span.start + found.start,
            quote.span.start + found.end,
            found.doubt,
            found.proposed,
        )
        for found in find_terms(quote.text, written_on)
    ]


def shared_term(terms: Sequence[TermSpan]) -> ReadTerm | None:
    """Return the term of a passage; several that differ are those of its parts, and it has none itself."""
    if len({(each.term.operator, each.term.date, each.term.amount, each.term.anchor) for each in terms}) != 1:
        return None
    found, term = terms[0], terms[0].term
    due = derive(term, shipped_calendar())
    return ReadTerm(
        term.phrase, (found.start, found.end), term.operator, term.date, term.time, term.amount, term.unit,
        term.anchor, term.basis, due.last_day, due.derivation,
    )  # fmt: skip


def _named(text: Text, spans: Iterable[Span]) -> tuple[Named, ...]:
    return tuple(Named(*text.quote(span)) for span in spans)


def _words(text: Text, span: Span | None) -> Words | None:
    return Words(*text.quote(span)) if span else None
