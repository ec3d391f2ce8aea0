"""Pieces of lines: letters that stand side by side, with the spaces between words that were lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

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
BACK = 0.6
LEVEL = 0.25
"""Letters whose feet differ by less stand on one line."""
RAISED = 0.8
"""A footnote's mark is smaller than this part of the letters beside it."""
WIDEST_AFTER_MARK = 5.0
NOTE = re.compile(r"\d{1,2}|\*{1,3}")
MARK = re.compile(r"[-–—+*•●▪◦·\ue000-\uf8ff]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVXivx]{1,5})[.)/]?\)?")


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


def pieces(letters: Iterable[Glyph]) -> list[Piece]:
    """Return the pieces of a page, from top to bottom and left to right."""
    runs = [run for run in map(_run, _runs(letters)) if run.text.strip()]
    return [piece for row in rows(runs) for piece in _joined(row)]


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
    """Part letters, in the order they are drawn, wherever the next one does not stand beside the last."""
    runs: list[list[Glyph]] = []
    for letter in letters:
        last = runs[-1][-1] if runs else None
        if last and _beside(last, letter):
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return runs


def _beside(last: Glyph, letter: Glyph) -> bool:
    size = max(last.size, letter.size)
    level = abs(letter.base - last.base) < LEVEL * size and min(last.size, letter.size) > RAISED * size
    return level and -BACK * size < letter.left - last.right < size


def _run(letters: list[Glyph]) -> Piece:
    text = letters[0].sign
    for last, letter in pairwise(letters):
        lost = letter.left - last.right > SPACE * letter.size
        text += " " + letter.sign if lost and " " not in last.sign + letter.sign else letter.sign
    shown = [letter for letter in letters if letter.sign != " "] or letters
    edges = (min(letter.left for letter in shown), max(letter.right for letter in shown))
    return Piece(" ".join(text.split()), *edges, letters[0].base, max(letter.size for letter in shown))


def _joined(row: list[Piece]) -> list[Piece]:
    """Join what stands on one line up to the next gutter; marks of footnotes are taken out of the text."""
    full = max(piece.size for piece in row)
    joined: list[Piece] = []
    note = ""
    for piece in row:
        if piece.size < RAISED * full and NOTE.fullmatch(piece.text) and _is_raised(piece, row):
            note = piece.text if not joined else ""
            continue
        last = joined[-1] if joined else None
        if last and _follows(last, piece):
            joined[-1] = _join(last, piece)
        else:
            joined.append(Piece(piece.text, piece.left, piece.right, piece.base, piece.size, note))
        note = ""
    return joined


def _is_raised(piece: Piece, row: list[Piece]) -> bool:
    return any(piece.base > other.base + LEVEL * piece.size for other in row)


def _follows(last: Piece, piece: Piece) -> bool:
    size = max(last.size, piece.size)
    widest = WIDEST_AFTER_MARK if MARK.fullmatch(last.text) else GUTTER
    if min(last.size, piece.size) < ALIKE * size:
        widest = NARROW
    return abs(last.base - piece.base) < LEVEL * size and piece.left - last.right < widest * size


def _join(last: Piece, piece: Piece) -> Piece:
    size = max(last.size, piece.size)
    space = " " if piece.left - last.right > SPACE * size else ""
    right = max(last.right, piece.right)
    return Piece(f"{last.text}{space}{piece.text}", last.left, right, last.base, size, last.note)
