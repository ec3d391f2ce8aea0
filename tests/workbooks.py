"""Workbooks under the hands of an office: opened, written in by the names of their columns, and saved."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

HEADER = 4
"""The row of the headings in the workbook of a plan."""


class Desk:
    """A plan's workbook that somebody has open."""

    def __init__(self, content: bytes) -> None:
        self.book = load_workbook(io.BytesIO(content))
        self.sheet: Worksheet = self.book["Kế hoạch"]

    def place(self, item: str, heading: str) -> tuple[int, int]:
        """Return the row of an item, by the end of its code, and the column of a heading."""
        codes = {row: str(self.sheet.cell(row, 2).value) for row in range(HEADER + 1, self.sheet.max_row + 1)}
        return next(row for row, code in codes.items() if code.endswith(f".{item}")), self.column(heading)

    def column(self, heading: str) -> int:
        return next(cell.column for cell in self.sheet[HEADER] if cell.value == heading)

    def write(self, item: str, heading: str, value: Any) -> str:
        """Write in a cell and return its name."""
        cell = self.sheet.cell(*self.place(item, heading))
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        return str(cell.coordinate)

    def compute(self, item: str, heading: str, formula: str) -> str:
        """Write a formula in a cell and return its name."""
        cell = self.sheet.cell(*self.place(item, heading))
        cell.value = formula
        return str(cell.coordinate)

    def says(self, item: str, heading: str) -> Any:
        return self.sheet.cell(*self.place(item, heading)).value

    def save(self) -> bytes:
        return saved(self.book)


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def book_of(*rows: list[Any], arrange: Callable[[Workbook, Any], None] = lambda _book, _sheet: None) -> bytes:
    """Return a workbook of one sheet with these rows."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    arrange(book, book.worksheets[0])
    return saved(book)


def computed(content: bytes, value: str, kind: str = "str") -> bytes:
    """Return a workbook with this value of each of its formulas, as a program that computes saves it."""
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(
                    rb'<c r="(\w+)"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>',
                    rf'<c r="\1"\2 t="{kind}"><f>\3</f><v>{value}</v></c>'.encode(),
                    text,
                )
            new.writestr(name, text)
    return kept.getvalue()
