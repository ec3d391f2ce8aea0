"""Items where people say that they stand: the document is read there as if a paragraph began and ended so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dondoc.reading.items import read_item
from dondoc.reading.layout import lay_out
from dondoc.reading.paragraphs import Paragraph
from dondoc.reading.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.layout import Layout
    from dondoc.reading.result import Item
    from dondoc.reading.text import Span


@dataclass(frozen=True)
class Piece:
    """Where an item stands, in characters of the raw text; without a reference it takes its paragraph's."""

    start: int
    end: int
    ref: str | None = None


def read_pieces(raw: str, pieces: Iterable[Piece]) -> tuple[Item, ...]:
    """Read the items at `pieces` of a document's text, each quoted as it was cut.

    What a piece does not state it inherits as its paragraph does; whom the paragraph names in front of it
    leads it too.
    """
    laid = lay_out(raw)
    return tuple(_read(laid, piece) for piece in pieces)


def _read(laid: Layout, piece: Piece) -> Item:
    text = laid.text
    words = text.strip(text.span_of(piece.start, piece.end))
    host = _host(laid, words)
    ref = piece.ref or host.ref
    leads = _named_before(laid, host, ref, words) or host.context.leads
    paragraph = Paragraph(
        ref, words, tuple(sentences(text, words)), replace(host.context, leads=leads), bullet=host.bullet
    )
    read = read_item(text, paragraph, ref, laid.setting)
    return replace(read, text=text.raw[piece.start : piece.end], span=(piece.start, piece.end))


def _host(laid: Layout, words: Span) -> Paragraph:
    """Return the paragraph that words begin in, else the last one before them."""
    before = [each for each in laid.paragraphs if each.words.start <= words.start]
    return max(before or laid.paragraphs[:1], key=lambda each: each.words.start)


def _named_before(laid: Layout, host: Paragraph, ref: str, words: Span) -> tuple[Span, ...]:
    """Return who leads the obligation of the paragraph in which words begin, unless it begins with them."""
    if words.start <= host.words.start or words.start >= host.words.end:
        return ()
    begins = laid.text.quote(words).span.start
    parts = read_item(laid.text, host, ref, laid.setting).parts
    reached = [part for part in parts if part.span[0] <= begins]
    return tuple(laid.text.span_of(*lead.span) for part in reached[-1:] for lead in part.leads)
