"""What a workbook and its plan last agreed on: as it was exported, and as it has been taken since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.rules.vietnamese import one_line
from dondoc.services.ledger import record
from models import LedgerLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dondoc.services.plan_sheet import Exported
    from dondoc.services.plan_work import PlanWork

IMPORT = "plan.import"

Cell = tuple[str, str]
"""The code of an item, and what the column holds."""


@dataclass(frozen=True)
class Agreed:
    """What stood in a cell when its plan last agreed with it, and what the plan itself then said."""

    written: str
    stood: str

    def is_touched(self, text: str) -> bool:
        """Say whether somebody has written in the cell since; blanks do not count."""
        return one_line(text) != one_line(self.written)

    def has_moved(self, text: str) -> bool:
        """Say whether the plan, which now says `text`, has been changed since by another way."""
        return one_line(text) != one_line(self.stood)


def agreement(work: PlanWork, exported: Exported | None) -> dict[Cell, Agreed]:
    """Return what each cell of a workbook is compared with.

    That is the plan as it was exported, with what was taken from the same workbook since. Where the workbook
    has lost the sheet that keeps its export, it is the plan as it is now.
    """
    agreed = {
        (code, column): Agreed(text, text)
        for code, item in work.items.items()
        for column, text in work.line(item).items()
    }
    if exported is None:
        return agreed
    agreed |= {cell: Agreed(text, text) for cell, text in exported.texts.items()}
    taken = select(LedgerLine.detail).where(LedgerLine.operation == IMPORT, LedgerLine.code == work.plan.code)
    for detail in work.world.session.exec(taken.order_by(col(LedgerLine.id))):
        if detail["workbook"] == exported.mark:
            agreed |= {(item, column): Agreed(*said) for item, column, *said in detail["cells"]}
    return agreed


def agree(work: PlanWork, exported: Exported | None, file: str, agreed: Mapping[Cell, Agreed]) -> None:
    """Write down in the ledger which cells of a workbook were taken."""
    record(
        work.world.session,
        work.occasion,
        IMPORT,
        work.plan.code,
        file=file,
        workbook=exported.mark if exported else None,
        cells=[[*cell, each.written, each.stood] for cell, each in agreed.items()],
    )
