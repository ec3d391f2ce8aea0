"""People cut the items of a draft anew: mended, split, joined, added. Each quotes the document all the while.

Codes and references stay with the item that begins where it began; ADR 0010 says how others get theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.errors import BadInput, Refused
from dondoc.reading.pieces import Piece, read_pieces
from dondoc.reading.whereabouts import beginning, ending, place
from dondoc.rules.rights import Operation
from dondoc.services.cutting import CUT, Draft
from dondoc.services.item_owners import set_coordinators
from dondoc.services.item_reading import new_item
from dondoc.services.item_view import changes, view_of
from dondoc.services.ledger import record
from dondoc.services.plans import coordinators, find_item
from models import Item

if TYPE_CHECKING:
    from dondoc.services.item_view import ItemView
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World

JOINED = "Đã gộp vào nội dung {ref}."
OF_ITS_OWN = {"id", "code", "ref", "position", "note", "orders_plan", "next_period_on"}
"""What a second piece does not have from the first."""
MARKS = re.compile(r"\s*(?:[-+*•–]|\d+(?:\.\d+)*[.)]?|[a-zđ][.)])?\s*")
"""What may stand between two items that are joined: the number or the bullet of the second."""


def mend(
    world: World,
    occasion: Occasion,
    plan_code: str,
    item_name: str,
    begins: str | None = None,
    ends: str | None = None,
) -> ItemView:
    """Let an item begin or end with other words of the document, up to its neighbours.

    Raises BadInput for words that do not stand there, or more than once, and where nothing would change;
    Refused without the right, once the plan is opened, and for an item that has been dropped.
    """
    draft = Draft(world, occasion, plan_code, Operation.PLAN_MEND)
    item = _standing_item(draft, item_name)
    first, last = draft.room(item)
    start = beginning(draft.text, begins, first, last) if begins else item.span_start
    end = ending(draft.text, ends, start, last) if ends else item.span_end
    if (start, end) == (item.span_start, item.span_end):
        raise BadInput("%(item)s begins and ends with these words already.", item=item.code)
    if start >= end:
        raise BadInput("%(item)s would end before it begins: give both words.", item=item.code)
    before = view_of(world, draft.plan, item)
    draft.place(item, start, end)
    draft.read(item)
    return _noted(draft, occasion, Operation.PLAN_MEND, item, before)


def split(
    world: World, occasion: Occasion, plan_code: str, item_name: str, before: str
) -> tuple[ItemView, ItemView]:
    """Split an item in two; the second begins with the words `before`, and has what people set for both.

    Raises BadInput for words that do not stand in the item, or more than once, or that it begins with;
    Refused as `mend` does.
    """
    draft = Draft(world, occasion, plan_code, Operation.PLAN_SPLIT)
    item = _standing_item(draft, item_name)
    cut = beginning(draft.text, before, item.span_start, item.span_end)
    if not draft.text.raw[item.span_start : cut].strip():
        raise BadInput("%(item)s begins with these words: nothing would be left of it.", item=item.code)
    was = view_of(world, draft.plan, item)
    second = _second(draft, item, cut)
    draft.place(item, item.span_start, cut)
    draft.read(item, second)
    return _noted(draft, occasion, Operation.PLAN_SPLIT, item, was, into=second.code), view_of(
        world, draft.plan, second
    )


def join(world: World, occasion: Occasion, plan_code: str, item_name: str) -> ItemView:
    """Join an item with the next one of the document, which is dropped; what people set for the first stays.

    Raises Refused as `mend` does, for the last item, and where words stand between the two.
    """
    draft = Draft(world, occasion, plan_code, Operation.PLAN_JOIN)
    item = _standing_item(draft, item_name)
    following = next((each for each in draft.standing() if each.span_start >= item.span_end), None)
    if following is None:
        raise Refused("%(item)s is the last item of the document: nothing follows it.", item=item.code)
    if not MARKS.fullmatch(draft.text.raw[item.span_end : following.span_start]):
        raise Refused(
            "Other words stand between %(item)s and %(next)s: mend one of them to take these in first.",
            item=item.code,
            next=following.code,
        )
    was, ordered = view_of(world, draft.plan, item), item.orders_plan or following.orders_plan
    _drop(draft, following, JOINED.format(ref=item.ref))
    item.orders_plan = ordered
    draft.place(item, item.span_start, following.span_end)
    draft.read(item)
    return _noted(draft, occasion, Operation.PLAN_JOIN, item, was, joined=following.code)


def add(world: World, occasion: Occasion, plan_code: str, words: str) -> ItemView:
    """Make an item of words that were read into none.

    Raises BadInput for words that do not stand in the document, or more than once; Refused without the right,
    once the plan is opened, and for words that an item holds.
    """
    draft = Draft(world, occasion, plan_code, Operation.PLAN_ADD)
    start, end = place(draft.text, words, 0, len(draft.text.raw))
    holder = next(
        (each for each in draft.standing() if each.span_start < end and start < each.span_end), None
    )
    if holder is not None:
        raise Refused("%(item)s holds these words already.", item=holder.code)
    (read,) = read_pieces(draft.text.raw, [Piece(start, end)])
    item = new_item(world, draft.plan, read, draft.position_behind(start))
    draft.place(item, start, end)
    draft.read(item)
    record(world.session, occasion, Operation.PLAN_ADD, item.code, span=[start, end])
    return view_of(world, draft.plan, item)


def _standing_item(draft: Draft, name: str) -> Item:
    item = find_item(draft.world.session, draft.plan, name)
    draft.require_standing(item)
    return item


def _second(draft: Draft, item: Item, cut: int) -> Item:
    """Add the second piece of an item; it takes over what people had set for the whole."""
    ref, session = draft.free_ref(item.ref), draft.world.session
    same = item.model_dump(exclude=OF_ITS_OWN)
    second = Item(
        **same, code=f"{draft.plan.code}.{ref}", ref=ref, position=draft.position_behind(item.span_start + 1)
    )
    draft.place(second, cut, item.span_end)
    session.add(second)
    session.flush()
    set_coordinators(draft.world, second, coordinators(session, [item])[item.id])
    return second


def _drop(draft: Draft, item: Item, reason: str) -> None:
    item.drop_reason, item.orders_plan = reason, False
    item.edited = sorted({*item.edited, CUT} - {"drop"})
    draft.world.session.flush()  # the database allows one item that orders the plan at any moment


def _noted(
    draft: Draft, occasion: Occasion, operation: Operation, item: Item, before: ItemView, **more: str
) -> ItemView:
    after = view_of(draft.world, draft.plan, item)
    record(draft.world.session, occasion, operation, item.code, **changes(before, after), **more)
    return after
