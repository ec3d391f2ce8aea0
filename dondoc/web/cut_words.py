"""The words by which people say where an item is cut: its first and last, and where it opens anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dondoc.services.checking import Checking
    from dondoc.services.item_view import ItemView

FEW = 6
OPENS = re.compile(r"[.;:]\s+(?=\w)")


def edges(view: ItemView) -> tuple[str, str]:
    """Return the words that an item begins and ends with."""
    said = view.text.split()
    return " ".join(said[:FEW]), " ".join(said[-FEW:])


def openings(checked: Checking, view: ItemView) -> list[str]:
    """Return the words with which obligations and sentences begin inside an item: where it may be split."""
    start, end = view.span
    parts = {part.span[0] for item in checked.reading.items for part in item.parts}
    sentences = {start + opening.end() for opening in OPENS.finditer(view.text)}
    inside = sorted(place for place in parts | sentences if start < place < end)
    return list(dict.fromkeys(" ".join(checked.document.text[at:end].split()[:FEW]) for at in inside))
