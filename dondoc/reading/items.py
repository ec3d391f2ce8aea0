"""Directive items: which paragraphs order something, and all that each of them states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.anaphora import resolved
from dondoc.reading.bodies import ACT, PROMISE, names_from
from dondoc.reading.cases import cases
from dondoc.reading.crossrefs import resolve
from dondoc.reading.directives import agrees, orders
from dondoc.reading.labels import labelled_leads, named_by_label
from dondoc.reading.naming import expand
from dondoc.reading.order import Force, Order
from dondoc.reading.owners import doer_in, leads_of, named_later
from dondoc.reading.parts import read_parts
from dondoc.reading.passages import Passage, Setting, read_passage, stated_times, times_in
from dondoc.reading.questions import about_owners, questions
from dondoc.reading.reasons import Led
from dondoc.reading.result import Item
from dondoc.reading.targets import targets
from dondoc.reading.text import Span, phrases
from dondoc.reading.told import (
    is_title,
    only_agrees,
    quotes,
    states_basis,
    states_case,
    states_role,
    tells_law,
    tells_past,
)
from dondoc.reading.tones import Tone
from dondoc.reading.transfers import passed_on

if TYPE_CHECKING:
    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.terms import TermSpan
    from dondoc.reading.text import Text

NEEDED = {
    Tone.ORDERS: Force.BARE,
    Tone.OPEN: Force.BARE,
    Tone.FINDINGS: Force.STRONG,
    Tone.CONTEXT: Force.STRONG,
    Tone.DECIDES: Force.NAMED,
    Tone.AIMS: Force.NAMED,
}
"""How plainly a paragraph must order to be an item, by what its section is about."""

ASKS = phrases(
    "(?:cũng )?(?:yêu cầu|đề nghị|giao|lưu ý|kính|xin|trân trọng)", "thông báo (?:đến|tới|để|cho|kết luận)"
)
"""What whoever speaks does by the document."""
AHEAD = phrases(
    r"(?:trong )?thời gian tới(?: đây)?", "tới đây", "sắp tới", r"trong (?:những|các) tháng (?:tới|cuối năm)"
)
"""At the head of a paragraph among findings: what follows is still to be done."""
INFORMS = phrases("thông báo[^.;:]{1,80} biết")
"""Whom a body only tells it: those are to do it."""


def is_directive(text: Text, paragraph: Paragraph, issuer: str | None) -> bool:
    """Tell whether a paragraph orders something; a bullet in a list of orders does, unless it only agrees.

    Of a list of aims a bullet does that sets a threshold.

    What the issuer says it does itself is no order, what it promises is.
    """
    if any(tells(text, paragraph) for tells in (is_title, states_role, states_basis, quotes)):
        return False
    if paragraph.context.sorted and not paragraph.leads_in and _is_thing(text, paragraph):
        return False
    if paragraph.context.tone is Tone.AIMS and not paragraph.leads_in and targets(text, (paragraph.words,)):
        return True
    if paragraph.context.tone is Tone.ORDERS and (
        begins_with_doer(text, paragraph) or _doer(text, paragraph) or _is_labelled(text, paragraph)
    ):
        return True
    listed = paragraph.bullet or (paragraph.context.listed and not paragraph.leads_in)
    if listed and paragraph.context.tone is Tone.ORDERS:
        return not any(tells(text, paragraph) for tells in (only_agrees, states_case, tells_past))
    return _orders(text, paragraph, issuer)


def _is_labelled(text: Text, paragraph: Paragraph) -> bool:
    """Tell a task in whose own line it is said who leads it: "Sửa kho. Đơn vị chủ trì: Phòng A."."""
    return any(named_by_label(text, sentence) for sentence in paragraph.ordering[1:])


def _orders(text: Text, paragraph: Paragraph, issuer: str | None) -> bool:
    """Tell whether a sentence of a paragraph orders something plainly enough for where it stands."""
    needed = _least_force(text, paragraph)
    own = expand(text.of(issuer).folded) if issuer else ""
    done = re.compile(rf"(?<!\w){re.escape(own)} (?:đã|vừa)(?!\w)") if own else None
    context = paragraph.context
    return any(
        order.force >= needed
        and (order.leads or context.tone is not Tone.CONTEXT)
        and not agrees(text, sentence)
        and (context.tone is Tone.ORDERS or not _tells(text, order, own))
        for sentence in paragraph.ordering
        for order in orders(text, sentence)
        if order.force > Force.BARE or not (done and done.search(expand(text.folded[slice(*sentence)])))
    )


def _least_force(text: Text, paragraph: Paragraph) -> Force:
    """Return how plainly a paragraph must order to be an item; a title must name somebody too."""
    needed = Force.STRONG if tells_law(text, paragraph) else NEEDED[paragraph.context.tone]
    if paragraph.context.tone is Tone.FINDINGS and AHEAD.match(text.folded, *paragraph.words):
        needed = Force.NAMED
    titled = paragraph.leads_in and text.folded[paragraph.words.end - 1] not in ".:;"
    return max(needed, Force.NAMED) if titled else needed


def _is_thing(text: Text, paragraph: Paragraph) -> bool:
    """Tell what an order above is about from an order: it does not begin with a verb, and orders nobody."""
    ordered = (order for sentence in paragraph.ordering for order in orders(text, sentence))
    least = Force.MODAL if _is_marked(text, paragraph) else Force.NAMED
    return not ACT.match(text.folded, *paragraph.words) and not any(
        order.leads and order.force >= least for order in ordered
    )


def _is_marked(text: Text, paragraph: Paragraph) -> bool:
    """Tell a paragraph with a number, letter or dash in front from one below a list."""
    start = text.offsets[paragraph.words.start]
    return bool(text.raw[text.raw.rfind("\n", 0, start) + 1 : start].strip())


def begins_with_doer(text: Text, paragraph: Paragraph) -> bool:
    """Tell a sentence among orders that begins with a body in capitals: what it does, no list has to know."""
    if paragraph.leads_in or not paragraph.ordering or not text.is_upper(paragraph.words.start):
        return False
    first = paragraph.ordering[0]
    end = names_from(text, *first)[1]
    behind = text.strip(Span(end, first.end), ":").start
    finished = text.folded[first.end - 1] in ".;"
    named = text.is_lower(behind) or (":" in text.folded[end:behind] and text.is_lower(_second(text, behind)))
    informs = INFORMS.match(text.folded, behind)
    return first.start < end <= behind < first.end - 1 and finished and named and not informs


def _second(text: Text, place: int) -> int:
    """Return where the second word from a place on begins: that of a person's name has a capital."""
    return text.folded.find(" ", place) + 1


