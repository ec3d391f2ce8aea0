"""What stands around a document's words: tables that only lay it out, marks in the margin."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from dondoc.reading.folding import fold
from dondoc.reading.secrecy import MARK
from dondoc.reading.tables import roles_of
from dondoc.reading.text import spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Cell = list[str] | None
"""A cell's lines, none where it goes on with the one above."""
LAYOUT = re.compile(
    spell(r"(?:^|\n)\W*(?:cộng ho[àã] xã hội chủ nghĩa|độc lập\W+tự do|đảng cộng sản việt nam|nơi nhận)")
)
"""What only the table of a letterhead or of a signature holds."""

ENDS = ".,;:-"
FIRST_ROWS = 2
"""A title over all columns may stand above the head of a table."""


def is_secrecy_mark(line: str) -> bool:
    """Tell whether a line is a mark of secrecy and nothing else."""
    return bool(MARK.fullmatch(fold(line.strip()).text))


def is_layout(words: str) -> bool:
    """Tell a letterhead or a signature set in columns from a table of data."""
    return bool(LAYOUT.search(fold(words.replace("\n", "\n\n")).text))


def laid_out(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the lines of a table, each cell a list of lines.

    A letterhead or signature is read column by column. A row of data is one line with tabs where each of its
    cells is one line, and always in a table of tasks; otherwise its cells stand one below the other. In a
    table of tasks a cell that goes on with the one above says the same: an owner stands once for many rows.
    """
    trimmed = [[trim(cell or []) for cell in row] for row in rows]
    words = "\n".join(line for row in trimmed for cell in row for line in cell)
    if is_layout(words):
        columns = zip_longest(*trimmed, fillvalue=[])
        return _apart([cell for column in columns for cell in column])
    if any(roles_of([" ".join(cell) for cell in row]) for row in trimmed[:FIRST_ROWS]):
        return [_line_of_task(row) for row in _filled(rows)]
    return [line for row in trimmed for line in _row(row)]


def _line_of_task(row: list[list[str]]) -> str:
    """Return a row as a line that is one of a table still where only its first cell is filled."""
    line = "\t".join(_one_line(cell) for cell in row).rstrip("\t")
    return line if "\t" in line or not line else f"{line}\t"


def _filled(rows: Sequence[Sequence[Cell]]) -> Iterator[list[list[str]]]:
    above: list[list[str]] = []
    for row in rows:
        above = [
            trim(above[place] if cell is None and place < len(above) else cell or [])
            for place, cell in enumerate(row)
        ]
        yield above


def _row(cells: list[list[str]]) -> list[str]:
    if all(len(cell) <= 1 for cell in cells):
        return ["\t".join(_one_line(cell) for cell in cells).rstrip("\t")]
    return ["", *_apart([cell for cell in cells if cell])]


def _one_line(cell: list[str]) -> str:
    """Return a cell as one line; lines that no mark ends are parted by one."""
    lines = [" ".join(line.split()) for line in cell if line.strip()]
    return "".join(
        line if place == len(lines) - 1 else f"{line} " if line[-1] in ENDS else f"{line}; "
        for place, line in enumerate(lines)
    )


def _apart(cells: list[list[str]]) -> list[str]:
    """Return cells one below the other, a blank line after each: none goes on with another's sentence."""
    return [line for cell in cells if cell for line in (*cell, "")]


def trim(lines: list[str]) -> list[str]:
    """Return lines without the blank ones above and below."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []
