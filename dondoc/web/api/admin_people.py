"""All people, as administrators find and add them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from dondoc.services import person_edits
from dondoc.services.people_page import people_found_after
from dondoc.web.api.administrators import Administrator
from dondoc.web.api.asked import Cursor, Limit, page_of
from dondoc.web.api.description import CHANGE, problems
from dondoc.web.api.door import Changer
from dondoc.web.api.held_organisation import person_of
from dondoc.web.api.shapes.administered import PersonInFull, PersonLine, PersonNew
from dondoc.web.api.shapes.base import Page, Searched
from dondoc.web.api.tags import TAGGED

router = APIRouter(prefix="/admin/people", tags=["administration"])
Words = Annotated[Searched, Query(description="Only with these words in name or code; tone marks may lack.")]


@router.get("", summary="List all people", responses=problems(404))
def find_people(
    call: Administrator, q: Words = "", limit: Limit = 50, cursor: Cursor = ""
) -> Page[PersonLine]:
    """Return everybody there is or was, by code; for administrators only."""
    rows = people_found_after(call.world, q, cursor, limit + 1)
    shapes = [
        PersonLine(
            person=row.code,
            name=row.name,
            active=row.active,
            administrator=row.administrator,
            posts=list(row.posts),
            channels=list(row.channels),
        )
        for row in rows
    ]
    return page_of(PersonLine, shapes, limit, lambda row: row.person)


@router.post("", summary="Add a person", response_model=PersonInFull, responses={200: TAGGED, **CHANGE})
def add_person(change: Changer, given: PersonNew) -> Response:
    """Add a person, who has neither post nor channel yet."""
    person_edits.add_person(change.world.session, change.occasion, given.model_dump(mode="json"))
    return person_of(change, given.code).answer()
