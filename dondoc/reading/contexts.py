"""What a paragraph inherits from the headings and lead-ins above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dondoc.reading.beside import coordinators_of
from dondoc.reading.blocks import introduces
from dondoc.reading.bodies import does_at, names, names_from
from dondoc.reading.circumstances import behind_circumstances
from dondoc.reading.closings import told_by_closing
from dondoc.reading.directives import orders
from dondoc.reading.heading_defaults import leads_among_orders, named_as_others
from dondoc.reading.heading_fields import field_under, is_for_purpose
from dondoc.reading.labels import labelled_leads
from dondoc.reading.markers import Level
from dondoc.reading.order import Force
from dondoc.reading.owners import leads_of, parted
from dondoc.reading.sentences import clauses, sentences
from dondoc.reading.text import Span, phrases, spell
from dondoc.reading.title_words import ONLY_LISTS, PURPOSE
from dondoc.reading.titles import (
    announces_tasks,
    is_heading,
    leads_of_heading,
    sorts,
)
from dondoc.reading.tones import Tone, split_heading, tone_of, tone_of_lead_in
from dondoc.reading.urgency import urgency_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.blocks import Node
    from dondoc.reading.order import Order
    from dondoc.reading.tables import Row
    from dondoc.reading.text import Text

GOES_ON = re.compile(spell(r"(?:tiếp tục|tập trung|khẩn trương|nghiêm túc|chủ động|kịp thời|tích cực)(?!\w)"))
"""What somebody is told to do by a sentence that does not say so."""
REPORTS = phrases("báo cáo", "thống kê")


JOINS = re.compile(spell(r"(?:[^.;:]{2,80} )?(?:chủ trì,? (?:và )?phối hợp|phối hợp với)(?: với)?|phối hợp"))
"""Words above a list that begins with those who work beside: "Chủ trì, phối hợp với:"."""


@dataclass(frozen=True)
class Context:
    """What a paragraph inherits: the tone, owners, urgency and field of what stands above it.

    `labels` are the lines beside it that say who leads, who helps and until when; `beside` and `products`
    are those of its row in a table. `helped` are those a lead-in works with, in bullets that name none.
    `sorted` is a list of things that an order above is about, `listed` one of orders to those a lead-in
    named. Below one that `joins`, bullets begin with those its leads work with.
    """

    tone: Tone = Tone.OPEN
    leads: tuple[Span, ...] = ()
    urgency: Span | None = None
    field: str | None = None
    section: str = ""
    part: str = ""
    labels: tuple[Span, ...] = ()
    beside: tuple[Span, ...] = ()
    products: tuple[Span, ...] = ()
    helped: tuple[Span, ...] = ()
    sorted: bool = False
    listed: bool = False
    joins: bool = False


def addressed(text: Text, preamble: Span) -> tuple[Span, ...]:
    """Return whom a preamble plainly gives its orders to; who was heard or reported before acts in it too.

    Without it, who is bound to do the tasks it announces: "Phòng A cần thực hiện các nhiệm vụ sau:".
    """
    said = sentences(text, preamble)
    ordered = [order for sentence in said for order in orders(text, sentence)]
    plain = (order.leads for order in reversed(ordered) if order.leads and order.force is Force.STRONG)
    last = orders(text, said[-1]) if announces_tasks(text, said[-1]) else []
    bound = (order.leads for order in reversed(last) if order.leads and _is_told(text, order))
    return next(plain, None) or next(bound, ())


def _is_told(text: Text, order: Order) -> bool:
    """Tell what somebody has to do, or goes on to, from what the issuer does by the document."""
    behind = text.strip(Span(order.leads[-1].end, order.end)).start
    return order.force is Force.MODAL or bool(GOES_ON.match(text.folded, behind))


def under_lead_in(text: Text, words: Span, context: Context, below: Sequence[Node] = ()) -> Context:
    """Return what a lead-in adds to the bullets `below`: whom it orders, how urgent it is, what they are."""
    parts = sentences(text, words)
    only_lists = len(parts) > 1 and bool(ONLY_LISTS.fullmatch(text.folded, *parts[-1]))
    parts = parts[:-1] if only_lists else parts
    named = [order.leads for order in orders(text, parts[-1]) if order.leads]
    leads = named[-1] if named else leads_of(text, parts) or leads_of_heading(text, text.strip(words, ":"))
    if not leads and context.tone is Tone.ORDERS and text.is_upper(parts[-1].start):
        leads = tuple(names_from(text, parts[-1].start, text.folded.find(":", *words))[0])
    ordered = any(order.force >= Force.MODAL for order in orders(text, parts[-1]))
    inherited = Tone.ORDERS if ordered else context.tone
    stays = context.tone is Tone.CONTEXT and bool(PURPOSE.fullmatch(text.folded, *text.strip(words, ":.")))
    return replace(
        context,
        tone=context.tone if stays else tone_of_lead_in(text, parts[-1], inherited),
        leads=leads or context.leads,
        urgency=urgency_of(text, (words,)) or context.urgency,
        helped=_helped(text, words, parts[-1]) or context.helped,
        sorted=sorts(text, words, below) or (only_lists and _is_report(text, parts[-1])),
        listed=bool(named),
        joins=_joins(text, words),
    )


def _is_report(text: Text, sentence: Span) -> bool:
    """Tell an order to report: "Đề nghị Phòng A báo cáo …. Cụ thể như sau:" lists what stands in it."""
    order = next((each for each in orders(text, sentence) if each.leads), None)
    behind = text.strip(Span(order.leads[-1].end, sentence.end)).start if order else sentence.end
    return bool(REPORTS.match(text.folded, behind, sentence.end))


def _helped(text: Text, words: Span, last: Span) -> tuple[Span, ...]:
    """Return with whom a lead-in has its bullets done; what ends as a sentence says it of itself alone."""
    return coordinators_of(text, (last,)) if text.folded[words.end - 1] not in ".;" else ()


def _joins(text: Text, words: Span) -> bool:
    """Tell what ends by saying that others work beside, "Chủ trì, phối hợp với:", and names none."""
    return bool(JOINS.fullmatch(text.folded, *text.strip(words, ":")))


def joined(text: Text, said: Sequence[Span], context: Context) -> tuple[tuple[Span, ...], Context]:
    """Return what a bullet below such words orders, and the bodies it begins with as those beside."""
    beside, end = names_from(text, *said[0]) if said else ([], 0)
    task = text.strip(Span(end, said[0].end)) if beside else Span(0, 0)
    if not does_at(text, *task):
        return tuple(said), context
    return (task, *said[1:]), replace(context, beside=tuple(beside))


def under_heading(text: Text, node: Node, context: Context) -> Context:
    """Return what a section's heading adds; a paragraph without one adds what its first words tell."""
    words = node.block.words
    heading, _rest = split_heading(text, words)
    told = Tone.CONTEXT if is_for_purpose(text, node) else tone_of(text, heading or words, context.tone)
    if heading is None and is_heading(text, node):
        heading = text.strip(words, ":.")
        told = tone_of_lead_in(text, heading, context.tone) if introduces(text, node.block) else told
    if heading is None:
        rests = told is Tone.CONTEXT and behind_circumstances(text, words) == words.start
        tone = Tone.CONTEXT if rests else context.tone
        return replace(context, tone=tone, field=None if node.is_section else context.field)
    named = leads_of_heading(text, heading)
    if not named and context.tone is Tone.ORDERS:
        named = leads_among_orders(text, heading) or named_as_others(text, node, heading)
    leads, helping = parted(text, named)
    tone = Tone.CONTEXT if context.tone is Tone.CONTEXT else Tone.ORDERS if leads else told
    beside = helping or (coordinators_of(text, (Span(leads[-1].end, heading.end),)) if leads else ())
    helped = beside if leads else context.helped
    return replace(
        context,
        tone=tone,
        leads=leads or context.leads,
        helped=helped,
        field=field_under(text, node, heading, leads, context.field),
        listed=bool(leads),
        joins=_joins(text, heading),
    )


