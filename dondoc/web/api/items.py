"""The items of a plan: what people decide about one, and how those of a draft are cut anew.

An item is a part of its plan: a change to it names the plan's state, and answers with the plan's new tag.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from dondoc.services import item_cuts
from dondoc.services.plan_edits import Edit, edit
from dondoc.web.api.description import HELD_CHANGE
from dondoc.web.api.held import HeldPlan
from dondoc.web.api.shapes.item import Item, ItemAdded, ItemBefore, ItemBounds, ItemEdit, Pieces
from dondoc.web.api.tags import TAGGED

router = APIRouter(prefix="/plans/{code}/items", tags=["plans"], responses={200: TAGGED, **HELD_CHANGE})
ItemName = Annotated[
    str, Path(pattern=r"^[!-~]{1,60}$", description="Reference or code of the item.", examples=["3.2.2"])
]


@router.post("", summary="Add an item", response_model=Item)
def add_item(plan: HeldPlan, given: ItemAdded) -> Response:
    """Make an item of words of the document that were read into none; only while the plan is a draft."""
    added = item_cuts.add(plan.world, plan.occasion, plan.code, given.words)
    return plan.answer(Item.model_validate(added))


@router.patch("/{item}", summary="Set an item", response_model=Item)
def set_item(plan: HeldPlan, item: ItemName, given: ItemEdit) -> Response:
    """Set what the request names in one item of a plan that is still being made; it answers questions so."""
    wanted = given.model_dump(exclude={"coordinators"})
    beside = None if given.coordinators is None else tuple(given.coordinators)
    after = edit(plan.world, plan.occasion, plan.code, item, Edit(**wanted, coordinators=beside))
    return plan.answer(Item.model_validate(after))


@router.post("/{item}/mend", summary="Mend an item", response_model=Item)
def mend_item(plan: HeldPlan, item: ItemName, given: ItemBounds) -> Response:
    """Let an item of a draft begin or end with other words of the document, up to its neighbours."""
    mended = item_cuts.mend(plan.world, plan.occasion, plan.code, item, given.begins, given.ends)
    return plan.answer(Item.model_validate(mended))


@router.post("/{item}/split", summary="Split an item", response_model=Pieces)
def split_item(plan: HeldPlan, item: ItemName, given: ItemBefore) -> Response:
    """Make two items of one item of a draft; the second has what people set for both."""
    first, second = item_cuts.split(plan.world, plan.occasion, plan.code, item, given.before)
    return plan.answer(Pieces(first=Item.model_validate(first), second=Item.model_validate(second)))


@router.post("/{item}/join", summary="Join an item with the next", response_model=Item)
def join_item(plan: HeldPlan, item: ItemName) -> Response:
    """Make one item of an item of a draft and the next one of the document, which is dropped."""
    joined = item_cuts.join(plan.world, plan.occasion, plan.code, item)
    return plan.answer(Item.model_validate(joined))
