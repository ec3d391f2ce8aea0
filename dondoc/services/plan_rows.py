"""The rows of a plan that came back, set against the plan: what people have changed in them, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from dondoc.errors import BadInput, DondocError
from dondoc.i18n import N_
from dondoc.rules.vietnamese import one_line
from dondoc.services.plan_cells import Cells
from dondoc.services.plan_columns import CODE, COLUMNS, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dondoc.reading.cells import Place
    from dondoc.services.item_view import ItemView
    from dondoc.services.mistakes import Mistakes
    from dondoc.services.plan_agreement import Agreed, Cell
    from dondoc.services.plan_sheet import PlanSheet
    from dondoc.services.plan_work import PlanWork
    from models import ItemKind

LONGEST = 80
"""Characters of a cell that are quoted."""
OWN = N_(
    'the column "%(column)s" is written by Dondoc and is not taken back: put "%(text)s" back, or export the '
    "plan again."
)
HIDDEN = N_("it was changed in a hidden row or column: show it, look at it, and save the workbook again.")
MOVED = N_(
    'the plan has changed since this workbook was exported: it was "%(was)s" and is "%(now)s" now. '
    "Export the plan again."
)


@dataclass(frozen=True)
class Written:
    """A cell that people have changed, and what it sets: values by the names of `Edit`."""

    column: str
    place: Place
    text: str
    edits: dict[str, Any]


@dataclass(frozen=True)
class Given:
    """The changed cells of an item."""

    item: ItemView
    cells: tuple[Written, ...]

    @property
    def edits(self) -> dict[str, Any]:
        """Everything they set together."""
        return {name: value for cell in self.cells for name, value in cell.edits.items()}


@dataclass(frozen=True)
class Rows:
    """The rows of a sheet beside their plan; `agreed` is what workbook and plan last said in each cell."""

    work: PlanWork
    found: PlanSheet
    agreed: Mapping[Cell, Agreed]

    def given(self, mistakes: Mistakes) -> list[Given]:
        """Return what people changed, row by row; a row with a mistake, which is noted, gives nothing."""
        return [given for code in self.found.rows for given in self._row(self.work.items[code], mistakes)]

    def _row(self, item: ItemView, mistakes: Mistakes) -> Iterator[Given]:
        kind, now, clear = self._kind(item), self.work.line(item), True
        written: list[Written] = []
        for column in (name for name in self.found.columns if name not in (NUMBER, CODE)):
            try:
                written += self._changed(item, column, kind, now[column])
            except DondocError as mistake:
                mistakes.note(mistake, self.found.place(item.item, column))
                clear = False
        if written and clear:
            yield Given(item, tuple(written))

    def _kind(self, item: ItemView) -> ItemKind:
        """Return the kind an item is to be of, which says how its term is to be read."""
        if "kind" not in self.found.columns:
            return item.kind
        text = self.found.text(item.item, "kind")
        if not self.agreed[item.item, "kind"].is_touched(text):
            return item.kind
        try:
            return Cells.kind_of(text)
        except BadInput:  # noted where the cell itself is read
            return item.kind

    def _changed(self, item: ItemView, column: str, kind: ItemKind, now: str) -> Iterator[Written]:
        """Give a cell that sets anything; raises what stands against it. `now` is what the plan says."""
        place, agreed = self.found.place(item.item, column), self.agreed[item.item, column]
        cell = self.found.sheet.at(*place)
        if cell.fault:
            raise cell.fault
        if not agreed.is_touched(cell.text) or one_line(cell.text) == one_line(now):
            return
        if not COLUMNS[column].open:
            raise BadInput(OWN, column=COLUMNS[column].heading, text=_quoted(agreed.written))
        if self.found.sheet.is_hidden(*place):
            raise BadInput(HIDDEN)
        edits = Cells(self.work.world, self.work.names).edits(item, column, cell.text, kind)
        if edits and agreed.has_moved(now):
            raise BadInput(MOVED, was=_quoted(agreed.stood), now=_quoted(now))
        if edits:
            yield Written(column, place, cell.text, edits)


def _quoted(text: str) -> str:
    return shorten(one_line(text), LONGEST, placeholder="…")
