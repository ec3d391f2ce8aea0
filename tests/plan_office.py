"""An office that fills in the workbook of the small plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import select

from dondoc.services import plan_export, plan_import
from dondoc.services.plan_edits import Edit, edit
from dondoc.services.plan_view import shown
from models import LedgerLine, Unit
from small_plan import CODE, SmallPlan
from workbooks import Desk

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.plan_import import Difference

FILE = "ke-hoach.xlsx"
LEAD, BESIDE, PERSON, KIND = "Đơn vị chủ trì", "Đơn vị phối hợp", "Người phụ trách", "Loại nhiệm vụ"
TERM, DUE, PROOF, NOTE = "Thời hạn", "Ngày đến hạn", "Sản phẩm", "Ghi chú"
SUPERVISOR, CODES, WORDS = "Đơn vị theo dõi, đôn đốc", "Mã nội dung", "Nội dung"


class PlanOffice:
    """The small plan on 12 May, its workbook exported and taken by the Office unless another is named."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.small = SmallPlan(session)

    def export(self) -> Desk:
        world, _occasion = self.small.at("05-12", "chanh")
        return Desk(plan_export.export(world, CODE))

    def take(self, desk: Desk | bytes, who: str = "chanh", plan: str = CODE) -> Difference:
        content = desk if isinstance(desk, bytes) else desk.save()
        return plan_import.take(*self.small.at("05-12", who), plan, content, FILE)

    def compare(self, desk: Desk, who: str = "chanh") -> Difference:
        return plan_import.compare(*self.small.at("05-12", who), CODE, desk.save(), FILE)

    def set(self, item: str, **values: Any) -> None:
        edit(*self.small.at("05-12", "chanh"), CODE, item, Edit(**values))

    def stands(self) -> dict[str, dict[str, Any]]:
        """Return what is to be known of every item."""
        world, _occasion = self.small.at("05-12", "chanh")
        return {item.ref: item.plain() for item in shown(world, CODE).items}

    def ledger(self) -> list[tuple[str, str]]:
        lines = self.session.exec(select(LedgerLine).order_by(LedgerLine.id))  # type: ignore[arg-type]
        return [(line.operation, line.code.removeprefix(f"{CODE}.")) for line in lines]

    def unit(self, code: str, **values: Any) -> None:
        """Change a unit of the organisation."""
        unit = self.session.exec(select(Unit).where(Unit.code == code)).one()
        for name, value in values.items():
            setattr(unit, name, value)
        self.session.flush()
