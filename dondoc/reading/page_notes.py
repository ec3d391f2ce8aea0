"""Footnotes at the foot of a page of plain text, in the middle of a sentence that goes on overleaf."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.lines import PAGE_NUMBER, ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.text import Span, Text

NOTE = re.compile(r"\s{0,12}(?P<number>\d{1,2})[ \xa0]+(?=[^\W\d_])")
LONGEST = 30
"""No page has so many lines of notes."""
NEAR = 6000
"""So many characters in front of a note may hold its mark."""


def page_notes(text: Text) -> Iterator[Span]:
    """Yield the lines of notes: from one whose number marks a word above to the number of the page.

    Notes are counted from one on, so that no other line that begins with a number is taken for one.
    """
    rows = list(ROW.finditer(text.raw))
    number, place = 1, 0
    while place < len(rows):
        note = NOTE.match(rows[place].group())
        if not note or int(note["number"]) != number or not _is_marked(text.raw, rows[place].start(), number):
            place += 1
            continue
        end = _end_of_page(rows, place)
        if end is None:
            return
        number += len(_numbered(rows[place:end], number))
        yield from (text.span_of(*row.span()) for row in rows[place:end])
        place = end


def _is_marked(raw: str, place: int, number: int) -> bool:
    """Tell whether a word in front of a note bears its number: "theo luật2."."""
    mark = re.compile(rf"[^\W\d_]{{2}}[.,;”]?{number}(?=[\s.,;:)])")
    return bool(mark.search(raw, max(0, place - NEAR), place))


def _end_of_page(rows: list[re.Match[str]], place: int) -> int | None:
    """Return where the number of the page stands below a note."""
    below = range(place, min(place + LONGEST, len(rows)))
    return next((each for each in below if PAGE_NUMBER.fullmatch(rows[each].group())), None)


def _numbered(rows: list[re.Match[str]], number: int) -> list[re.Match[str]]:
    """Return the lines that begin a note, the first with `number`."""
    found: list[re.Match[str]] = []
    for row in rows:
        note = NOTE.match(row.group())
        if note and int(note["number"]) == number + len(found):
            found.append(row)
    return found
