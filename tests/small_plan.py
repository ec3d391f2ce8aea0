"""A small plan of the small organisation: four items that differ in how they are done, and who acts."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.rules.terms import Operator, Term, Unit
from dondoc.services.occasion import Occasion
from dondoc.services.stated_terms import columns_of
from models import Document, DocumentKind, Item, ItemCoordinator, ItemKind, Person, Plan, Task
from small_world import SmallWorld

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.world import World

CODE = "HP-2014-01"
MEETING = dt.date(2014, 5, 9)
EIGHT = dt.time(1)  # 08:00 in Viet Nam
BY_23_MAY = Term("trước ngày 23/5/2014", Operator.BEFORE, date=dt.date(2014, 5, 23))
BY_END_OF_JULY = Term("trong tháng 7/2014", Operator.BY, date=dt.date(2014, 7, 31))
TEN_DAYS = Term(
    "10 ngày kể từ ngày kế hoạch được phê duyệt",
    Operator.WITHIN,
    amount=10,
    unit=Unit.DAY,
    anchor="ngày kế hoạch được phê duyệt",
)


def day(text: str) -> dt.date:
    """Read "05-22" as a day of 2014."""
    return dt.date.fromisoformat(f"2014-{text}")


class SmallPlan:
    """A plan, HP-2014-01 unless another is meant, as a draft, every item ready to be issued."""

    def __init__(self, session: Session, world: SmallWorld | None = None, code: str = CODE) -> None:
        self.session = session
        self.world = world or SmallWorld(session)
        document = Document(
            sha256=hashlib.sha256(code.encode()).hexdigest(),
            text_sha256="0" * 64,
            file_name="thong-bao.txt",
            kind=DocumentKind.CONCLUSION,
            meeting_date=MEETING,
            text="",
            read_at=dt.datetime.combine(MEETING, EIGHT, dt.UTC),
        )
        self._add(document)
        self.plan = Plan(
            code=code, document_id=document.id, subject_unit_id=self.world.units["HP"], drafted_on=MEETING
        )
        self._add(self.plan)
        self.item("3.1", lead="HP-TCCB", person="vien", term=BY_END_OF_JULY)
        self.item("3.2", lead="HP-TCCB", person="phong", kind=ItemKind.STANDING)
        ordering = self.item("3.6", lead="HP", person=None, term=BY_23_MAY, orders_plan=True)
        for unit in ("TC-VP", "TC-TCCB"):
            self._add(ItemCoordinator(item_id=ordering.id, unit_id=self.world.units[unit]))
        self.item("3.7", lead="TC-TCCB", person="vu", kind=ItemKind.AUTHORITY, term=TEN_DAYS)

    def item(self, ref: str, lead: str, person: str | None, term: Term | None = None, **more: object) -> Item:
        units, people = self.world.units, self.world.people
        stated = {"kind": ItemKind.DELIVERABLE, "text": f"- Nội dung {ref}", **more, **columns_of(term)}
        item = Item(
            code=f"{self.plan.code}.{ref}",
            plan_id=self.plan.id,
            document_id=self.plan.document_id,
            position=int(ref.replace(".", "")),
            ref=ref,
            span_start=0,
            span_end=0,
            lead_unit_id=units[lead],
            assignee_id=people[person] if person else None,
            supervisor_unit_id=units["TC-TCCB"],
            **stated,
        )
        self._add(item)
        return item

    def at(self, text: str, person: str) -> tuple[World, Occasion]:
        """Return the world of a day of 2014 and somebody acting at eight o'clock on it."""
        on = day(text)
        who = self.session.exec(select(Person).where(Person.code == person)).one()
        return self.world.on(on), Occasion(who, "tester", on, dt.datetime.combine(on, EIGHT, dt.UTC))

    def task(self, code: str) -> Task:
        return self.session.exec(select(Task).where(Task.code == f"{self.plan.code}.{code}")).one()

    def codes(self) -> list[str]:
        """Return the codes of all tasks without the plan's own."""
        codes = self.session.exec(select(Task.code).order_by(Task.code)).all()
        return [code.removeprefix(f"{self.plan.code}.") for code in codes]

    def _add(self, row: object) -> None:
        self.session.add(row)
        self.session.flush()
