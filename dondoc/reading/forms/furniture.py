"""What stands around a document's words: tables that only lay it out, marks in the margin."""

from __future__ import annotations

import re
from itertools import zip_longest

from dondoc.reading.folding import fold
from dondoc.reading.secrecy import MARK
from dondoc.reading.text import spell

LAYOUT = re.compile(
    spell(r"(?:^|\n)\W*(?:cộng hoà xã hội chủ nghĩa|độc lập\W+tự do|đảng cộng sản việt nam|nơi nhận)")
)
"""What only the table of a letterhead or of a signature holds."""


def is_secrecy_mark(line: str) -> bool:
    """Tell whether a line is a mark of secrecy and nothing else."""
    return bool(MARK.fullmatch(fold(line.strip()).text))


def is_layout(words: str) -> bool:
    """Tell a letterhead or a signature set in columns from a table of data."""
    return bool(LAYOUT.search(fold(words.replace("\n", "\n\n")).text))


def laid_out(rows: list[list[list[str]]]) -> list[str]:
    """Return the lines of a table, each cell a list of lines.

    A letterhead or signature is read column by column. A row of data is one line with tabs where each of its
    cells is one line; otherwise its cells stand one below the other.
    """
    trimmed = [[trim(cell) for cell in row] for row in rows]
    words = "\n".join(line for row in trimmed for cell in row for line in cell)
    if is_layout(words):
        columns = zip_longest(*trimmed, fillvalue=[])
        return _apart([cell for column in columns for cell in column])
    return [line for row in trimmed for line in _row(row)]


def _row(cells: list[list[str]]) -> list[str]:
    filled = [cell for cell in cells if cell]
    if all(len(cell) == 1 for cell in filled):
        return ["\t".join(cell[0].strip() for cell in filled)]
    return ["", *_apart(filled)]


def _apart(cells: list[list[str]]) -> list[str]:
    """Return cells one below the other, a blank line after each: none goes on with another's sentence."""
    return [line for cell in cells if cell for line in (*cell, "")]


def trim(lines: list[str]) -> list[str]:
    """Return lines without the blank ones above and below."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []
