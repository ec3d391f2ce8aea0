"""Directive items: which paragraphs order something, and all that each of them states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reading.calendar import shipped_calendar
from dondoc.reading.cases import cases
from dondoc.reading.directives import PROMISE, Force, Order, agrees, orders
from dondoc.reading.kinds import Authority, lasts, read_kind
from dondoc.reading.naming import expand
from dondoc.reading.outputs import is_made_once, outputs
from dondoc.reading.owners import coordinators_of, leads_of, named_anywhere
from dondoc.reading.questions import questions
from dondoc.reading.references import references
from dondoc.reading.result import Item, Named, ReadTerm, Words
from dondoc.reading.targets import targets
from dondoc.reading.terms import TermSpan, find_terms
from dondoc.reading.tones import Tone
from dondoc.reading.urgency import recurrence_of, urgency_of
from dondoc.rules.terms import derive

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.text import Span, Text

NEEDED = {
    Tone.ORDERS: Force.BARE,
    Tone.OPEN: Force.BARE,
    Tone.FINDINGS: Force.STRONG,
    Tone.CONTEXT: Force.STRONG,
}
"""How plainly a paragraph must order to be an item, by what its section is about."""


@dataclass(frozen=True)
class Setting:
    """What the whole document says to each of its items."""

    written_on: dt.date | None
    subject: Span | None
    authority: Authority | None


def is_directive(text: Text, paragraph: Paragraph, issuer: str | None) -> bool:
    """Tell whether a paragraph orders something; a bullet in a list of orders does, unless it only agrees.

    What the issuer says it does itself is no order, what it promises is.
    """
    if paragraph.bullet and paragraph.context.tone is Tone.ORDERS:
        return not agrees(text, paragraph.words)
    needed = NEEDED[paragraph.context.tone]
    own = expand(text.of(issuer).folded) if issuer else ""
    return any(
        order.force >= needed and not agrees(text, sentence) and not _tells(text, order, own)
        for sentence in paragraph.ordering
        for order in orders(text, sentence)
    )


def _tells(text: Text, order: Order, issuer: str) -> bool:
    promised = PROMISE.match(text.folded, order.start)
    doer = expand(text.folded[slice(*order.leads[0])]) if order.leads else None
    return order.force is Force.NAMED and not promised and doer == issuer


def read_item(text: Text, paragraph: Paragraph, ref: str, setting: Setting) -> Item:
    """Read a paragraph that orders something; what it does not state is inherited or null."""
    words = (paragraph.words,)
    leads = _leads(text, paragraph, setting)
    terms = terms_in(text, paragraph.words, setting.written_on)
    recurrence = recurrence_of(text, words)
    made, measured = outputs(text, words), targets(text, words)
    kind = read_kind(
        owed_by_authority=_is_owed_by_authority(text, (*leads[:1], *paragraph.context.leads[:1]), setting),
        measured=bool(measured),
        yields=bool(terms) or any(is_made_once(text, output) for output in made),
        lasts=recurrence is not None or lasts(text, paragraph.ordering),
    )
    return Item(
        ref,
        kind,
        paragraph.context.field,
        *text.quote(paragraph.words),
        leads=_named(text, leads),
        coordinators=_named(text, coordinators_of(text, paragraph.ordering)),
        term=_read_term(terms[0]) if terms else None,
        urgency=_words(text, urgency_of(text, words) or paragraph.context.urgency),
        recurrence=_words(text, recurrence),
        outputs=_quoted(text, made),
        targets=measured,
        legal_refs=_quoted(text, references(text, words)),
        cases=_named(text, cases(text, paragraph.ordering)),
        questions=questions(kind, terms, led=bool(leads), recurs=recurrence is not None),
    )


def _leads(text: Text, paragraph: Paragraph, setting: Setting) -> tuple[Span, ...]:
    """Return who leads: named here, or above, or anywhere here; else the body the document is about."""
    subject = (setting.subject,) if setting.subject else ()
    return (
        leads_of(text, paragraph.ordering)
        or paragraph.context.leads
        or subject
        or named_anywhere(text, paragraph.ordering)
    )


def _is_owed_by_authority(text: Text, leads: tuple[Span, ...], setting: Setting) -> bool:
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


def _read_term(found: TermSpan) -> ReadTerm:
    term, due = found.term, derive(found.term, shipped_calendar())
    return ReadTerm(
        term.phrase, (found.start, found.end), term.operator, term.date, term.time, term.amount, term.unit,
        term.anchor, term.basis, due.last_day, due.derivation,
    )  # fmt: skip


def _named(text: Text, spans: tuple[Span, ...] | list[Span]) -> tuple[Named, ...]:
    return tuple(Named(*text.quote(span)) for span in spans)


def _quoted(text: Text, spans: list[Span]) -> tuple[Words, ...]:
    return tuple(Words(*text.quote(span)) for span in spans)


def _words(text: Text, span: Span | None) -> Words | None:
    return Words(*text.quote(span)) if span else None
