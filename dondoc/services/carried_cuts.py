"""What people cut in a document, found again in its corrected edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.pieces import Piece, read_pieces
from dondoc.reading.text import Text
from dondoc.reading.whereabouts import occurrences
from dondoc.services.cutting import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading import result
    from models import Document, Item

FIRST_WORD = re.compile(r"\w")


def carry(
    document: Document, items: Sequence[Item], reading: result.Reading
) -> tuple[dict[int, result.Item], list[result.Item]]:
    """Return the items people cut whose words stand unchanged, by row id, and what else the edition orders.

    `items` are those of the plan, `document` is the edition they stand in. Of a paragraph that holds one of
    them the rest is read for itself, but for what people had left out of every item before.
    """
    here = [item for item in items if item.document_id == document.id]
    found = _found_again(document.text, [item for item in here if _is_cut(item)], reading.text)
    if not found:
        return {}, list(reading.items)
    places = sorted(found.values())
    pieces = [Piece(*found[item.id], item.ref) for item in here if item.id in found]
    ids = [item.id for item in here if item.id in found]
    carried = dict(zip(ids, read_pieces(reading.text, pieces), strict=True))
    left_out = _left_out(document.text, here)
    whole = [read for read in reading.items if not _touched(read.span, places)]
    rest = [
        piece
        for read in reading.items
        if _touched(read.span, places)
        for piece in _uncovered(reading.text, read, places)
        if not _holds(left_out, reading.text[piece.start : piece.end])
    ]
    return carried, [*whole, *read_pieces(reading.text, rest)]


def _is_cut(item: Item) -> bool:
    """Tell an item that stands where people say; one they have joined to another stands nowhere."""
    return CUT in item.edited and (item.drop_reason is None or "drop" in item.edited)


def _found_again(old: str, items: Sequence[Item], new: str) -> dict[int, tuple[int, int]]:
    """Return where the words of items stand in the new text, by row id; no place is taken twice."""
    if not items:
        return {}
    before, after = Text.of(old), Text.of(new)
    found: dict[int, tuple[int, int]] = {}
    for item in items:
        then, now = (occurrences(text, item.text) for text in (before, after))
        starts = [before.offsets[start] for start, _end in then]
        if len(then) != len(now) or item.span_start not in starts:
            continue
        start, end = now[starts.index(item.span_start)]
        place = after.offsets[start], _with_blanks(new, after.offsets[end], item.text)
        if not _touched(place, list(found.values())):
            found[item.id] = place
    return found


def _with_blanks(raw: str, end: int, words: str) -> int:
    """Return where words end with the blanks behind them, if they had some: there the next begins."""
    while words[-1:].isspace() and raw[end : end + 1].isspace():
        end += 1
    return end


def _touched(span: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def _uncovered(raw: str, read: result.Item, places: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Yield what of an item no place covers, from its first word on."""
    start, end = read.span
    covered = [place for place in places if _touched(read.span, [place])]
    for begins, ends in (*covered, (end, end)):
        word = FIRST_WORD.search(raw, start, max(start, begins))
        if word:
            yield Piece(word.start(), begins, read.ref)
        start = ends


def _left_out(raw: str, items: Sequence[Item]) -> list[str]:
    """Return what stood between the items of a document, blanks made one."""
    ends = [0]
    for item in sorted(items, key=lambda item: item.span_start):
        ends += [item.span_start, max(item.span_end, ends[-1])]
    ends.append(len(raw))
    return [" ".join(raw[ends[at] : ends[at + 1]].split()) for at in range(0, len(ends), 2)]


def _holds(left_out: Sequence[str], words: str) -> bool:
    return any(" ".join(words.split()) in between for between in left_out)
