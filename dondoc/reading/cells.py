"""The cells of a sheet as text, each with its place; what cannot be relied on says why."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.rules.vietnamese import format_date, format_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openpyxl.cell.cell import Cell as Single
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet

Place = tuple[int, int]
"""Row and column, counted from one."""
PLAIN_NUMBERS = ("General", "@", "0")
"""The forms of a number in which its digits are what a person sees."""
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff")) | {0xA0: " "}
ESCAPED = re.compile(r"_x000([9AaDd])_")
"""A tab or the end of a line as Excel writes it: text pasted from Word has _x000D_ at the end of each."""
NO_VALUE = N_(
    "the formula has no value: open the workbook in Excel, save it again, or write the value itself."
)
ERROR = N_("the formula gives the error %(error)s: write the value itself.")
NO_TEXT = N_("it is neither text nor a day: write it as text.")
MERGED = N_("it is merged with other columns (%(range)s): unmerge these cells and fill in each of them.")


@dataclass(frozen=True)
class Cell:
    """What a cell says as text; with a fault it says nothing that can be relied on."""

    text: str
    fault: BadInput | None = None


NOTHING = Cell("")


@dataclass(frozen=True)
class Sheet:
    """A sheet: the cells that hold something, and what a person does not see of it."""

    title: str
    cells: Mapping[Place, Cell]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]

    def at(self, row: int, column: int) -> Cell:
        """Return a cell; one that holds nothing is empty."""
        return self.cells.get((row, column), NOTHING)

    def rows(self) -> list[int]:
        """Return the rows that hold something, from the top."""
        return sorted({row for row, _column in self.cells})

    def is_hidden(self, row: int, column: int) -> bool:
        """Say whether a person who looks at the sheet does not see the cell."""
        return row in self.hidden_rows or column in self.hidden_columns


def name_of(row: int, column: int) -> str:
    """Return the name of a cell: D7."""
    return f"{get_column_letter(column)}{row}"


def clean(text: str) -> str:
    """Return text composed, without blanks at the ends of its lines and without invisible characters."""
    composed = unicodedata.normalize("NFC", text).translate(INVISIBLE)
    return "\n".join(line.strip() for line in composed.splitlines()).strip()


def has_formulas(sheet: Worksheet) -> bool:
    """Say whether any cell of a sheet is computed."""
    return any(kept.data_type == "f" for kept in sheet._cells.values())  # noqa: SLF001 - as below


def sheet_of(formulas: Worksheet, values: Worksheet) -> Sheet:
    """Return a sheet as it was opened twice: with its formulas, and with the values last computed."""
    cells = {
        place: cell
        for place, kept in values._cells.items()  # noqa: SLF001 - iter_rows would make every cell between two
        if (cell := _cell(kept, formulas.cell(*place))) != NOTHING
    }
    for merged in values.merged_cells.ranges:
        cells |= _merged(merged, cells)
    return Sheet(
        title=values.title,
        cells=cells,
        hidden_rows=frozenset(row for row, shape in values.row_dimensions.items() if shape.hidden),
        hidden_columns=frozenset(_hidden_columns(values)),
    )


def _cell(kept: Single | MergedCell, formula: Single | MergedCell) -> Cell:
    value: Any = kept.value
    if kept.data_type == "e":
        return Cell("", BadInput(ERROR, error=value))
    if value is None:
        return Cell("", BadInput(NO_VALUE)) if formula.data_type == "f" else NOTHING
    text = _text(value, kept.number_format)
    return Cell("", BadInput(NO_TEXT)) if text is None else Cell(text)


def _text(value: object, number_format: str) -> str | None:
    """Return a value as an official would write it; None for what is no text, number or day."""
    if isinstance(value, str):
        return clean(ESCAPED.sub(lambda code: chr(int(code[1], 16)), value))
    if isinstance(value, dt.datetime):
        day = format_date(value)
        return f"{format_time(value.time())} ngày {day}" if value.time() != dt.time() else day
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or number_format not in PLAIN_NUMBERS:
        return None
    return f"{value:.15g}".replace(".", ",")


def _merged(merged: CellRange, cells: Mapping[Place, Cell]) -> Iterator[tuple[Place, Cell]]:
    """Give cells merged in one column what the first says; those of several columns are at fault."""
    first = cells.get((merged.min_row, merged.min_col), NOTHING)
    if merged.min_col != merged.max_col:
        first = Cell(first.text, BadInput(MERGED, range=merged.coord))
    last = max((row for row, _column in cells), default=0)
    for row in range(merged.min_row, min(merged.max_row, last) + 1):
        for column in range(merged.min_col, merged.max_col + 1):
            yield (row, column), first


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    """Give the numbers of hidden columns; neighbours of one width are kept as one entry."""
    for shape in sheet.column_dimensions.values():
        if shape.hidden:
            shape.reindex()
            yield from range(shape.min or 0, (shape.max or 0) + 1)
