"""The paragraphs of a body, each with its reference and what it inherits from what stands above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dondoc.reading.blocks import Node, introduces
from dondoc.reading.bodies import names_from
from dondoc.reading.directives import LINK, Force, orders
from dondoc.reading.markers import Level
from dondoc.reading.naming import one_line
from dondoc.reading.owners import leads_of
from dondoc.reading.sentences import sentences
from dondoc.reading.text import END, Span, phrases, spell
from dondoc.reading.tones import Tone, split_heading, tone_of, tone_of_lead_in
from dondoc.reading.urgency import urgency_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.outline import Outline
    from dondoc.reading.text import Text

CLOSES = re.compile(spell(r"trên đây là|.{0,150}(?<!\w)thông báo (?:.{0,100} )?(?:để|đến|tới|cho) "))
FIELD = re.compile(
    spell(r"(?:\d[\d.]*\s*+)?(?:về )?(?:(?:một số )?(?:công tác|nội dung|lĩnh vực) (?!khác)|một số )?")
)
ANNOUNCES = phrases(
    "lưu ý", "yêu cầu", "chỉ đạo", "giao", "kết luận", "có ý kiến", "cụ thể", "gồm", edge=True
)
OPENS = re.compile(
    spell(rf"(?:giao(?: cho)?|đối với|(?:về )?trách nhiệm của|yêu cầu|đề nghị|phân công){END}\s*+")
)
ABOUT = phrases("về")
LONGEST_HEADING = 250


@dataclass(frozen=True)
class Context:
    """What a paragraph inherits: the tone, owners, urgency and field of what stands above it."""

    tone: Tone = Tone.OPEN
    leads: tuple[Span, ...] = ()
    urgency: Span | None = None
    field: str | None = None
    section: str = ""
    part: str = ""


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph or bullet with its reference; `ordering` are its sentences but for what leads in others."""

    ref: str
    words: Span
    ordering: tuple[Span, ...]
    context: Context
    leads_in: bool = False
    bullet: bool = False


def read_paragraphs(text: Text, outline: Outline, *, reports: bool = False) -> list[Paragraph]:
    """Return the paragraphs of a body in order; headings and closing formulas are none.

    One that `reports` tells of what was done, until a heading says otherwise.
    """
    context = Context(Tone.FINDINGS if reports else Tone.OPEN)
    found: list[Paragraph] = []
    if outline.preamble:
        words = outline.preamble.words
        found.append(_lead_in(text, "0", words, replace(context, tone=Tone.CONTEXT)))
        context = replace(_under_lead_in(text, words, context), leads=_addressed(text, words))
    return [*found, *_under(text, outline.root, "", context)]


def _addressed(text: Text, preamble: Span) -> tuple[Span, ...]:
    """Return whom a preamble plainly gives its orders to; who was heard or reported before acts in it too."""
    ordered = [order for sentence in sentences(text, preamble) for order in orders(text, sentence)]
    return next(
        (order.leads for order in reversed(ordered) if order.leads and order.force is Force.STRONG), ()
    )


def closes(text: Text, words: Span) -> bool:
    """Tell the closing formula of a document."""
    return bool(CLOSES.match(text.folded, *words))


def _under(text: Text, node: Node, ref: str, context: Context) -> Iterator[Paragraph]:
    """Yield the paragraphs of a section or list: those under its number first, then its subsections."""
    entries = [
        child for child in node.children if not child.is_section and not closes(text, child.block.words)
    ]
    if node.parent:
        context = _under_heading(text, node, context)
    if node.parent and not is_heading(text, node):
        entries.insert(0, node)
    yield from _entries(text, entries, ref, context, own=node)
    for child in node.children:
        if child.is_section:
            yield from _under(text, child, child.block.marker.label, _in_section(context, child))
        elif introduces(text, child.block):
            context = _under_lead_in(text, child.block.words, context)


def _entries(text: Text, entries: list[Node], ref: str, context: Context, own: Node) -> Iterator[Paragraph]:
    """Yield entries with their ordinals: a lead-in above bullets is .0, a lone paragraph needs no ordinal."""
    leading = _leading(text, entries, own)
    counted = (entry for entry in entries if entry not in leading)
    ordinals = {entry: ordinal for ordinal, entry in enumerate(counted, start=1)}
    alone = len(entries) == 1 and not entries[0].is_bullet and bool(ref)
    inner = context
    for entry in entries:
        words = entry.block.words
        if entry in leading:
            yield _lead_in(text, _join(ref, 0), words, context)
            inner = _under_lead_in(text, words, context)
            continue
        ordinal = ref if alone else _join(ref, ordinals[entry])
        if entry is own or not entry.children:
            said = tuple(sentences(text, words))
            yield Paragraph(ordinal, words, said, _within(text, words, inner), bullet=entry.is_bullet)
        else:
            yield from _under(text, entry, ordinal, inner)


