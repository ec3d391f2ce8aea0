"""People: found, shown with their posts and channels, and handed a link that signs them in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from dondoc import clock
from dondoc.i18n import N_
from dondoc.services.accounts import link_for, person_called
from dondoc.services.channel_test import send_test
from dondoc.services.people_page import people_page
from dondoc.web.administrators import Administrator
from dondoc.web.door import Doer
from dondoc.web.render import page
from dondoc.web.said import done

router = APIRouter(prefix="/admin/people")
PageNumber = Annotated[int, Query(ge=1)]


@router.get("")
def show(visit: Administrator, q: str = "", number: PageNumber = 1) -> Response:
    """Show a page of people."""
    return page(visit, "admin/people.html", people=people_page(visit.world, q, number), q=q)


@router.post("/{code}/test")
def test(deed: Doer, code: str) -> Response:
    """Send somebody a message by each of their channels, to see whether it arrives."""
    count = send_test(deed.world, deed.occasion, code, clock.now())
    said = N_("%(count)s test messages are on their way to %(person)s; the outbox shows what comes of them.")
    return done(deed, "/admin/outbox?state=sent", said, count=deed.speech.count(count), person=code)


@router.post("/{code}/link")
def link(deed: Doer, code: str) -> Response:
    """Make a link that signs somebody in once, and show it this once."""
    token = link_for(deed.world, deed.occasion, code, clock.now())
    person = person_called(deed.world.session, code)
    address = f"{deed.house.settings.base_url}/sign-in/{token}"
    return page(deed, "admin/link.html", name=person.name, address=address)
