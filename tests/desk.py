"""Somebody who drafts plans of notices in the small organisation on 12 May 2014."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import func, select

from dondoc.reading.notice import read_text
from dondoc.services.cutting import standing
from dondoc.services.drafts import Drafted, draft
from dondoc.services.occasion import Occasion
from dondoc.services.plan_edits import Edit, edit
from dondoc.services.plan_view import shown
from dondoc.services.plans import find
from models import Person
from small_notice import NOTICE
from small_world import SmallWorld

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.item_view import ItemView

ON = dt.date(2014, 5, 12)
CODE = "HP-2014-01"


class Desk:
    """Somebody's desk: what they do, and what there is afterwards."""

    def __init__(self, session: Session, who: str = "chanh") -> None:
        self.world = SmallWorld(session).on(ON)
        self.who = who

    @property
    def occasion(self) -> Occasion:
        person = self.world.session.exec(select(Person).where(Person.code == self.who)).one()
        return Occasion(person, "tester", ON, dt.datetime.combine(ON, dt.time(1), dt.UTC))

    def draft(self, text: str = NOTICE, subject: str = "HP", code: str | None = None) -> Drafted:
        return draft(self.world, self.occasion, read_text(text), "thong-bao.txt", subject, code)

    def set(self, item: str, change: Edit) -> None:
        edit(self.world, self.occasion, CODE, item, change)

    def items(self) -> dict[str, ItemView]:
        return {item.ref: item for item in shown(self.world, CODE).items}

    def standing(self) -> dict[str, tuple[int, int]]:
        """Return where the items stand in the document that are in the plan, by their references."""
        items = standing(self.world.session, find(self.world.session, CODE))
        return {item.ref: (item.span_start, item.span_end) for item in items}

    def count(self, table: type) -> int:
        return self.world.session.exec(select(func.count()).select_from(table)).one()
