"""A blank: a table that an office fills in with Excel, from drop-downs, and prints."""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT, SIZE = "Times New Roman", 12
LINE = 16
"""Points from one line of text to the next."""
WIDER = 1.1
"""So many more characters of that font stand in a column than of the one its width is counted in."""
A4 = 9
CENTIMETRE = 1 / 2.54
FROZEN = 3
"""Columns that stay in sight."""
TEXT = "@"
"""Excel leaves what is typed in such a cell as it is: no day becomes another, no line a formula."""
EDGE = Side("thin", "808080")
GRID = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
OPEN, LOCKED = PatternFill("solid", "DDEBF7"), PatternFill("solid", "E7E6E6")
LISTS = "Danh mục"


class Row(RowDimension):
    """A row as high as its text. openpyxl would fix the height, and Excel not let it grow with the text."""

    customHeight = None  # type: ignore[assignment]  # noqa: N815 - openpyxl's name; None leaves it out


@dataclass(frozen=True)
class Column:
    """A column of the table, `width` in characters. People fill in the open ones, from a list or freely."""

    heading: str
    width: float
    open: bool = False
    choices: str | None = None
    several: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Blank:
    """A workbook to be filled in: `lines` stand above its table, the first one is the title."""

    sheet: str
    lines: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Sequence[str | int]]
    printed: int
    """So many of the columns stand on paper."""
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kept: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    """Hidden sheets of plain rows, by their names."""

    @property
    def header(self) -> int:
        """The row of the headings."""
        return len(self.lines) + 1


def workbook(blank: Blank) -> bytes:
    """Return the .xlsx file of a blank: A4 across, one page wide, its header on every page and in sight."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(blank.sheet)
    _write_lines(sheet, blank)
    _write_header(sheet, blank)
    _write_rows(sheet, blank)
    _set_up_page(sheet, blank)
    _protect(sheet)
    if blank.lists:
        _hide(book.create_sheet(LISTS), [[name, *choices] for name, choices in blank.lists.items()])
    _add_rules(sheet, blank)
    for name, rows in blank.kept.items():
        _hide(book.create_sheet(name), rows)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _put(sheet: Worksheet, row: int, place: int, value: str | int) -> Cell:
    """Write a value; text is text even where it begins like a formula."""
    cell = cast("Cell", sheet.cell(row, place))
    if isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    return cell


def _write_lines(sheet: Worksheet, blank: Blank) -> None:
    for row, line in enumerate(blank.lines, start=1):
        cell = _put(sheet, row, 1, line)
        is_title = row == 1
        cell.font = Font(FONT, 14 if is_title else SIZE, bold=is_title, italic=row == len(blank.lines))
        cell.alignment = Alignment("center", "center")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=blank.printed)
        sheet.row_dimensions[row].height = 1.5 * LINE


def _write_header(sheet: Worksheet, blank: Blank) -> None:
    for place, column in enumerate(blank.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
        cell = _put(sheet, blank.header, place, column.heading)
        cell.font, cell.border = Font(FONT, SIZE, bold=True), GRID
        cell.alignment = Alignment("center", "center", wrap_text=True)
        cell.fill = OPEN if column.open else LOCKED
    sheet.row_dimensions[blank.header].height = 2.5 * LINE


def _write_rows(sheet: Worksheet, blank: Blank) -> None:
    for row, values in enumerate(blank.rows, start=blank.header + 1):
        lines = 1
        for place, (column, value) in enumerate(zip(blank.columns, values, strict=True), start=1):
            _dress(_put(sheet, row, place, value), column)
            lines = max(lines, _lines(str(value), column.width))
        sheet.row_dimensions[row] = Row(sheet, row, ht=LINE * lines)


def _dress(cell: Cell, column: Column) -> None:
    is_number = isinstance(cell.value, int)
    cell.font, cell.border = Font(FONT, SIZE), GRID
    cell.alignment = Alignment("center" if is_number else "left", "top", wrap_text=True)
    cell.number_format = "General" if is_number else TEXT
    cell.protection = Protection(locked=not column.open)


def _lines(text: str, width: float) -> int:
    """Estimate how many lines a text takes in a column."""
    return sum(len(textwrap.wrap(line, round(WIDER * width))) for line in text.splitlines())


def _set_up_page(sheet: Worksheet, blank: Blank) -> None:
    sheet.freeze_panes = f"{get_column_letter(FROZEN + 1)}{blank.header + 1}"
    last = blank.header + len(blank.rows)
    sheet.auto_filter.ref = f"A{blank.header}:{get_column_letter(len(blank.columns))}{last}"
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", A4, 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{blank.header}:{blank.header}"
    sheet.print_area = f"A1:{get_column_letter(blank.printed)}{last}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 1 * CENTIMETRE
    margins.top, margins.bottom, margins.footer = 1.5 * CENTIMETRE, 1.8 * CENTIMETRE, 0.8 * CENTIMETRE
    footer: Any = sheet.oddFooter
    footer.right.text = "&P/&N"


def _protect(sheet: Worksheet) -> None:
    """Keep the locked cells as they are, without a password; widths, heights and filters stay free."""
    lock = sheet.protection
    lock.enable()
    lock.formatCells = lock.formatColumns = lock.formatRows = lock.autoFilter = False


def _add_rules(sheet: Worksheet, blank: Blank) -> None:
    for place, column in enumerate(blank.columns, start=1):
        if column.open and blank.rows:
            rule = _rule(column, blank)
            letter = get_column_letter(place)
            rule.add(f"{letter}{blank.header + 1}:{letter}{blank.header + len(blank.rows)}")
            sheet.add_data_validation(rule)


def _rule(column: Column, blank: Blank) -> DataValidation:
    """Offer the list of a column; what is not in it is asked about, or taken where several may stand."""
    rule = DataValidation(allow_blank=True)
    if column.hint:
        rule.showInputMessage, rule.promptTitle, rule.prompt = True, column.heading, column.hint
    if column.choices and (choices := blank.lists[column.choices]):
        row = list(blank.lists).index(column.choices) + 1
        rule.type, rule.formula1 = "list", f"'{LISTS}'!$B${row}:${get_column_letter(len(choices) + 1)}${row}"
        rule.showErrorMessage, rule.errorStyle = not column.several, "warning"
        rule.errorTitle, rule.error = column.heading, "Giá trị này không có trong danh mục."
    return rule


def _hide(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    for row, values in enumerate(rows, start=1):
        for place, value in enumerate(values, start=1):
            _put(sheet, row, place, value).number_format = TEXT
    sheet.sheet_state = "hidden"
