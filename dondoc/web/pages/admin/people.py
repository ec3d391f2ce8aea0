"""People: found, shown with their posts and channels, and handed a link that signs them in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

from dondoc import clock
from dondoc.i18n import N_
from dondoc.services import person_edits
from dondoc.services.accounts import link_for, person_called
from dondoc.services.channel_test import send_test
from dondoc.services.people_page import people_page
from dondoc.web import changing
from dondoc.web.administrators import Administrator
from dondoc.web.changing import Sent, take, words_in
from dondoc.web.door import Doer
from dondoc.web.paging import PageNumber
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.words.organisation import LANGUAGES, worded
from dondoc.words.steps import CHANNELS

if TYPE_CHECKING:
    from dondoc.errors import AtField
    from dondoc.web.door import Visit

router = APIRouter(prefix="/admin/people")


@router.get("")
def show(visit: Administrator, q: str = "", number: PageNumber = 1) -> Response:
    """Show a page of people."""
    return _page(visit, changing.Form(), q, number)


@router.post("")
def add(deed: Doer, sent: Sent) -> Response:
    """Add a person, and lead to them for posts and channels."""
    fields = words_in(sent, "code", "name", "language")

    def again(wrong: AtField) -> Response:
        return _page(deed, changing.Form("person", sent, wrong), status=422)

    change = partial(person_edits.add_person, deed.world.session, deed.occasion, fields)
    return take(deed, sent, change, f"/admin/people/{fields['code']}", again)


@router.post("/{code}/test")
def test(deed: Doer, code: str) -> Response:
    """Send somebody a message by each of their channels, to see whether it arrives."""
    count = send_test(deed.world, deed.occasion, code, clock.now())
    said = N_("Test messages on their way to %(person)s: %(count)s. The outbox shows what comes of them.")
    name = person_called(deed.world.session, code).name
    return done(deed, "/admin/outbox?state=sent", said, count=deed.speech.count(count), person=name)


@router.post("/{code}/link")
def link(deed: Doer, code: str) -> Response:
    """Make a link that signs somebody in once, and show it this once."""
    token = link_for(deed.world, deed.occasion, code, clock.now())
    person = person_called(deed.world.session, code)
    address = f"{deed.house.settings.base_url}/sign-in/{token}"
    return page(deed, "admin/link.html", name=person.name, address=address)


def _page(
    visit: Visit, form: changing.Form, words: str = "", number: int = 1, *, status: int = 200
) -> Response:
    people, languages = people_page(visit.world, words, number), worded(visit.speech, LANGUAGES)
    return page(
        visit,
        "admin/people.html",
        status=status,
        people=people,
        q=words,
        form=form,
        languages=languages,
        CHANNELS=CHANNELS,
    )
