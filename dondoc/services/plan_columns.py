"""The columns of a plan's workbook and its words: workbooks out there bear them, so they never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.cells import clean
from dondoc.rules.headline import headline
from dondoc.rules.vietnamese import format_date, format_time, one_line
from dondoc.writing.blank import Column
from models import ItemKind, PeriodUnit

if TYPE_CHECKING:
    from dondoc.services.directory import Directory
    from dondoc.services.item_view import ItemView

SHEET = "Kế hoạch"
KIND, UNITS, SUPERVISORS, PEOPLE = "Loại nhiệm vụ", "Đơn vị", "Đơn vị theo dõi", "Cán bộ"
"""The lists of the drop-downs."""
EXPORTED = "dondoc"
"""The hidden sheet that keeps the plan as it was exported."""
NUMBER, CODE = "number", "item"
KINDS = {
    ItemKind.DELIVERABLE: "nhiệm vụ có sản phẩm",
    ItemKind.STANDING: "nhiệm vụ thường xuyên",
    ItemKind.TARGET: "chỉ tiêu",
    ItemKind.AUTHORITY: "nhiệm vụ của cơ quan cấp trên",
}
PERIODS = {
    PeriodUnit.WEEK: "hằng tuần",
    PeriodUnit.MONTH: "hằng tháng",
    PeriodUnit.QUARTER: "hằng quý",
    PeriodUnit.HALF_YEAR: "06 tháng một lần",
    PeriodUnit.YEAR: "hằng năm",
}
NO_TERM = "chưa ấn định thời hạn"
ANOTHER = ";\n"
"""Between coordinating units in one cell."""

COLUMNS = {
    NUMBER: Column("STT", 5),
    CODE: Column("Mã nội dung", 17),
    "headline": Column("Nội dung", 27),
    "text": Column("Trích văn bản", 38),
    "lead": Column("Đơn vị chủ trì", 20, open=True, choices=UNITS),
    "coordinators": Column(
        "Đơn vị phối hợp",
        20,
        open=True,
        choices=UNITS,
        several=True,
        hint="Nhiều đơn vị thì viết cách nhau bằng dấu chấm phẩy (;).",
    ),
    "person": Column("Người phụ trách", 18, open=True, choices=PEOPLE),
    "term": Column(
        "Thời hạn",
        18,
        open=True,
        hint="Ví dụ: trước ngày 30/6/2014; trong tháng 7/2014; 10 ngày làm việc kể từ ngày kế hoạch được phê "
        f"duyệt; {NO_TERM}: lý do. Nhiệm vụ thường xuyên: {', '.join(PERIODS.values())}.",
    ),
    "due": Column("Ngày đến hạn", 11),
    "proof": Column("Sản phẩm", 20, open=True),
    "note": Column("Ghi chú", 16, open=True),
    "kind": Column("Loại nhiệm vụ", 18, open=True, choices=KIND),
    "supervisor": Column("Đơn vị theo dõi, đôn đốc", 20, open=True, choices=SUPERVISORS),
    "questions": Column("Cần xác định", 40),
}
"""What a column holds -> the column, in their order on the sheet."""
PRINTED = 11
"""The columns that a plan on paper has; those behind them are for the screen."""


def line_of(item: ItemView, names: Directory) -> dict[str, str]:
    """Return what the row of an item says, by what the column holds; the running number is not among it."""
    texts = {
        CODE: item.item,
        "headline": headline(item.text),
        "text": one_line(item.text),
        "kind": KINDS[item.kind],
        "lead": names.units.label(item.lead),
        "coordinators": ANOTHER.join(map(names.units.label, item.coordinators)),
        "person": names.people.label(item.assignee),
        "supervisor": names.units.label(item.supervisor),
        "term": term_of(item),
        "due": _due(item),
        "proof": item.proof or "",
        "note": item.note or "",
        "questions": "\n".join(map(str, item.questions)),
    }
    return {name: clean(text) for name, text in texts.items()}


def term_of(item: ItemView) -> str:
    """Return the term of an item, the period of a standing duty, or why there is no term."""
    if item.kind is ItemKind.STANDING:
        return PERIODS[item.period] if item.period else ""
    return item.term or (f"{NO_TERM}: {item.no_term_reason}" if item.no_term_reason else "")


def _due(item: ItemView) -> str:
    if item.due_on is None or item.kind is ItemKind.STANDING:
        return ""
    hour = f"{format_time(item.due_time)}, " if item.due_time else ""
    return f"{hour}{format_date(item.due_on)}"
