"""Tables of a PDF page whose cells are drawn: what stands within the lines of a cell is its text."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading.forms.furniture import laid_out
from dondoc.reading.forms.pdf_lines import joined
from dondoc.reading.forms.pdf_pieces import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.forms.pdf_pieces import Piece, Wall

NEAR = 3.0
"""Points; lines nearer to each other are the two edges of one."""
COLUMNS = 2
"""Fewer cells side by side are a frame."""


class Grid(NamedTuple):
    """A table: its upper edge, the lines it reads as, and the pieces that stand in it."""

    top: float
    lines: list[str]
    pieces: list[Piece]


class Band(NamedTuple):
    """What lies between one ruling and the next, and the walls between its cells from left to right."""

    top: float
    bottom: float
    walls: tuple[float, ...]


def grids(pieces: Sequence[Piece], rulings: Sequence[float], walls: Sequence[Wall]) -> list[Grid]:
    """Return the tables whose cells are drawn, from top to bottom."""
    found: list[list[Band]] = []
    for band in _bands(rulings, walls):
        last = found[-1][-1] if found else None
        if last and last.bottom - band.top < NEAR and last.walls == band.walls:
            found[-1].append(band)
        else:
            found.append([band])
    return [grid for bands in found if (grid := _grid(pieces, bands)).pieces]


def _bands(rulings: Sequence[float], walls: Sequence[Wall]) -> list[Band]:
    heights = _apart(rulings)[::-1]
    bands = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        places = _apart([wall.place for wall in walls if wall.bottom <= middle <= wall.top])
        if len(places) > COLUMNS:
            bands.append(Band(top, bottom, tuple(places)))
    return bands


def _apart(places: Sequence[float]) -> list[float]:
    """Return places in their order, of those near each other the first."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept


def _grid(pieces: Sequence[Piece], bands: Sequence[Band]) -> Grid:
    taken: list[Piece] = []
    read: list[list[list[str]]] = []
    for band in bands:
        inside = [piece for piece in pieces if _is_inside(piece, band)]
        taken += inside
        cells = [_words(inside, left, right) for left, right in pairwise(band.walls)]
        read += [cells] if any(cells) else []
    return Grid(bands[0].top, laid_out(read), taken)


def _is_inside(piece: Piece, band: Band) -> bool:
    middle = (piece.left + piece.right) / 2
    return band.bottom < piece.base + piece.size / 4 < band.top and band.walls[0] < middle < band.walls[-1]


def _words(pieces: Sequence[Piece], left: float, right: float) -> list[str]:
    """Return the text of a cell as one line, over however many it runs."""
    cell = rows(piece for piece in pieces if left < (piece.left + piece.right) / 2 < right)
    lines = [" ".join(piece.text for piece in row) for row in cell]
    return [reduce(joined, lines)] if lines else []
