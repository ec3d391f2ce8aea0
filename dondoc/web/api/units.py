"""Units that somebody may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from sqlmodel import col, select

from dondoc.services.visible import find_unit
from dondoc.web.api.asked import Cursor, Limit, UnitCode, page_of
from dondoc.web.api.description import problems
from dondoc.web.api.door import Call, Caller
from dondoc.web.api.shapes.base import Page
from dondoc.web.api.shapes.organisation import Unit
from models import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models import Unit as Row

router = APIRouter(prefix="/units", tags=["organisation"])


@router.get("", summary="List units")
def list_units(call: Caller, limit: Limit = 50, cursor: Cursor = "") -> Page[Unit]:
    """Return the units of the day that the person may see, by code."""
    seen = (unit for unit in call.world.organisation.units.values() if call.reach.sees_unit(unit.id))
    rows = sorted((unit for unit in seen if unit.code > cursor), key=lambda unit: unit.code)[: limit + 1]
    return page_of(Unit, _shapes(call, rows), limit, lambda row: row.unit)


@router.get("/{code}", summary="Show a unit", responses=problems(404))
def show_unit(call: Caller, code: UnitCode) -> Unit:
    """Return a unit."""
    return _shapes(call, [find_unit(call.world, call.person, code)])[0]


def _shapes(call: Call, rows: Iterable[Row]) -> list[Unit]:
    organisation = call.world.organisation
    answering = {row.id: organisation.answering_for(row.id) for row in rows}
    wanted = {person for people in answering.values() for person in people}
    codes = select(Person.id, Person.code).where(col(Person.id).in_(wanted))
    people = dict(call.world.session.exec(codes).all())
    return [
        Unit(
            unit=unit.code,
            name=unit.name,
            kind=unit.kind,
            parent=organisation.units[unit.parent_id].code if unit.parent_id in organisation.units else None,
            aliases=unit.aliases,
            supervises=unit.supervises,
            answering=[people[person] for person in answering[unit.id]],
        )
        for unit in (organisation.units[unit_id] for unit_id in answering)
    ]
