"""People: found, shown with their posts and channels, and handed a link that signs them in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from dondoc import clock
from dondoc.services.accounts import link_for, person_called
from dondoc.services.people_page import people_page
from dondoc.web.administrators import Administrator
from dondoc.web.door import Doer
from dondoc.web.render import page

router = APIRouter(prefix="/admin/people")
PageNumber = Annotated[int, Query(ge=1)]


@router.get("")
def show(visit: Administrator, q: str = "", number: PageNumber = 1) -> Response:
    """Show a page of people."""
    return page(visit, "admin/people.html", people=people_page(visit.world, q, number), q=q)


@router.post("/{code}/link")
def link(deed: Doer, code: str) -> Response:
    """Make a link that signs somebody in once, and show it this once."""
    token = link_for(deed.world, deed.occasion, code, clock.now())
    person = person_called(deed.world.session, code)
    address = f"{deed.house.settings.base_url}/sign-in/{token}"
    return page(deed, "admin/link.html", name=person.name, address=address)
