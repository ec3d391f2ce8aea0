"""People that somebody may see."""

from __future__ import annotations

from fastapi import APIRouter

from dondoc.services.visible_people import find_person, people_after, view_of
from dondoc.web.api.asked import Cursor, Limit, PersonCode, page_of
from dondoc.web.api.description import problems
from dondoc.web.api.door import Caller
from dondoc.web.api.shapes.base import Page
from dondoc.web.api.shapes.organisation import Person

router = APIRouter(prefix="/people", tags=["organisation"])


@router.get("", summary="List people")
def list_people(call: Caller, limit: Limit = 50, cursor: Cursor = "") -> Page[Person]:
    """Return the people who serve in the units that the person may see, by code."""
    rows = people_after(call.world, call.person, cursor, limit + 1)
    return page_of(Person, rows, limit, lambda row: row.person)


@router.get("/{code}", summary="Show a person", responses=problems(404))
def show_person(call: Caller, code: PersonCode) -> Person:
    """Return a person and their posts."""
    return Person.model_validate(view_of(call.world, find_person(call.world, call.person, code)))
