"""The signed link of a message: opening it shows one task, its forms do one thing to it, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from dondoc import clock
from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.rules.rights import Operation
from dondoc.services import reports
from dondoc.services.allowed import allowed_as
from dondoc.services.evidence import File
from dondoc.services.submissions import submit
from dondoc.services.task_links import open_link
from dondoc.services.task_story import story_of
from dondoc.web.door import Entered, house_of, refuse_foreign
from dondoc.web.render import bare_page
from dondoc.web.turns import Turn
from dondoc.words.speech import Speech
from dondoc.workplace import addresses

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.task_links import Opened
    from dondoc.services.task_story import Story

router = APIRouter(prefix="/s/{token}")
Text = Annotated[str, Form()]

DID = {
    Operation.TASK_REPORT: N_("By this link %(percent)s per cent was reported on %(day)s."),
    Operation.TASK_SUBMIT: N_("By this link the task was handed in on %(day)s."),
}
"""What a link may do, and what it says once it is done."""


# mail scanners ask by HEAD whether a link is alive
@router.api_route("", methods=["GET", "HEAD"])
def show(request: Request, _turn: Turn, token: str) -> Response:
    """Show the task; whoever follows the link changes nothing."""
    with house_of(request).transaction(read_only=True) as session:
        guest, opened = _enter(request, session, token)
        if guest is None or opened is None:
            return _dead(request)
        told, may = story_of(guest.world, opened.task), allowed_as(opened.held, opened.task)
        offered = () if opened.used else [one for one in may if one in DID]
        did = _did(guest.speech, opened, told)
        return bare_page(request, guest.speech, "signed_link.html", task=told, may=offered, did=did)


@router.post("")
def do(  # noqa: PLR0913, PLR0917 - the fields of two forms
    request: Request,
    _turn: Turn,
    token: str,
    deed: Annotated[Literal["report", "submit"], Form()],
    percent: Annotated[int | None, Form()] = None,
    note: Text = "",
    evidence: list[UploadFile] | None = None,
    document: Text = "",
) -> Response:
    """Do what the form says, unless the link has been used; either way show what was done."""
    refuse_foreign(request)
    with house_of(request).transaction() as session:
        guest, opened = _enter(request, session, token, to_use=True)
        if guest is None or opened is None:
            return _dead(request)
        if not opened.used:
            opened.link.used_at = clock.now()
            if deed == "report":
                _report(guest, opened, percent, note)
            else:
                _hand_in(guest, opened, evidence or [], document)
    return RedirectResponse(f"/s/{token}", status_code=303)


def _enter(
    request: Request, session: Session, token: str, *, to_use: bool = False
) -> tuple[Entered | None, Opened | None]:
    house = house_of(request)
    world, key = house.world(session), addresses(house.settings).key
    opened = open_link(world, token, key, to_use=to_use) if key else None
    if opened is None:
        return None, None
    session.expunge(opened.person)  # a rollback would take from it what the page of an error says
    guest = Entered(request, world, opened.person)
    request.state.guest = guest
    return guest, opened


def _report(guest: Entered, opened: Opened, percent: int | None, note: str) -> None:
    if percent is None:
        raise BadInput("The progress is missing: a number from 0 to 100.")
    occasion = replace(guest.occasion, link=opened.link.id)
    reports.report(guest.world, occasion, opened.task.code, percent, note.strip() or None)


def _hand_in(guest: Entered, opened: Opened, evidence: list[UploadFile], document: str) -> None:
    occasion = replace(guest.occasion, link=opened.link.id)
    files = [File(one.filename, one.file) for one in evidence if one.filename]
    documents = [line.strip() for line in document.splitlines() if line.strip()]
    submit(guest.world, occasion, opened.task.code, guest.house.evidence, files, documents)


def _did(speech: Speech, opened: Opened, told: Story) -> str:
    """Say what the link has done, if anything."""
    for line in told.history:
        if line.detail.get("link") == opened.link.id and line.operation in DID:
            said = DID[Operation(line.operation)]
            return speech.say(said, day=speech.date(line.on), percent=line.detail.get("percent"))
    return ""


def _dead(request: Request) -> Response:
    """Answer one sentence, whatever the reason: the link tells nobody what it once led to."""
    speech = Speech(house_of(request).settings.language)
    return bare_page(request, speech, "signed_link_dead.html", status=404)