def under_labels(text: Text, labels: Sequence[Span], context: Context) -> Context:
    """Return what the lines beside a task add that say who leads it and until when."""
    if not labels:
        return context
    tone = Tone.CONTEXT if context.tone is Tone.CONTEXT else Tone.ORDERS
    leads = labelled_leads(text, labels) or context.leads
    return replace(context, tone=tone, leads=leads, labels=tuple(labels))


def in_row(text: Text, row: Row, context: Context) -> Context:
    """Return what the other cells of a row say of its task; a table of findings stays one."""
    told = context.tone in (Tone.FINDINGS, Tone.CONTEXT)
    leads = _named_in_cell(text, row.lead) if row.lead else context.leads
    return replace(
        context,
        tone=context.tone if told else Tone.ORDERS,
        leads=leads,
        labels=(row.term,) if row.term else (),
        beside=_named_in_cell(text, row.beside) if row.beside else (),
        products=(row.product,) if row.product else (),
    )


def _named_in_cell(text: Text, cell: Span) -> tuple[Span, ...]:
    """Return whom a cell of a table names; a semicolon always parts them, people have no head to tell by."""
    return tuple(name for each in clauses(text, cell) for name in names(text, text.strip(each, ";")))


def under_closing(text: Text, words: Span, duty: Span, context: Context) -> Context:
    """Return the context of what a closing formula orders: it concerns the whole document."""
    leads = told_by_closing(text, words, duty)
    return Context(Tone.ORDERS, leads=leads, section=context.section, part=context.part)


def within(text: Text, words: Span, context: Context) -> Context:
    """Return the context of a paragraph that has a heading of its own in front ("Về …: …")."""
    heading, _rest = split_heading(text, words)
    if heading is None:
        return context
    leads = leads_of_heading(text, heading) or context.leads
    return replace(context, leads=leads, tone=tone_of(text, heading, context.tone))


def in_section(context: Context, section: Node) -> Context:
    """Return the context with the number of a section, or of the part that holds sections."""
    marker = section.block.marker
    part = marker.label if marker.level < Level.ARTICLE else context.part
    return replace(context, section=number_of(section), part=part)


def number_of(section: Node) -> str:
    """Return the number of a section; a point of an article has the article's in front."""
    marker, above = section.block.marker, section.parent
    within_article = above is not None and above.block.marker.level is Level.ARTICLE
    return f"{above.block.marker.label}.{marker.label}" if above and within_article else marker.label
