"""Signing in with a single-use link: opening it shows whom it is for, pressing the button uses it up."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from dondoc import clock
from dondoc.services import sign_in_links
from dondoc.web.door import house_of, refuse_foreign
from dondoc.web.pages.sign_in import begin, welcome
from dondoc.web.render import bare_page
from dondoc.words.speech import Speech

router = APIRouter()


@router.api_route("/sign-in/{token}", methods=["GET", "HEAD"])
def show(request: Request, token: str) -> Response:
    """Show whom the link signs in; a mail scanner that follows it uses nothing up."""
    with house_of(request).transaction(read_only=True) as session:
        person = sign_in_links.holder(session, token, clock.now())
    return bare_page(request, Speech(person.language), "sign_in_link.html", name=person.name)


@router.post("/sign-in/{token}")
def enter(request: Request, token: str) -> Response:
    """Use the link up and begin a session."""
    refuse_foreign(request)
    with house_of(request).transaction() as session:
        opened = begin(session, request, sign_in_links.by_link(session, token, clock.now()))
    return welcome(request, opened, "/")
