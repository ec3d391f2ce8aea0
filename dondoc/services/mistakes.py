"""Mistakes of a workbook, each named by sheet and cell, and said all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import BadInput, Sentences
from dondoc.i18n import N_
from dondoc.reading.cells import name_of

if TYPE_CHECKING:
    from dondoc.errors import DondocError
    from dondoc.reading.cells import Place


class AtCells(BadInput):
    """What is wrong in cells of a sheet."""

    def __init__(self, sheet: str, cells: str, reason: DondocError) -> None:
        """Say `reason` of `cells`, such as "D7, E7"."""
        said = N_("sheet '%(sheet)s', cell %(cell)s: %(reason)s")
        super().__init__(said, sheet=sheet, cell=cells, reason=reason)
        self.place = f"{sheet}!{cells}"
        self.reason = reason


class Mistakes:
    """What is wrong in one sheet of a file; nothing is taken while there is anything."""

    def __init__(self, file: str, sheet: str) -> None:
        """Begin with none."""
        self._file, self._sheet = file, sheet
        self._found: list[tuple[Place, AtCells]] = []

    def note(self, reason: DondocError, *places: Place) -> None:
        """Note why what stands in these cells cannot be taken."""
        cells = ", ".join(name_of(*place) for place in places)
        self._found.append((places[0], AtCells(self._sheet, cells, reason)))

    def refuse(self) -> None:
        """Raise BadInput with every mistake, in the order of the rows, if there is any."""
        if self._found:
            in_order = sorted(self._found, key=lambda found: found[0])
            raise BadInput(
                "%(file)s is not taken, and nothing has been changed:\n%(mistakes)s",
                file=self._file,
                mistakes=Sentences(said for _place, said in in_order),
            )
