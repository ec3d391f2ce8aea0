"""The paragraphs of a body, each with its reference and what it inherits from what stands above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from dondoc.reading.blocks import Node, introduces
from dondoc.reading.bodies import names_from
from dondoc.reading.circumstances import LINK
from dondoc.reading.closings import closes, closing_duty
from dondoc.reading.contexts import (
    Context,
    addressed,
    in_row,
    in_section,
    joined,
    number_of,
    under_closing,
    under_heading,
    under_labels,
    under_lead_in,
    within,
)
from dondoc.reading.directives import agrees, orders
from dondoc.reading.labels import is_label_above, labels_behind, labels_of
from dondoc.reading.order import Force
from dondoc.reading.sentences import clauses, sentences
from dondoc.reading.text import EDGE, END, Span, spell
from dondoc.reading.titles import is_heading, is_unfinished, sorts
from dondoc.reading.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading.outline import Outline
    from dondoc.reading.text import Text

ANNOUNCES = re.compile(
    f"{EDGE}(?:{spell('lưu ý|yêu cầu|chỉ đạo|giao|kết luận|có ý kiến|cụ thể|gồm')}){END}"
    r"(?=(?:\s*+(?:"
    + spell("thêm|một số|các|những|nội dung|nhiệm vụ|công việc|vấn đề|việc|điểm|trọng tâm|như|sau|đây")
    + r")(?!\w))*+\s*+:$)"
)
"""What leads in the list below and orders nothing of its own."""


ONLY = re.compile(
    r"\s*+(?:"
    + spell(
        r"(?:khẩn trương|nghiêm túc|kịp thời|tập trung|chủ động|tích cực|tổ chức|chỉ đạo|triển khai|thực hiện"
        r"|tốt|quyết liệt|đồng bộ|ngay|các|những|một số|và|yêu cầu|nội dung|nhiệm vụ|giải pháp|công việc"
        r"|biện pháp|việc|trọng tâm|cụ thể|sau|đây|theo|trong phạm vi|chức năng|quyền hạn|thẩm quyền|của mình"
        r"|được(?: giao)?|lãnh đạo)"
    )
    + r"[\s,]*+)*+"
)
"""Between whom a lead-in orders and the list: "khẩn trương, nghiêm túc thực hiện các"."""

MANY_WORDS = 30
HEADS = re.compile(spell(r"chủ trì(?:,? (?:và )?phối hợp(?: chặt chẽ)? với )?"))


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph or bullet with its reference; `ordering` are its sentences but for what leads in others."""

    ref: str
    words: Span
    ordering: tuple[Span, ...]
    context: Context
    leads_in: bool = False
    bullet: bool = False


def read_paragraphs(text: Text, outline: Outline, tone: Tone = Tone.OPEN) -> list[Paragraph]:
    """Return the paragraphs of a body in order; headings are none, closing formulas only where they order.

    They are read in `tone` until a heading says otherwise.
    """
    context = Context(tone)
    found: list[Paragraph] = []
    if outline.preamble:
        words = outline.preamble.words
        found.append(_lead_in(text, "0", words, replace(context, tone=Tone.CONTEXT)))
        context = replace(under_lead_in(text, words, context), leads=addressed(text, words))
    issued = (each for root in outline.appendices for each in _under(text, root, "", Context(Tone.OPEN)))
    return [*found, *_under(text, outline.root, "", context), *issued]


def _under(text: Text, node: Node, ref: str, context: Context) -> Iterator[Paragraph]:
    """Yield the paragraphs of a section or list: those under its number first, then its subsections."""
    labels = labels_of(text, node)
    entries = [child for child in node.children if _is_entry(text, child) and child not in labels]
    if node.parent:
        context = under_heading(text, node, context)
    behind = labels_behind(node, labels)
    context = under_labels(text, [] if behind else [label.block.words for label in labels], context)
    if labels and all(is_label_above(text, entry) for entry in entries):
        yield _labelled(text, node, labels, ref, context)
    elif node.parent and not is_heading(text, node):
        entries.insert(0, node)
    yield from _entries(text, entries, ref, context, own=node, behind=behind)
    if _leads_in_sections(text, node):
        context = under_lead_in(text, node.block.words, context)
    for child in node.children:
        if child.is_section:
            yield from _under(text, child, number_of(child), in_section(context, child))
            if not child.children and introduces(text, child.block):
                context = under_lead_in(text, child.block.words, context)  # its list was numbered on
        elif introduces(text, child.block):
            context = under_lead_in(text, child.block.words, context)
        elif not child.is_bullet and (duty := closing_duty(text, child.block.words)):
            ordinal = _join(ref, len(entries) + 1)
            around = under_closing(text, child.block.words, duty, context)
            yield Paragraph(ordinal, duty, (duty,), around, bullet=True)


def _is_entry(text: Text, node: Node) -> bool:
    closing = not node.is_bullet and closes(text, node.block.words)
    return not node.is_section and not closing


def _leads_in_sections(text: Text, node: Node) -> bool:
    """Tell a section whose own words lead in its subsections: "Điều 2. Tổ công tác có nhiệm vụ:"."""
    return (
        node.parent is not None
        and introduces(text, node.block)
        and any(child.is_section for child in node.children)
        and not is_heading(text, node)
    )


