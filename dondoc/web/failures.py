"""Errors as pages: one sentence, the right status, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse

from dondoc.errors import Absent, DondocError, Forbidden, Refused, TooLarge
from dondoc.i18n import N_, translate
from dondoc.web.door import NotSignedIn, house_of, own_hosts, recognise
from dondoc.web.render import bare_page, page
from dondoc.words.speech import Speech

if TYPE_CHECKING:
    from fastapi import FastAPI, Request, Response

STATUS: tuple[tuple[type[DondocError], int], ...] = (
    (TooLarge, 413),
    (Forbidden, 403),
    (Refused, 409),
    (Absent, 404),
    (DondocError, 422),
)


def handle_failures(app: FastAPI) -> None:
    """Let `app` answer every failure in the reader's words."""
    app.add_exception_handler(NotSignedIn, _sign_in)
    app.add_exception_handler(DondocError, _explain)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(404, _no_page)
    app.add_exception_handler(400, _unreadable)
    app.add_exception_handler(Exception, _broken)


def status_of(error: DondocError) -> int:
    """Return the HTTP status of a refusal."""
    return next(status for kind, status in STATUS if isinstance(error, kind))


def refusal_behind(error: BaseException | None) -> DondocError | None:
    """Return the refusal that an error of a library was caused by, if it was by one."""
    while error is not None and not isinstance(error, DondocError):
        error = error.__cause__ or error.__context__
    return error


def _sign_in(request: Request, _error: Exception) -> Response:
    wanted = request.url.path if request.method == "GET" else "/"
    if request.url.query and request.method == "GET":
        wanted += f"?{request.url.query}"
    return RedirectResponse(f"/sign-in?to={quote(wanted)}", status_code=303)


def _explain(request: Request, error: Exception) -> Response:
    assert isinstance(error, DondocError)  # noqa: S101 - registered for nothing else
    speech = _speech(request)
    return _say(request, translate(error, speech.language), status_of(error))


async def _no_page(request: Request, _error: Exception) -> Response:
    await recognise(request)
    return _say(request, _speech(request).say(N_("There is no such page.")), 404)


def _not_understood(request: Request, _error: Exception) -> Response:
    """Say that a field or a part of the address is missing or no value it can have."""
    said = N_("What was asked for is not understood: something is missing, or is not a value it can have.")
    return _say(request, _speech(request).say(said), 422)


async def _unreadable(request: Request, error: Exception) -> Response:
    """Say why a form could not be read to its end: before anybody was let in."""
    await recognise(request)
    refusal = refusal_behind(error)
    if refusal is not None:
        return _explain(request, refusal)
    return _say(request, _speech(request).say(N_("What was sent cannot be read: send it again.")), 400)


def _broken(request: Request, _error: Exception) -> Response:
    said = N_("Something is broken here; nothing was changed. The operator finds the reason in the log.")
    return _say(request, _speech(request).say(said), 500)


def _say(request: Request, sentence: str, status: int) -> Response:
    entered = getattr(request.state, "visit", None)
    sent = request.method == "POST"
    known = {"sentence": sentence, "typed": sent, "before": _page_before(request) if sent else ""}
    if entered is None:
        return bare_page(request, _speech(request), "error.html", status=status, **known)
    return page(entered, "error.html", status=status, **known)


def _page_before(request: Request) -> str:
    """Return the address of our page that a form was sent from, "" where it is not known."""
    before = urlsplit(request.headers.get("referer", ""))
    if before.netloc not in own_hosts(request) or not before.path.startswith("/") or before.path[1:2] == "/":
        return ""
    return before._replace(scheme="", netloc="", fragment="").geturl()


def _speech(request: Request) -> Speech:
    entered = getattr(request.state, "visit", None) or getattr(request.state, "guest", None)
    return entered.speech if entered is not None else Speech(house_of(request).settings.language)
