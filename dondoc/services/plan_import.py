"""A plan's workbook taken back, all or nothing: what people changed in it is set as by `dondoc plan set`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.errors import BadInput, DondocError
from dondoc.i18n import N_
from dondoc.reading.workbook import read_workbook
from dondoc.services.item_view import changes
from dondoc.services.mistakes import Mistakes
from dondoc.services.plan_agreement import Agreed, agree, agreement
from dondoc.services.plan_columns import CODE
from dondoc.services.plan_rows import Rows
from dondoc.services.plan_sheet import exported, find_sheet, plan_sheet
from dondoc.services.plan_work import PlanWork

if TYPE_CHECKING:
    from dondoc.services.item_view import ItemView
    from dondoc.services.occasion import Occasion
    from dondoc.services.plan_rows import Given
    from dondoc.services.plan_sheet import Exported
    from dondoc.services.world import World


@dataclass(frozen=True)
class Change:
    """What an import changes in one item: {name of what is shown: [before, after]}, in plain values."""

    item: str
    fields: dict[str, list[object]]


@dataclass(frozen=True)
class Difference:
    """What an import changes in a plan, item by item; an empty one changes nothing."""

    plan: str
    changes: tuple[Change, ...]


def compare(world: World, occasion: Occasion, plan_code: str, content: bytes, name: str) -> Difference:
    """Return what `take` would change, and change nothing: it is done in a savepoint and rolled back.

    Raises what `take` raises.
    """
    with world.session.begin_nested() as trial:
        difference = take(world, occasion, plan_code, content, name)
        trial.rollback()
    return difference


def take(world: World, occasion: Occasion, plan_code: str, content: bytes, name: str) -> Difference:
    """Set what people changed in a plan's workbook, an .xlsx file called `name`, and return the difference.

    A cell that nobody touched since the export leaves its item as it is now. Raises BadInput for a file that
    is no such workbook, and with every mistake in it by sheet and cell; Refused without the right to change
    the plan, and once it has been submitted. The transaction is then to be rolled back.
    """
    sheets = read_workbook(content, name)
    sheet, header = find_sheet(sheets, name)
    kept = exported(sheets)
    _refuse_other_plan(kept, plan_code, name)
    work = PlanWork.begin(world, occasion, plan_code)
    mistakes = Mistakes(name, sheet.title)
    found = plan_sheet(sheet, header, plan_code, work.items, _expected(work, kept), mistakes)
    given = Rows(work, found, agreement(work, kept)).given(mistakes)
    after = [_set(work, each, mistakes) for each in given]
    mistakes.refuse()
    if given:
        agree(work, kept, name, _agreed(work, given, after))
    pairs = zip(given, after, strict=True)
    return Difference(plan_code, tuple(Change(then.item, changes(each.item, then)) for each, then in pairs))


def _refuse_other_plan(kept: Exported | None, plan_code: str, name: str) -> None:
    if kept is not None and kept.plan != plan_code:
        said = N_("%(file)s is a workbook of the plan %(other)s, not of %(plan)s.")
        raise BadInput(said, file=name, other=kept.plan, plan=plan_code)


def _expected(work: PlanWork, kept: Exported | None) -> list[str]:
    """Return the items whose rows must be there: those exported, but for what has been dropped since."""
    return [
        code
        for code, item in work.items.items()
        if item.drop_reason is None and (kept is None or (code, CODE) in kept.texts)
    ]


def _set(work: PlanWork, given: Given, mistakes: Mistakes) -> ItemView:
    """Set what a row changes and return the item; a refusal is noted at the cells that bring it about."""
    code = given.item.item
    try:
        return work.set(code, given.edits)
    except DondocError as refusal:
        alone = [cell.place for cell in given.cells if work.refuses(code, cell.edits)]
        mistakes.note(refusal, *(alone or [cell.place for cell in given.cells]))
        return given.item


def _agreed(work: PlanWork, given: list[Given], after: list[ItemView]) -> dict[tuple[str, str], Agreed]:
    """Return what the cells that were taken say, and what the plan says there now."""
    lines = {item.item: work.line(item) for item in after}
    return {
        (each.item.item, cell.column): Agreed(cell.text, lines[each.item.item][cell.column])
        for each in given
        for cell in each.cells
    }
