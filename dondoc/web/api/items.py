"""The items of a plan: what people decide about one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from dondoc.services.plan_edits import Edit, edit
from dondoc.services.visible import find_plan
from dondoc.web.api.asked import PlanCode
from dondoc.web.api.description import CHANGE
from dondoc.web.api.door import Changer
from dondoc.web.api.shapes.item import Item, ItemEdit

router = APIRouter(prefix="/plans/{code}/items", tags=["plans"], responses=CHANGE)
ItemName = Annotated[
    str, Path(pattern=r"^[!-~]{1,60}$", description="Reference or code of the item.", examples=["3.2.2"])
]


@router.patch("/{item}", summary="Set an item", response_model=Item)
def set_item(change: Changer, code: PlanCode, item: ItemName, given: ItemEdit) -> Response:
    """Set what the request names in one item of a plan that is still being made."""
    find_plan(change.world, change.person, code)
    wanted = given.model_dump(exclude={"coordinators"})
    beside = None if given.coordinators is None else tuple(given.coordinators)
    after = edit(change.world, change.occasion, code, item, Edit(**wanted, coordinators=beside))
    return change.answer(Item.model_validate(after))
