"""The words of the national board, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.rules.judgement import Cell

if TYPE_CHECKING:
    from collections.abc import Mapping

CELL_HEADINGS: Mapping[Cell, str] = {
    Cell.DONE_ON_TIME: N_("Done on time"),
    Cell.DONE_LATE: N_("Done late"),
    Cell.OPEN_WITHIN_TERM: N_("Not done, within term"),
    Cell.OPEN_OVERDUE: N_("Not done, overdue"),
}
