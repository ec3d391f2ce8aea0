"""Tables as a workbook: what is on a screen, for who works on with it in Excel."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

WIDEST = 60
LONGEST_NAME = 31
"""Characters of a sheet's name: Excel takes no more."""


@dataclass(frozen=True)
class Table:
    """One sheet: its name, its headings and its rows."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[object]]


def workbook(tables: Iterable[Table]) -> bytes:
    """Return a workbook with a sheet for each table."""
    book = Workbook()
    book.remove(book["Sheet"])
    for table in tables:
        _fill(book.create_sheet(table.name[:LONGEST_NAME]), table)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    sheet.append(list(table.headings))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in table.rows:
        sheet.append(list(row))
    for cells in sheet.iter_cols():
        letter = get_column_letter(cells[0].column or 1)
        longest = max(len(str(cell.value or "")) for cell in cells)
        sheet.column_dimensions[letter].width = min(longest + 2, WIDEST)
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # what begins with "=" is text here, never a formula
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
