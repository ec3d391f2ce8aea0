"""The sheet of a plan in a workbook that came back: which column is what, and which row is of which item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.rules.vietnamese import one_line
from dondoc.services.directory import unknown
from dondoc.services.plan_columns import CODE, COLUMNS, EXPORTED, NUMBER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dondoc.reading.cells import Place, Sheet
    from dondoc.services.mistakes import Mistakes

HEADINGS = {column.heading.casefold(): name for name, column in COLUMNS.items()}
FIRST_ITEM_ROW = 3
"""Of the hidden sheet, under the marks of the export and the names of the columns."""
ITEM = re.compile(r"(?P<plan>[A-Z0-9-]+-\d{4}-\d{2,})\..+")
NO_SHEET = N_(
    '%(file)s has no sheet with the column "%(heading)s". Fill in the workbook that the plan was exported to.'
)
SEVERAL_SHEETS = N_("%(file)s has several sheets of a plan: %(sheets)s. Keep one and remove the others.")

Texts = dict[tuple[str, str], str]
"""What cells say, by the code of the item and what the column holds."""


@dataclass(frozen=True)
class Exported:
    """A plan as a workbook was exported with it; `mark` tells one export from all others."""

    mark: str
    plan: str
    texts: Texts


@dataclass(frozen=True)
class PlanSheet:
    """A sheet with its columns by what they hold and its rows by the code of their item."""

    sheet: Sheet
    columns: dict[str, int]
    rows: dict[str, int]

    def place(self, item: str, column: str) -> Place:
        """Return where a cell of an item stands."""
        return self.rows[item], self.columns[column]

    def text(self, item: str, column: str) -> str:
        """Return what a cell of an item says."""
        return self.sheet.at(*self.place(item, column)).text


def find_sheet(sheets: Sequence[Sheet], file: str) -> tuple[Sheet, int]:
    """Return the sheet of a plan and the row of its headings; raises BadInput unless there is one."""
    found = [(sheet, row) for sheet in sheets for row in _header(sheet)]
    if not found:
        raise BadInput(NO_SHEET, file=file, heading=COLUMNS[CODE].heading)
    if len(found) > 1:
        raise BadInput(SEVERAL_SHEETS, file=file, sheets=", ".join(sheet.title for sheet, _row in found))
    return found[0]


def exported(sheets: Sequence[Sheet]) -> Exported | None:
    """Return the plan as it was exported; None where the sheet that keeps it is gone."""
    kept = next((sheet for sheet in sheets if sheet.title == EXPORTED), None)
    if kept is None:
        return None
    names = {column: kept.at(FIRST_ITEM_ROW - 1, column).text for column in range(1, len(COLUMNS) + 1)}
    texts = {
        (kept.at(row, 1).text, name): kept.at(row, column).text
        for row in kept.rows()
        if row >= FIRST_ITEM_ROW
        for column, name in names.items()
    }
    return Exported(kept.at(1, 1).text, kept.at(1, 2).text, texts)


def kept_rows(mark: str, plan: str, texts: Sequence[dict[str, str]]) -> list[list[str]]:
    """Return the rows of the sheet that `exported` reads, for the items of a plan as they are exported."""
    names = [CODE, *(name for name in COLUMNS if name not in (CODE, NUMBER))]
    return [[mark, plan], names, *([line[name] for name in names] for line in texts)]


def plan_sheet(
    sheet: Sheet,
    header: int,
    plan: str,
    items: Collection[str],
    expected: Collection[str],
    mistakes: Mistakes,
) -> PlanSheet:
    """Tell columns and rows apart, and note those that are unknown, missing or there twice."""
    columns = _columns(sheet, header, mistakes)
    rows: dict[str, int] = {}
    for row in (row for row in sheet.rows() if row > header):
        _take_row(PlanSheet(sheet, columns, rows), row, plan, items, mistakes)
    missing = [code for code in expected if code not in rows]
    if missing:
        said = N_(
            "the rows of these items are gone: %(items)s. Put them back; an item is left out of the plan by "
            "dropping it there with a reason."
        )
        mistakes.note(BadInput(said, items=", ".join(missing)), (header, columns[CODE]))
    return PlanSheet(sheet, columns, rows)


def _header(sheet: Sheet) -> Iterator[int]:
    wanted = COLUMNS[CODE].heading.casefold()
    rows = {row for (row, _column), cell in sheet.cells.items() if _heading(cell.text) == wanted}
    if rows:
        yield min(rows)


def _heading(text: str) -> str:
    return one_line(text).casefold()


def _columns(sheet: Sheet, header: int, mistakes: Mistakes) -> dict[str, int]:
    found: dict[str, int] = {}
    for column in sorted({column for row, column in sheet.cells if row >= header}):
        heading = _heading(sheet.at(header, column).text)
        name = HEADINGS.get(heading)
        if name is None:
            first = next(row for row in sheet.rows() if row >= header and (row, column) in sheet.cells)
            mistakes.note(_unknown_column(sheet.at(header, column).text), (first, column))
        elif name in found:
            mistakes.note(BadInput("this column stands twice: remove one of them."), (header, column))
        else:
            found[name] = column
    for name in COLUMNS.keys() - found.keys() - {NUMBER}:
        said = N_('the column "%(column)s" is missing: put it back, or export the plan again.')
        mistakes.note(BadInput(said, column=COLUMNS[name].heading), (header, found[CODE]))
    return found


def _unknown_column(heading: str) -> BadInput:
    if not heading:
        return BadInput("this column has no heading and is not taken: remove what stands in it.")
    near = get_close_matches(_heading(heading), HEADINGS, n=1)
    if near:
        said = N_('the column "%(column)s" is not one of the plan\'s: is it "%(near)s"?')
        return BadInput(said, column=heading, near=COLUMNS[HEADINGS[near[0]]].heading)
    return BadInput('the column "%(column)s" is not one of the plan\'s: remove it.', column=heading)


def _take_row(found: PlanSheet, row: int, plan: str, items: Collection[str], mistakes: Mistakes) -> None:
    """Note which item a row is of; a row with nothing but a running number is none."""
    place = (row, found.columns[CODE])
    cell = found.sheet.at(*place)
    if cell.fault:
        mistakes.note(cell.fault, place)
    elif not cell.text:
        filled = [column for name, column in found.columns.items() if name != NUMBER]
        first = next((column for column in filled if found.sheet.at(row, column).text), None)
        if first is not None:
            said = N_("this row has no item code: rows are not added here. Remove it, or put the code back.")
            mistakes.note(BadInput(said), (row, first))
    elif cell.text not in items:
        mistakes.note(_unknown_item(cell.text, plan, items), place)
    elif cell.text in found.rows:
        first_place = found.rows[cell.text]
        said = N_("the item %(item)s stands in row %(row)s already: remove one of the two rows.")
        mistakes.note(BadInput(said, item=cell.text, row=first_place), place)
    else:
        found.rows[cell.text] = row


def _unknown_item(code: str, plan: str, items: Collection[str]) -> BadInput:
    other = ITEM.fullmatch(code)
    if other and other["plan"] != plan:
        said = N_("%(item)s is an item of the plan %(other)s, not of %(plan)s.")
        return BadInput(said, item=code, other=other["plan"], plan=plan)
    near = get_close_matches(code, items)
    return BadInput("%(reason)s An item keeps its code.", reason=unknown(code, near))
