"""A plan as a workbook for an office to fill in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from dondoc.rules.vietnamese import format_date
from dondoc.services.directory import directory
from dondoc.services.item_view import views
from dondoc.services.plan_columns import (
    COLUMNS,
    EXPORTED,
    KIND,
    KINDS,
    NUMBER,
    PEOPLE,
    PRINTED,
    SHEET,
    SUPERVISORS,
    UNITS,
    line_of,
)
from dondoc.services.plan_sheet import kept_rows
from dondoc.services.plans import find, items_of
from dondoc.writing.blank import Blank, workbook
from models import Document, Unit

if TYPE_CHECKING:
    from dondoc.services.world import World
    from models import Plan


def export(world: World, plan_code: str) -> bytes:
    """Return the .xlsx file of a plan as it is on the world's day: every item that is not dropped.

    Units and people are offered from the organisation, and what was exported is kept in a hidden sheet, so
    that only what people change is taken back. Raises BadInput where there is no such plan.
    """
    plan = find(world.session, plan_code)
    names = directory(world, plan.subject_unit_id)
    items = [item for item in items_of(world.session, plan) if item.drop_reason is None]
    lines = [line_of(item, names) for item in views(world, plan, items)]
    rows = [
        [number if name == NUMBER else line[name] for name in COLUMNS] for number, line in enumerate(lines, 1)
    ]
    blank = Blank(
        sheet=SHEET,
        lines=_heading(world, plan),
        columns=list(COLUMNS.values()),
        rows=rows,
        printed=PRINTED,
        lists={
            KIND: list(KINDS.values()),
            UNITS: names.units.choices,
            SUPERVISORS: names.supervisors,
            PEOPLE: names.people.choices,
        },
        kept={EXPORTED: kept_rows(secrets.token_hex(8), plan.code, lines)},
    )
    return workbook(blank)


def _heading(world: World, plan: Plan) -> list[str]:
    """Return the title of a plan, the document it carries out, and what is to be known of this copy of it."""
    document = world.session.get_one(Document, plan.document_id)
    unit = world.session.get_one(Unit, plan.subject_unit_id).name
    return [
        f"KẾ HOẠCH KHẮC PHỤC TỒN TẠI, HẠN CHẾ CỦA {unit.upper()}",
        f"(Thực hiện {_cited(document)})",
        f"Kế hoạch {plan.code}, xuất ngày {format_date(world.on)}. Chỉ ghi vào các cột có tiêu đề nền xanh.",
    ]


def _cited(document: Document) -> str:
    """Cite a document by what it states of itself."""
    day = f" ngày {format_date(document.date)}" if document.date else ""
    meeting = f"kết luận cuộc họp ngày {format_date(document.meeting_date)}" if document.meeting_date else ""
    if document.number is None:
        return meeting or f"văn bản{day}"
    return f"văn bản số {document.number}{day}" + (f", {meeting}" if meeting else "")
