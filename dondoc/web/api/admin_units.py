"""Units as administrators change them, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

from dondoc.services import unit_edits
from dondoc.web.api.administrators import Administrator
from dondoc.web.api.asked import UnitCode
from dondoc.web.api.description import CHANGE, HELD_CHANGE, problems
from dondoc.web.api.door import Changer
from dondoc.web.api.held_organisation import HeldUnit, unit_of, unit_shape
from dondoc.web.api.shapes.administered import UnitEdit, UnitInFull, UnitNew
from dondoc.web.api.shapes.files import Changed
from dondoc.web.api.tags import TAGGED, UNCHANGED, IfNoneMatch, tagged
from dondoc.web.api.trial import undone

if TYPE_CHECKING:
    from pydantic import BaseModel

router = APIRouter(prefix="/admin/units", tags=["administration"])
one = APIRouter(prefix="/{code}")
NULLABLE = ("parent", "valid_to")


@one.get(
    "",
    summary="Show a unit in full",
    response_model=UnitInFull,
    responses={200: TAGGED, 304: UNCHANGED, **problems(404)},
)
def show_unit_in_full(call: Administrator, code: UnitCode, if_none_match: IfNoneMatch = None) -> Response:
    """Return a unit, abolished or not, with its state as `ETag`; for administrators only."""
    return tagged(unit_shape(call, code), if_none_match)


@router.post("", summary="Add a unit", response_model=UnitInFull, responses={200: TAGGED, **CHANGE})
def add_unit(change: Changer, given: UnitNew) -> Response:
    """Add a unit."""
    unit_edits.add_unit(change.world.session, change.occasion, _said(given))
    return unit_of(change, given.code).answer()


@one.patch("", summary="Change a unit", response_model=UnitInFull, responses={200: TAGGED, **HELD_CHANGE})
def change_unit(unit: HeldUnit, given: UnitEdit) -> Response:
    """Change a unit; one that ends takes the posts in it along."""
    unit_edits.change_unit(unit.world.session, unit.occasion, unit.code, _said(given))
    return unit.answer()


@one.post("/compare", summary="Show what changing a unit changes", response_model=Changed, responses=CHANGE)
def compare_unit(change: Changer, code: UnitCode, given: UnitEdit) -> Response:
    """Return what this change of a unit would do, and who and which units feel it; change nothing."""
    with undone(change):
        taken = unit_edits.change_unit(change.world.session, change.occasion, code, _said(given))
        shape = Changed.of(taken)
    return change.answer(shape)


router.include_router(one)


def _said(given: BaseModel) -> dict[str, object]:
    """Return what a request says; a null says something only where there can be none."""
    said = given.model_dump(mode="json", exclude_unset=True)
    return {name: value for name, value in said.items() if value is not None or name in NULLABLE}
