"""What a passage that orders something states: the whole of an item, or one obligation of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from dondoc.errors import BadInput
from dondoc.reading.beside import coordinators_of
from dondoc.reading.kinds import Authority, Signs, lasting, read_kind
from dondoc.reading.outputs import is_made_once, outputs
from dondoc.reading.reasons import Led, why_due, why_led, why_ordered
from dondoc.reading.references import references
from dondoc.reading.result import Named, Part, ReadTerm, Words
from dondoc.reading.shipped_calendar import shipped_calendar
from dondoc.reading.targets import targets
from dondoc.reading.terms import TermSpan, find_times, read_phrase
from dondoc.reading.text import Span
from dondoc.reading.urgency import recurrence_of, urgency_of
from dondoc.rules.terms import derive

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from dondoc.reading.contexts import Context
    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.result import Reason, Target
    from dondoc.reading.text import Text


@dataclass(frozen=True)
class Setting:
    """What the whole document says to each of its items."""

    written_on: dt.date | None
    subject: Span | None
    authority: Authority | None
    paragraphs: Sequence[Paragraph]


@dataclass(frozen=True)
class Passage:
    """Words that order; `ordering` are those that do. What stands around them is found already.

    `meant` is whom the leads stand for ("từng đơn vị": the units named above); `times`
    are the terms, and what only looks like one.
    """

    words: Span
    ordering: tuple[Span, ...]
    leads: tuple[Span, ...]
    led: Led
    meant: tuple[Span, ...]
    times: Sequence[TermSpan]
    cases: Sequence[Span]

    @property
    def terms(self) -> list[TermSpan]:
        """The terms among the times."""
        return [each for each in self.times if each.trap is None]


class Duty(NamedTuple):
    """How often, what and how much a passage orders."""

    recurrence: Span | None
    outputs: list[Span]
    targets: tuple[Target, ...]


def read_passage(text: Text, ref: str, passage: Passage, context: Context, setting: Setting) -> Part:
    """Read what a passage states; owner and urgency it does not state are those of its context."""
    words = (passage.words,)
    recurrence = recurrence_of(text, (passage.words, *context.labels))
    duty = Duty(recurrence, [*outputs(text, words), *context.products], targets(text, words))
    owed = _owed(text, (*passage.meant[:1], *context.leads[:1]), setting)
    kind, told = read_kind(_signs(text, passage, duty, owed))
    beside = coordinators_of(text, (*passage.ordering, *context.labels)) or _helped(passage, context)
    quote = text.quote(passage.words)
    return Part(
        ref=ref,
        kind=kind,
        field=context.field,
        text=quote.text,
        span=quote.span,
        leads=_named(text, passage.leads),
        coordinators=_named(text, (*beside, *context.beside)),
        term=shared_term(passage.terms),
        urgency=_words(text, urgency_of(text, words) or context.urgency),
        recurrence=_words(text, recurrence),
        outputs=tuple(Words(*text.quote(output)) for output in duty.outputs),
        targets=duty.targets,
        legal_refs=tuple(Words(*text.quote(reference)) for reference in references(text, words)),
        cases=_named(text, passage.cases),
        reasons=(*_why(text, passage), told),
    )


def _why(text: Text, passage: Passage) -> Iterator[Reason]:
    yield why_ordered(text, passage.ordering)
    yield why_led(text, passage.words, passage.leads, passage.led)
    yield from why_due(passage.times)


def _helped(passage: Passage, context: Context) -> tuple[Span, ...]:
    """Return with whom a lead-in has its leads work; a passage that names its own is not theirs."""
    return context.helped if passage.leads == context.leads else ()


def _signs(text: Text, passage: Passage, duty: Duty, owed: Span | None) -> Signs:
    """Return what tells the kind of a passage."""
    threshold = next((Words(text.raw[slice(*each.span)], each.span) for each in duty.targets), None)
    term = next((Words(each.term.phrase, (each.start, each.end)) for each in passage.terms), None)
    output = next((each for each in duty.outputs if is_made_once(text, each)), None)
    return Signs(
        owed=_words(text, owed),
        threshold=threshold,
        term=term,
        output=_words(text, output),
        recurrence=_words(text, duty.recurrence),
        lasting=_words(text, lasting(text, passage.ordering)),
    )


def _owed(text: Text, leads: Iterable[Span], setting: Setting) -> Span | None:
    """Return which of these is the authority: the lead itself, or whom the section is about."""
    authority = setting.authority
    return next((each for each in leads if authority and authority.owes(text.folded[slice(*each)])), None)


def times_in(text: Text, words: Span, written_on: dt.date | None) -> list[TermSpan]:
    """Return the terms of a paragraph and what only looks like one, placed in the whole raw text."""
    quote = text.quote(words)
    begin = quote.span.start
    return [
        replace(found, start=begin + found.start, end=begin + found.end)
        for found in find_times(quote.text, written_on)
    ]


def terms_in(text: Text, words: Span, written_on: dt.date | None) -> list[TermSpan]:
    """Return the terms of a paragraph, placed in the whole raw text."""
    return [each for each in times_in(text, words, written_on) if each.trap is None]


def stated_times(text: Text, label: Span, written_on: dt.date | None) -> list[TermSpan]:
    """Return the terms of a label or cell; one that holds nothing else may leave out what makes it a term."""
    if found := terms_in(text, label, written_on):
        return found
    behind = text.folded.find(":", *label) + 1
    quote = text.quote(text.strip(Span(behind, label.end), ".;,") if behind else label)
    try:
        stated = read_phrase(quote.text, written_on)
    except BadInput:
        return []
    begin = quote.span.start
    return [replace(stated, start=begin + stated.start, end=begin + stated.end)]


def shared_term(terms: Sequence[TermSpan]) -> ReadTerm | None:
    """Return the term of a passage; several that differ are those of its parts, and it has none itself.

    Beside a day or a count, a meeting to come or another obligation says less.
    """
    terms = [each for each in terms if each.form not in ("event", "predecessor")] or terms
    said = {
        (each.term.operator, each.term.date, each.term.amount, each.term.anchor, each.proposed)
        for each in terms
    }
    if len(said) != 1:
        return None
    found, term = terms[0], terms[0].term
    due = derive(term, shipped_calendar())
    return ReadTerm(
        term.phrase, (found.start, found.end), term.operator, term.date, term.time, term.amount, term.unit,
        term.anchor, term.basis, due.last_day, str(due.derivation),
    )  # fmt: skip


def _named(text: Text, spans: Iterable[Span]) -> tuple[Named, ...]:
    return tuple(Named(*text.quote(span)) for span in spans)


def _words(text: Text, span: Span | None) -> Words | None:
    return Words(*text.quote(span)) if span else None