def _tells(text: Text, order: Order, issuer: str) -> bool:
    promised = PROMISE.match(text.folded, order.start)
    doer = expand(text.folded[slice(*order.leads[0])]) if order.leads else None
    return order.force is Force.NAMED and not promised and doer == issuer


def read_item(text: Text, paragraph: Paragraph, ref: str, setting: Setting) -> Item:
    """Read a paragraph that orders something; what it does not state is inherited or null."""
    named, led = _leads(text, paragraph, setting)
    leads = resolved(text, named, paragraph, setting)
    whole = Passage(
        words=paragraph.words,
        ordering=paragraph.ordering,
        leads=leads,
        led=led,
        meant=leads,
        times=_times(text, paragraph, setting),
        cases=cases(text, paragraph.ordering),
    )
    read = read_passage(text, ref, whole, paragraph.context, setting)
    asked = (
        *about_owners(text, named, leads),
        *questions(read.kind, whole.times, led=bool(leads), recurs=read.recurrence is not None),
    )
    parts = read_parts(text, paragraph, ref, whole, setting)
    return Item(**vars(read) | {"questions": asked, "parts": parts})


def _times(text: Text, paragraph: Paragraph, setting: Setting) -> list[TermSpan]:
    """Return the terms of a paragraph, else those of the labels around it, and what only looks like one."""
    times = resolve(text, times_in(text, paragraph.words, setting.written_on), paragraph, setting)
    if any(each.trap is None for each in times):
        return times
    labels = paragraph.context.labels
    return [*times, *(term for label in labels for term in stated_times(text, label, setting.written_on))]


def _leads(text: Text, paragraph: Paragraph, setting: Setting) -> tuple[tuple[Span, ...], Led]:
    """Return who leads: named here, or above, or anywhere here; else the body the document is about."""
    subject = (setting.subject,) if setting.subject else ()
    named = leads_of(text, paragraph.ordering) or _doer(text, paragraph)
    own = [label for label in paragraph.context.labels if label.end <= paragraph.words.end]
    own = [label for label in own if label.start >= paragraph.words.start]
    found = (
        (labelled_leads(text, own), Led.ABOVE),
        (named, Led.NAMED),
        (paragraph.context.leads, Led.ABOVE),
        (passed_on(text, paragraph.words), Led.NAMED),
        (subject, Led.SUBJECT),
        (named_later(text, paragraph.ordering), Led.ELSEWHERE),
    )
    return next((each for each in found if each[0]), ((), Led.NOBODY))


def _doer(text: Text, paragraph: Paragraph) -> tuple[Span, ...]:
    """Return who acts in a paragraph whose first sentence orders by no word that is known.

    Below those a lead-in names, who only asks does not act: "Sở cũng đề nghị …".
    """
    first = paragraph.ordering[:1]
    if not first or orders(text, first[0]):
        return ()
    above = paragraph.context
    if above.tone is Tone.ORDERS and begins_with_doer(text, paragraph):
        named, end = names_from(text, *first[0])
        asks = ASKS.match(text.folded, text.strip(Span(end, first[0].end)).start)
        if not (above.leads and asks):
            return tuple(named)
    listed = paragraph.bullet or (above.tone is Tone.ORDERS and not paragraph.leads_in)
    return doer_in(text, first[0]) if listed else ()
