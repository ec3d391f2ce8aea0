"""The sentence a page says once, after a deed: kept in a cookie over the redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from fastapi.responses import RedirectResponse

if TYPE_CHECKING:
    from fastapi import Request

    from dondoc.web.door import Visit

LONGEST = 1000
SECONDS = 60


def done(visit: Visit, to: str, msgid: str, **params: object) -> RedirectResponse:
    """Lead to a page that says what was done: reloading it repeats nothing."""
    answer = RedirectResponse(to, status_code=303)
    sentence = visit.speech.say(msgid, **params)[:LONGEST]
    answer.set_cookie("said", quote(sentence), max_age=SECONDS, httponly=True, samesite="lax")
    return answer


def take(request: Request) -> str:
    """Return what is to be said, if anything."""
    return unquote(request.cookies.get("said", ""))[:LONGEST]
