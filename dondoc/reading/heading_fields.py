"""What a heading is about: the field it names, or the purpose of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.markers import Level
from dondoc.reading.naming import one_line
from dondoc.reading.text import Span
from dondoc.reading.title_words import ABOUT, AIM, DEMAND, FIELD, FIELD_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.blocks import Node
    from dondoc.reading.text import Text


def field_under(
    text: Text, node: Node, heading: Span, leads: Sequence[Span], above: str | None
) -> str | None:
    """Return the field of what stands under a heading, that of the heading `above` if it names none."""
    about = ABOUT.match(text.folded, heading.start)
    names = node.is_section or node.block.marker.level is Level.GROUP
    if not names and (leads or not about):
        return above
    return None if leads and not about else _field_of(text, heading)


def _field_of(text: Text, heading: Span) -> str:
    """Return the field a heading names, without the words that only introduce it."""
    stripped, ends = FIELD.match(text.folded, *heading), FIELD_ENDS.search(text.folded, *heading)
    start = stripped.end() if stripped else heading.start
    return one_line(text, Span(start, ends.start() if ends else heading.end))


def is_for_purpose(text: Text, node: Node) -> bool:
    """Tell "2. Yêu cầu" below "1. Mục đích": what a plan must be like, not what it orders."""
    beside = node.parent.children if node.parent else []
    before = beside[: beside.index(node)] if node in beside else []
    return bool(before and DEMAND.fullmatch(text.folded, *text.strip(node.block.words, ":."))) and bool(
        AIM.match(text.folded, *before[-1].block.words)
    )
