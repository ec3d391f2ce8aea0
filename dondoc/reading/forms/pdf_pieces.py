"""Pieces of lines: letters that stand side by side, with the spaces between words that were lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.forms.pdf_glyphs import Glyph

SPACE = 0.12
"""A gap of this part of the letters' size is a space between words."""
GUTTER = 1.7
"""A gap of this many letters' sizes parts columns."""
ALIKE = 0.9
NARROW = 0.35
"""Letters of other sizes, as recipients beside a signature, are another column from this gap on."""
BACK = 0.3
"""Letters may run into one another by this part of their size."""
LEVEL = 0.25
"""Letters whose feet differ by less stand on one line."""
RAISED = 0.8
"""A footnote's mark is smaller than this part of the letters beside it."""
WIDEST_AFTER_MARK = 5.0
NOTE = re.compile(r"\d{1,2}|\*{1,3}")
MARK = re.compile(r"[-–—+*•●▪◦·\ue000-\uf8ff]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVXivx]{1,5})[.)/]?\)?")


class Wall(NamedTuple):
    """A vertical line between cells: where it stands and from where to where it runs, in points."""

    place: float
    bottom: float
    top: float


@dataclass(frozen=True)
class Piece:
    """Part of a line that no gutter cuts; edges, base line and size in points; `note` marks a footnote."""

    text: str
    left: float
    right: float
    base: float
    size: float
    note: str = ""

    @property
    def top(self) -> float:
        """Return how far up small letters reach: lines one above the other never overlap up to there."""
        return self.base + 0.45 * self.size


def pieces(letters: Iterable[Glyph], walls: Iterable[Wall] = ()) -> list[Piece]:
    """Return the pieces of a page from top to bottom; the walls between a table's cells part them too."""
    runs = [run for run in map(_run, _runs(letters)) if run.text.strip()]
    walls = tuple(walls)
    return [piece for row in rows(runs) for piece in _joined(row, walls)]


def rows(found: Iterable[Piece]) -> list[list[Piece]]:
    """Return pieces row by row, each row from left to right: a row is what overlaps from top to bottom."""
    gathered: list[list[Piece]] = []
    low = 0.0
    for piece in sorted(found, key=lambda each: -each.top):
        if gathered and piece.top > low:
            gathered[-1].append(piece)
            low = min(low, piece.base)
        else:
            gathered.append([piece])
            low = piece.base
    return [sorted(row, key=lambda piece: piece.left) for row in gathered]


def _runs(letters: Iterable[Glyph]) -> list[list[Glyph]]:
    """Part letters, in the order they are drawn, wherever the next one does not touch the last.

    Letters that a font lacks are drawn later from another: what stands between them in a word comes together
    by its place, not by that order.
    """
    runs: list[list[Glyph]] = []
    for letter in letters:
        last = runs[-1][-1] if runs else None
        if last and _touches(last, letter):
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return runs


def _touches(last: Glyph, letter: Glyph) -> bool:
    size = max(last.size, letter.size)
    level = abs(letter.base - last.base) < LEVEL * size and min(last.size, letter.size) > RAISED * size
    return level and (-BACK * size < letter.left - last.right < SPACE * size or bool(combining(letter.sign)))


def _run(letters: list[Glyph]) -> Piece:
    shown = [letter for letter in letters if letter.sign != " "] or letters
    edges = (min(letter.left for letter in shown), max(letter.right for letter in shown))
    text = " ".join("".join(letter.sign for letter in letters).split())
    return Piece(text, *edges, letters[0].base, max(letter.size for letter in shown))


def _joined(row: list[Piece], walls: tuple[Wall, ...]) -> list[Piece]:
    """Join what stands on one line up to the next gutter; marks of footnotes are taken out of the text."""
    size, base = max(piece.size for piece in row), min(piece.base for piece in row)
    marks = [piece for piece in row if _is_mark(piece, size, base)]
    joined: list[Piece] = []
    for line in _levels(piece for piece in row if not _is_mark(piece, size, base)):
        first = line[0]
        note = next((mark.text for mark in marks if _stands_before(mark, first)), "")
        joined.append(replace(first, note=note))
        for piece in line[1:]:
            last = joined[-1]
            if _follows(last, piece) and not any(_parts(wall, last, piece) for wall in walls):
                joined[-1] = _join(last, piece)
            else:
                joined.append(piece)
    return joined


def _levels(row: Iterable[Piece]) -> list[list[Piece]]:
    """Return the lines of a row, each from left to right: columns whose lines alternate share a row."""
    levels: list[list[Piece]] = []
    for piece in sorted(row, key=lambda each: -each.base):
        if levels and levels[-1][0].base - piece.base < LEVEL * piece.size:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return [sorted(level, key=lambda piece: piece.left) for level in levels]


def _is_mark(piece: Piece, size: float, base: float) -> bool:
    """Tell the mark of a footnote: small, and raised above the lowest line of its row."""
    raised = piece.base > base + LEVEL * piece.size
    return raised and piece.size < RAISED * size and bool(NOTE.fullmatch(piece.text))


def _stands_before(mark: Piece, first: Piece) -> bool:
    near = -first.size < first.left - mark.right < 2 * first.size
    return near and 0 < mark.base - first.base < first.size


def _parts(wall: Wall, last: Piece, piece: Piece) -> bool:
    return last.right - 1 <= wall.place <= piece.left + 1 and wall.bottom <= piece.base <= wall.top


def _follows(last: Piece, piece: Piece) -> bool:
    size = max(last.size, piece.size)
    widest = WIDEST_AFTER_MARK if MARK.fullmatch(last.text) else GUTTER
    if min(last.size, piece.size) < ALIKE * size:
        widest = NARROW
    return piece.left - last.right < widest * size


def _join(last: Piece, piece: Piece) -> Piece:
    size = max(last.size, piece.size)
    space = " " if piece.left - last.right > SPACE * size else ""
    right = max(last.right, piece.right)
    return Piece(f"{last.text}{space}{piece.text}", last.left, right, last.base, size, last.note)
