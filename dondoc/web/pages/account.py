"""One's own account: password, sessions, the programs that act for one, and the calendar's address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Response

from dondoc import clock
from dondoc.i18n import N_
from dondoc.services import api_tokens, feeds, sessions, sign_in
from dondoc.services.accounts import SHORTEST, has_password, set_password
from dondoc.services.own_language import choose_language
from dondoc.services.tokens import digest
from dondoc.web.door import Doer, Visit, Visitor, address_of
from dondoc.web.pages.sign_in import begin, hand_over
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.words.organisation import OWN_NAMES
from models import Language

if TYPE_CHECKING:
    from fastapi.responses import HTMLResponse

router = APIRouter(prefix="/account")
Text = Annotated[str, Form()]
HERE = "/account"


@router.get("")
def show(visit: Visitor) -> Response:
    """Show the account."""
    return _page(visit)


@router.post("/password")
def change_password(deed: Doer, new: Text, again: Text, current: Text = "") -> Response:
    """Set another password: all sessions end, and this browser begins a new one."""
    session, person, now = deed.world.session, deed.person, clock.now()
    if has_password(session, person):
        known = sign_in.by_password(session, person.code, current, address_of(deed.request), now)
        if known is None:  # the page is answered, not raised, so that the guess is written down
            return _page(deed, status=403, wrong=N_("The present password is not right."))
    if new != again:
        return _page(deed, status=422, wrong=N_("The two new passwords are not the same."))
    set_password(deed.world, deed.occasion, person.code, new, now)
    answer = done(deed, HERE, N_("The password is changed; all other sessions have ended."))
    return hand_over(answer, deed.request, begin(session, deed.request, person))


@router.post("/language")
def choose(deed: Doer, language: Annotated[Language, Form()]) -> Response:
    """Speak another language to the person from now on, here and in messages."""
    chosen = choose_language(deed.world, deed.occasion, deed.person.code, language)
    spoken_to = replace(deed, person=chosen)  # what is said now is said in it
    return done(spoken_to, HERE, N_("Page and messages now speak this language to you."))


@router.post("/sessions/{number}/end")
def end_session(deed: Doer, number: int) -> Response:
    """End one of one's sessions."""
    sessions.end_one(deed.world.session, deed.person, number, clock.now())
    return done(deed, HERE, N_("The session has ended."))


@router.post("/tokens")
def make_token(deed: Doer, name: Text, days: Annotated[int, Form()]) -> Response:
    """Make a token and show it, once: no redirect carries it, and nothing keeps it."""
    secret, _ = api_tokens.make_token(deed.world, deed.occasion, deed.person.code, name, days, clock.now())
    return _page(deed, secret=secret)


@router.post("/tokens/revoke")
def revoke_token(deed: Doer, name: Text) -> Response:
    """Take a token back."""
    api_tokens.revoke_token(deed.world, deed.occasion, deed.person.code, name, clock.now())
    return done(deed, HERE, N_("The token %(name)s is revoked."), name=name)


@router.post("/calendar")
def make_feed(deed: Doer) -> Response:
    """Give the calendar a new address and show it, once."""
    secret = feeds.make_feed(deed.world, deed.occasion, deed.person.code, clock.now())
    return _page(deed, feed_address=f"{deed.house.settings.base_url}/calendar/{secret}.ics")


@router.post("/calendar/revoke")
def revoke_feed(deed: Doer) -> Response:
    """Close the calendar's address."""
    feeds.revoke_feed(deed.world, deed.occasion, deed.person.code)
    return done(deed, HERE, N_("The calendar's address opens nothing any more."))


def _page(
    visit: Visit, *, status: int = 200, wrong: str = "", secret: str = "", feed_address: str = ""
) -> HTMLResponse:
    session, now = visit.world.session, clock.now()
    return page(
        visit,
        "account.html",
        status=status,
        wrong=wrong,
        secret=secret,
        feed_address=feed_address,
        here=digest(visit.token),
        sessions=sessions.sessions_of(session, visit.person, now),
        tokens=api_tokens.tokens_of(session, visit.person, now),
        feed=feeds.feed_of(session, visit.person),
        has_password=has_password(session, visit.person),
        shortest=SHORTEST,
        longest_days=api_tokens.DAYS,
        languages=OWN_NAMES,
    )
