"""Sentences that look like orders and were read into no item, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.closings import closes, closing_duty
from dondoc.reading.directives import agrees, orders
from dondoc.reading.footnotes import without_mark
from dondoc.reading.markers import UNMARKED
from dondoc.reading.order import Force
from dondoc.reading.outline import FURNITURE
from dondoc.reading.passages import terms_in
from dondoc.reading.sentences import sentences
from dondoc.reading.tones import Tone

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from dondoc.reading.outline import Outline
    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.text import Span, Text


def unread_in_body(text: Text, paragraph: Paragraph, written_on: dt.date | None) -> list[Span]:
    """Return what of a paragraph that is no item a person should look at.

    In a section of orders that is all of it; in one of findings what orders; elsewhere what has a term too.
    """
    if paragraph.context.tone is Tone.ORDERS and not paragraph.leads_in and not agrees(text, paragraph.words):
        return [paragraph.words]
    may_have_terms = paragraph.context.tone is Tone.OPEN
    return [
        sentence
        for sentence in paragraph.ordering
        if _is_order(text, sentence) or (may_have_terms and terms_in(text, sentence, written_on))
    ]


def unread_elsewhere(text: Text, outline: Outline) -> Iterator[Span]:
    """Yield the sentences of head, closing formula and tail that look like orders."""
    outside = [
        block.words
        for block in outline.head
        if block is not outline.preamble
        and block.marker is UNMARKED
        and not FURNITURE.match(text.folded, *block.words)
    ]
    closing = [
        node.block.words for node in outline.walk() if not node.is_bullet and closes(text, node.block.words)
    ]
    for words in (*outside, *closing, *(without_mark(text, block.words) for block in outline.tail)):
        for sentence in sentences(text, words):
            finished = text.folded[sentence.end - 1] in ".;/"
            if finished and _is_order(text, sentence) and sentence != closing_duty(text, words):
                yield sentence


def _is_order(text: Text, sentence: Span) -> bool:
    return any(order.force >= Force.MODAL for order in orders(text, sentence))
