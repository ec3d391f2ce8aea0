"""Where the items of a draft stand in its document, while people cut them anew."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import Refused
from dondoc.reading.pieces import Piece, read_pieces
from dondoc.reading.text import Text
from dondoc.reading.unit_names import UnitNames
from dondoc.services.item_reading import fill
from dondoc.services.plans import claim, items_of, require_state
from dondoc.services.roles import plan_roles, require
from models import Document, Item, PlanState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

    from dondoc.rules.rights import Operation
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Plan

CUT = "span"
"""The mark, among what people have set, of an item that stands where they say."""
NUMBERED = re.compile(r"-\d+$")


class Draft:
    """A draft held to the end of the transaction, by who may cut its items."""

    def __init__(self, world: World, occasion: Occasion, code: str, operation: Operation) -> None:
        """Claim the plan; raises BadInput where there is none, Refused without the right and once opened."""
        self.world = world
        self.plan = claim(world.session, code)
        require(operation, plan_roles(world, occasion.person, self.plan), occasion.person, code)
        require_state(self.plan, PlanState.DRAFT)
        self.text = Text.of(world.session.get_one(Document, self.plan.document_id).text)

    def standing(self) -> list[Item]:
        """Return the items that stand in the document, in its order."""
        return standing(self.world.session, self.plan)

    def require_standing(self, item: Item) -> None:
        """Refuse an item that has been dropped or stands in an earlier edition of the document only."""
        if item.drop_reason is not None or item.document_id != self.plan.document_id:
            raise Refused("%(item)s is not in the plan: take it back first.", item=item.code)

    def room(self, item: Item) -> tuple[int, int]:
        """Return the places between which an item can stretch: the ends of its neighbours."""
        before = [other.span_end for other in self.standing() if other.span_end <= item.span_start]
        behind = [other.span_start for other in self.standing() if other.span_start >= item.span_end]
        return max(before, default=0), min(behind, default=len(self.text.raw))

    def place(self, item: Item, start: int, end: int) -> None:
        """Let an item stand at a span, by people's word."""
        item.span_start, item.span_end = start, end
        item.edited = sorted({*item.edited, CUT})

    def read(self, *items: Item) -> None:
        """Write anew what the document says at these items, but for what people have set."""
        pieces = [Piece(item.span_start, item.span_end, item.ref) for item in items]
        names = UnitNames(self.world.organisation, self.plan.subject_unit_id)
        for item, read in zip(items, read_pieces(self.text.raw, pieces), strict=True):
            fill(self.world, self.plan, item, read, names)
        self.world.session.flush()

    def position_behind(self, place: int) -> int:
        """Return a free position for an item at a place, moving those behind it along."""
        items = items_of(self.world.session, self.plan)
        before = [item.position for item in self.standing() if item.span_start < place]
        position = max(before, default=0) + 1
        for item in items:
            item.position += item.position >= position
        return position

    def free_ref(self, ref: str) -> str:
        """Return the reference of a further piece of what `ref` names: 3.2.2-2, 3.2.2-3 and so on."""
        taken = set(self.world.session.exec(select(Item.ref).where(Item.plan_id == self.plan.id)))
        base = NUMBERED.sub("", ref)
        refs = (f"{base}-{number}" for number in count(2))
        return next(each for each in refs if each not in taken)


def standing(session: Session, plan: Plan) -> list[Item]:
    """Return the items of a plan that stand in its document, in its order."""
    wanted = select(Item).where(
        Item.plan_id == plan.id, Item.document_id == plan.document_id, col(Item.drop_reason).is_(None)
    )
    return list(session.exec(wanted.order_by(col(Item.span_start))))


def require_apart(item: Item, others: Sequence[Item]) -> None:
    """Refuse words that two items hold."""
    for other in others:
        if (
            other.id != item.id
            and other.document_id == item.document_id
            and max(item.span_start, other.span_start) < min(item.span_end, other.span_end)
        ):
            raise Refused(
                "%(item)s would hold words that %(other)s holds: mend that one first.",
                item=item.code,
                other=other.code,
            )
