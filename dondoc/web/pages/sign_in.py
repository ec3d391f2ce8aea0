"""Signing in with a password, and signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from dondoc import clock
from dondoc.errors import Refused
from dondoc.i18n import N_, translate
from dondoc.services import sessions, sign_in
from dondoc.services.sign_in_links import LASTS
from dondoc.services.sign_in_mail import send_link
from dondoc.web.door import Doer, address_of, cookie_name, house_of, is_secure, refuse_foreign
from dondoc.web.render import bare_page
from dondoc.words.speech import Speech

if TYPE_CHECKING:
    from sqlmodel import Session

    from models import Person

router = APIRouter()
WRONG = N_("This login and password do not belong together.")
SENT = N_(
    "Where this login is somebody's, a link is on its way to them: it works once, for %(minutes)s minutes."
)
LONGEST_BROWSER = 200


@router.get("/sign-in")
def form(request: Request, to: str = "/") -> Response:
    """Ask who somebody is."""
    return _form(request, to)


@router.post("/sign-in")
def enter(
    request: Request,
    login: Annotated[str, Form()],
    password: Annotated[str, Form()],
    to: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session for who gives a login and its password."""
    refuse_foreign(request)
    now, speech = clock.now(), Speech(house_of(request).settings.language)
    try:
        with house_of(request).transaction() as session:
            person = sign_in.by_password(session, login.strip(), password, address_of(request), now)
            token = begin(session, request, person) if person else None
    except Refused as error:
        return _form(request, to, login, translate(error, speech.language), status=429)
    if token is None:
        return _form(request, to, login, speech.say(WRONG), status=403)
    return welcome(request, token, to)


@router.post("/sign-in-link")
def ask_for_link(
    request: Request, login: Annotated[str, Form()] = "", to: Annotated[str, Form()] = "/"
) -> Response:
    """Send whoever has this login a link that signs them in; the answer is the same where nobody has."""
    refuse_foreign(request)
    house = house_of(request)
    speech = Speech(house.settings.language)
    try:
        with house.transaction() as session:
            send_link(house.world(session), login.strip(), address_of(request), clock.now())
    except Refused as error:
        return _form(request, to, login, translate(error, speech.language), status=429)
    return _form(request, to, login, sent=speech.say(SENT, minutes=LASTS.seconds // 60))


@router.post("/sign-out")
def leave(deed: Doer) -> Response:
    """End the session."""
    sessions.end(deed.world.session, deed.token, clock.now())
    answer = RedirectResponse("/sign-in", status_code=303)
    answer.delete_cookie(cookie_name(deed.request), secure=is_secure(deed.request), httponly=True)
    return answer


def begin(session: Session, request: Request, person: Person) -> str:
    """Open a session for a person, and return its token."""
    browser = request.headers.get("user-agent", "")[:LONGEST_BROWSER]
    return sessions.begin(session, person, browser, clock.now())


def welcome(request: Request, token: str, to: str) -> Response:
    """Hand the session over and lead to the page that was wanted, which is one of ours."""
    ours = to.startswith("/") and not to.startswith(("//", "/\\"))
    return hand_over(RedirectResponse(to if ours else "/", status_code=303), request, token)


def hand_over(answer: Response, request: Request, token: str) -> Response:
    """Give the browser a session with an answer."""
    answer.set_cookie(
        cookie_name(request), token, secure=is_secure(request), httponly=True, samesite="lax", path="/"
    )
    return answer


def _form(
    request: Request, to: str, login: str = "", wrong: str = "", sent: str = "", *, status: int = 200
) -> Response:
    loaded = house_of(request).settings
    asked = {"to": to, "login": login, "wrong": wrong, "sent": sent, "by_link": loaded.secret_key is not None}
    return bare_page(request, Speech(loaded.language), "sign_in.html", status=status, **asked)
