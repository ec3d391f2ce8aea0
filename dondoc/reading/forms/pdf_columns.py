"""Columns of a PDF page: a letterhead, the recipients beside the signature, a table of data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from dondoc.reading.forms.furniture import is_layout, laid_out
from dondoc.reading.forms.pdf_grid import grids
from dondoc.reading.forms.pdf_lines import MARK, joined
from dondoc.reading.forms.pdf_pieces import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.forms.pdf_pieces import Piece, Wall

Gap = tuple[float, float]
NARROWEST = 0.4
"""A gutter that all rows share is at least this many letters' sizes wide."""
NEAR = 1.9
"""A row on one side of a gutter belongs to it when it is no farther than this many letters' sizes."""


@dataclass(frozen=True)
class Table:
    """Rows that share gutters, in their order of reading."""

    lines: list[str]


def blocks(found: Iterable[Piece], rulings: list[float], walls: list[Wall]) -> list[Piece | Table]:
    """Return lines and tables of a page from top to bottom.

    `rulings` are the heights of horizontal lines, `walls` the vertical ones: what they close in is a cell.
    """
    rest = list(found)
    read: list[Piece | Table] = []
    for grid in grids(rest, rulings, walls):
        rest = [piece for piece in rest if piece not in grid.pieces]
        read += _blocks([piece for piece in rest if piece.base > grid.top], rulings)
        read.append(Table(grid.lines))
        rest = [piece for piece in rest if piece.base <= grid.top]
    return [*read, *_blocks(rest, rulings)]


def _blocks(found: Iterable[Piece], rulings: list[float]) -> list[Piece | Table]:
    page = rows(found)
    blocks: list[Piece | Table] = []
    place = 0
    while place < len(page):
        end, gutters = _band(page, place)
        if not gutters:
            lone: list[Piece] = sorted(page[place], key=_from_the_top)
            blocks += lone
            place += 1
            continue
        blocks.append(Table(_lines(page[place:end], gutters, rulings)))
        place = end
    return blocks


def _from_the_top(piece: Piece) -> tuple[float, float]:
    return -piece.base, piece.left


def _band(page: list[list[Piece]], start: int) -> tuple[int, list[Gap]]:
    """Return where the rows that share a gutter with the row at `start` end, and the gutters they share.

    A row that stands in one column only joins where it is near and in the way of no gutter.
    """
    gutters = _gaps(page[start])
    end = start + 1
    while gutters and end < len(page):
        row = page[end]
        shared = _shared(gutters, row)
        alone = len(row) == 1
        if not shared or (alone and (len(shared) < len(gutters) or not _near(page[end - 1], row))):
            break
        gutters = shared
        end += 1
    return end, gutters


def _near(above: list[Piece], row: list[Piece]) -> bool:
    distance = min(piece.base for piece in above) - max(piece.base for piece in row)
    return distance < NEAR * max(piece.size for piece in (*above, *row))


def _gaps(row: list[Piece]) -> list[Gap]:
    edges = _columns(row)
    return [(left[1], right[0]) for left, right in pairwise(edges)]


def _columns(row: Iterable[Piece]) -> list[tuple[float, float]]:
    """Return what pieces cover from left to right."""
    covered: list[tuple[float, float]] = []
    for piece in sorted(row, key=lambda each: each.left):
        if covered and piece.left <= covered[-1][1]:
            covered[-1] = (covered[-1][0], max(covered[-1][1], piece.right))
        else:
            covered.append((piece.left, piece.right))
    return covered


def _shared(gutters: list[Gap], row: list[Piece]) -> list[Gap]:
    """Return what of the gutters a row leaves free."""
    least = NARROWEST * max(piece.size for piece in row)
    for piece in row:
        gutters = [part for gap in gutters for part in _around(gap, piece) if part[1] - part[0] >= least]
    return gutters


def _around(gap: Gap, piece: Piece) -> list[Gap]:
    left, right = gap
    if piece.right <= left or piece.left >= right:
        return [gap]
    if piece.left <= left:
        return [(piece.right, right)] if piece.right < right else []
    # a piece inside a gutter is a column of its own, or the end of the table
    return [(left, piece.left)] if piece.right >= right else [(left, piece.left), (piece.right, right)]


def _lines(band: list[list[Piece]], gutters: list[Gap], rulings: list[float]) -> list[str]:
    pieces = [piece for row in band for piece in row]
    edges = [left for left, _right in gutters]
    if is_layout("\n".join(piece.text for piece in pieces)):
        return laid_out([_by_column(pieces, edges)])
    ruled = _ruled(pieces, rulings)
    return laid_out([_cells(row, edges, whole=bool(ruled)) for row in ruled or band])


def _by_column(pieces: list[Piece], edges: list[float]) -> list[list[str]]:
    """Return the lines of each column; one that goes on with a small letter or a figure joins the last."""
    columns: list[list[str]] = []
    for each in range(len(edges) + 1):
        lines: list[str] = []
        for words in _words(piece for piece in pieces if _column(piece, edges) == each):
            if lines and _goes_on(words):
                lines[-1] = joined(lines[-1], words)
            else:
                lines.append(words)
        columns.append(lines)
    return columns


def _goes_on(words: str) -> bool:
    return not MARK.match(words) and (words[0].islower() or words[0].isdigit())


def _words(column: Iterable[Piece]) -> list[str]:
    return [" ".join(piece.text for piece in row) for row in rows(column)]


def _column(piece: Piece, edges: list[float]) -> int:
    middle = (piece.left + piece.right) / 2
    return sum(middle > edge for edge in edges)


def _cells(row: list[Piece], edges: list[float], *, whole: bool) -> list[list[str]]:
    """Return the cells of a row; between rulings a cell is one text over however many lines it runs."""
    columns = [
        _words(piece for piece in row if _column(piece, edges) == each) for each in range(len(edges) + 1)
    ]
    return [[reduce(joined, cell)] if whole and cell else cell for cell in columns]


def _ruled(pieces: list[Piece], rulings: list[float]) -> list[list[Piece]]:
    """Return the pieces between one ruling and the next, nothing where fewer than two rows are ruled."""
    heights = sorted({round(height) for height in rulings}, reverse=True)
    gathered: dict[int, list[Piece]] = {}
    for piece in pieces:
        gathered.setdefault(sum(height > piece.base for height in heights), []).append(piece)
    return [gathered[each] for each in sorted(gathered)] if len(gathered) > 1 else []