def _labelled(text: Text, node: Node, labels: list[Node], ref: str, context: Context) -> Paragraph:
    """Return a task whose owner, helpers and time stand in lines of their own; they belong to it."""
    words = Span(node.block.words.start, labels[-1].block.words.end)
    return Paragraph(ref, words, tuple(sentences(text, node.block.words)), context, bullet=True)


def _entries(
    text: Text, entries: list[Node], ref: str, context: Context, own: Node, behind: dict[Node, list[Node]]
) -> Iterator[Paragraph]:
    """Yield entries with their ordinals: a lead-in above bullets is .0, a lone paragraph needs no ordinal."""
    leading = _leading(text, entries, own)
    counted = (entry for entry in entries if entry not in leading)
    ordinals = {entry: ordinal for ordinal, entry in enumerate(counted, start=1)}
    alone = len(entries) == 1 and not entries[0].is_bullet and bool(ref)
    inner = context
    for entry in entries:
        words = entry.block.words
        if entry in leading:
            below = _below(entries, entry)
            yield _lead_in(text, _join(ref, 0), words, context, below)
            inner = under_lead_in(text, words, context, below)
            continue
        ordinal = ref if alone else _join(ref, ordinals[entry])
        around = under_labels(text, [label.block.words for label in behind.get(entry, ())], inner)
        if entry is own or not entry.children:
            said, row = tuple(_said(text, words)), entry.block.row
            own_context = in_row(text, row, around) if row else within(text, words, around)
            if around.joins and entry is not own:
                said, own_context = joined(text, said, around)
            yield Paragraph(ordinal, words, said, own_context, bullet=entry.is_bullet)
        else:
            yield from _under(text, entry, ordinal, around)


def _said(text: Text, words: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph; behind what only agrees a semicolon parts as a full stop does."""
    for sentence in sentences(text, words):
        yield from clauses(text, sentence) if agrees(text, sentence) else (sentence,)


def _leading(text: Text, entries: list[Node], own: Node) -> set[Node]:
    """Return the paragraphs that lead in others: the first above bullets, and any that ends as a title."""
    leading = {own} if own in entries and _leads_in_sections(text, own) else set()
    leading |= {
        child
        for child, below in pairwise(own.children)
        if child in entries and below.is_section and introduces(text, child.block) and not child.is_bullet
    }
    listing = False
    for entry, below in pairwise(entries):
        in_list = entry.is_bullet and entry is not own
        first = below.is_bullet and not listing
        if not in_list and (first or is_unfinished(text, entry.block.words)):
            leading.add(entry)
        listing = listing or in_list
    return leading


def _below(entries: Sequence[Node], entry: Node) -> list[Node]:
    """Return the bullets that stand right below a paragraph."""
    return list(takewhile(lambda each: each.is_bullet, entries[entries.index(entry) + 1 :]))


def _lead_in(text: Text, ref: str, words: Span, context: Context, below: Sequence[Node] = ()) -> Paragraph:
    return Paragraph(ref, words, _ordering(text, words, below), within(text, words, context), leads_in=True)


def _ordering(text: Text, words: Span, below: Sequence[Node]) -> tuple[Span, ...]:
    """Return the sentences of a lead-in up to the order that only announces what stands below it."""
    *before, last = sentences(text, words)
    if _only_heads(text, text.strip(last, ":")):
        return tuple(before)
    if text.folded[words.end - 1] != ":" or sorts(text, last, below):
        return (*before, last)
    marks = [order.start for order in orders(text, last) if order.force >= Force.MODAL]
    clause = text.strip(Span(text.folded.rfind(",", *last) + 1, last.end)).start
    marks += [clause] if LINK.match(text.folded, clause) else []
    marks += [match.start() for match in ANNOUNCES.finditer(text.folded, *last)]
    rest = text.strip(Span(last.start, max(marks, default=last.start)))
    # "Cục A làm các việc sau, trong đó:" only announces; "Cục A cần tập trung, trước mắt làm:" orders as well
    plain = any(
        order.force >= Force.MODAL
        and order.end < rest.end
        and not ONLY.fullmatch(text.folded, order.end, rest.end)
        for order in orders(text, rest)
    )
    return (*before, rest) if plain or _orders_at_length(text, rest, marks) else tuple(before)


def _orders_at_length(text: Text, rest: Span, marks: Sequence[int]) -> bool:
    """Tell a long order of its own in front of ", trong đó:" from words that only announce the list."""
    return bool(marks) and any(
        order.leads and len(text.folded[order.end : rest.end].split()) >= MANY_WORDS
        for order in orders(text, rest)
    )


def _only_heads(text: Text, sentence: Span) -> bool:
    """Tell words that only say who heads what is listed below: "Sở A chủ trì, phối hợp với Sở B"."""
    end = names_from(text, *sentence)[1]
    heads = HEADS.match(text.folded, text.strip(Span(end, sentence.end)).start, sentence.end)
    if not heads or end == sentence.start:
        return False
    return heads.end() == sentence.end or names_from(text, heads.end(), sentence.end)[1] >= sentence.end


def _join(ref: str, ordinal: int) -> str:
    return f"{ref}.{ordinal}" if ref else str(ordinal)