def _leading(text: Text, entries: list[Node], own: Node) -> set[Node]:
    """Return the paragraphs that lead in others: the first above bullets, and any that ends as a title."""
    leading = set()
    listing = False
    for entry, below in pairwise(entries):
        in_list = entry.is_bullet and entry is not own
        first = below.is_bullet and not listing
        if not in_list and (first or is_unfinished(text, entry.block.words)):
            leading.add(entry)
        listing = listing or in_list
    return leading


def is_heading(text: Text, node: Node) -> bool:
    """Tell whether a section's or bullet's own words only name what stands under it."""
    words = node.block.words
    if not node.children or split_heading(text, words)[0] or not is_unfinished(text, words):
        return False
    ordered = any(order.force > Force.BARE for order in orders(text, words))
    return not ordered or bool(leads_of_heading(text, text.strip(words, ":")))


def is_unfinished(text: Text, words: Span) -> bool:
    """Tell words that end as a title does from a sentence."""
    return text.folded[words.end - 1] not in ".;" and words.end - words.start <= LONGEST_HEADING


def _lead_in(text: Text, ref: str, words: Span, context: Context) -> Paragraph:
    return Paragraph(ref, words, _ordering(text, words), _within(text, words, context), leads_in=True)


def _ordering(text: Text, words: Span) -> tuple[Span, ...]:
    """Return the sentences of a lead-in up to the order that only announces what stands below it."""
    *before, last = sentences(text, words)
    if text.folded[words.end - 1] != ":":
        return (*before, last)
    marks = [order.start for order in orders(text, last) if order.force >= Force.MODAL]
    clause = text.strip(Span(text.folded.rfind(",", *last) + 1, last.end)).start
    marks += [clause] if LINK.match(text.folded, clause) else []
    marks += [match.start() for match in ANNOUNCES.finditer(text.folded, *last)]
    rest = text.strip(Span(last.start, max(marks, default=last.start)))
    # "Cục A làm các việc sau, trong đó:" only announces; "Cục A cần tập trung, trước mắt làm:" orders as well
    plain = any(order.force >= Force.MODAL for order in orders(text, rest))
    return (*before, rest) if plain else tuple(before)


def _under_lead_in(text: Text, words: Span, context: Context) -> Context:
    parts = sentences(text, words)
    named = [order.leads for order in orders(text, parts[-1]) if order.leads]
    leads = named[-1] if named else leads_of(text, parts) or leads_of_heading(text, text.strip(words, ":"))
    ordered = any(order.force >= Force.MODAL for order in orders(text, parts[-1]))
    inherited = Tone.ORDERS if ordered else context.tone
    return replace(
        context,
        tone=tone_of_lead_in(text, parts[-1], inherited),
        leads=leads or context.leads,
        urgency=urgency_of(text, (words,)) or context.urgency,
    )


def _under_heading(text: Text, node: Node, context: Context) -> Context:
    """Return what a section's heading adds; a paragraph without one adds what its first words tell."""
    words = node.block.words
    heading, _rest = split_heading(text, words)
    told = tone_of(text, heading or words, context.tone)
    if heading is None and is_heading(text, node):
        heading = text.strip(words, ":")
        told = tone_of_lead_in(text, heading, context.tone) if introduces(text, node.block) else told
    if heading is None:
        tone = Tone.CONTEXT if told is Tone.CONTEXT else context.tone
        return replace(context, tone=tone, field=None if node.is_section else context.field)
    leads = leads_of_heading(text, heading)
    tone = Tone.ORDERS if leads else told
    field = context.field
    if node.is_section:
        field = None if leads and not ABOUT.match(text.folded, heading.start) else _field(text, heading)
    return replace(context, tone=tone, leads=leads or context.leads, field=field)


def _within(text: Text, words: Span, context: Context) -> Context:
    """Return the context of a paragraph that has a heading of its own in front ("Về …: …")."""
    heading, _rest = split_heading(text, words)
    if heading is None:
        return context
    leads = leads_of_heading(text, heading) or context.leads
    return replace(context, leads=leads, tone=tone_of(text, heading, context.tone))


def leads_of_heading(text: Text, heading: Span) -> tuple[Span, ...]:
    """Return the bodies a heading names as those who act: "Giao X", "Đối với X", or nothing but X."""
    opened = OPENS.match(text.folded, *heading)
    leads, end = names_from(text, opened.end() if opened else heading.start, heading.end)
    return tuple(leads) if end >= heading.end else ()


def _field(text: Text, heading: Span) -> str:
    stripped = FIELD.match(text.folded, *heading)
    return one_line(text, Span(stripped.end() if stripped else heading.start, heading.end))


def _in_section(context: Context, section: Node) -> Context:
    marker = section.block.marker
    part = marker.label if marker.level < Level.ARTICLE else context.part
    return replace(context, section=marker.label, part=part)


def _join(ref: str, ordinal: int) -> str:
    return f"{ref}.{ordinal}" if ref else str(ordinal)
