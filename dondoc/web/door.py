"""The doors of the page: who comes in, what they are given, and what they must show to change anything.

Every route takes a `Visitor` (who looks) or a `Doer` (who changes something) or is public: a test walks them.
"""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request
from fastapi.concurrency import run_in_threadpool

from dondoc import clock
from dondoc.errors import Forbidden
from dondoc.services import sessions
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import installation, work_moment
from dondoc.services.visible import reach
from dondoc.web.turns import Turn, in_turn
from dondoc.words.speech import Speech
from dondoc.workplace import os_user

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlmodel import Session

    from dondoc.rules.reach import Reach
    from dondoc.services.world import World
    from dondoc.web.house import House
    from models import Person

COOKIE = "dondoc"


class NotSignedIn(Exception):
    """Nobody is signed in."""


@dataclass(frozen=True)
class Entered:
    """Somebody who was let in, in one transaction."""

    request: Request
    world: World
    person: Person

    @property
    def house(self) -> House:
        """The data folder."""
        return house_of(self.request)

    @cached_property
    def speech(self) -> Speech:
        """The person's language."""
        return Speech(self.person.language)

    @cached_property
    def reach(self) -> Reach:
        """What the person may see."""
        return reach(self.world, self.person)

    @cached_property
    def occasion(self) -> Occasion:
        """The circumstances of what the person does now."""
        now = self.in_folder(clock.now())
        return Occasion(person=self.person, os_user=os_user(), on=self.world.on, now=now)

    def in_folder(self, moment: dt.datetime) -> dt.datetime:
        """Return a moment of today as the folder has it; a simulated one is on the day last lived."""
        simulated = installation(self.world.session).simulated
        return work_moment(self.world.on) if simulated else moment


@dataclass(frozen=True)
class Visit(Entered):
    """Somebody signed in on the page."""

    token: str
    """The secret of the session."""

    @property
    def csrf(self) -> str:
        """What every form of this session carries."""
        return csrf_of(self.token)


def house_of(request: Request) -> House:
    """Return the data folder the application works on."""
    house: House = request.app.state.house
    return house


def visit(request: Request, _turn: Turn) -> Iterator[Visit]:
    """Let somebody in who looks: the transaction reads only, so that no GET can change anything."""
    with house_of(request).transaction(read_only=True) as session:
        yield _enter(request, session)


def deed(request: Request, _turn: Turn, csrf: Annotated[str, Form()] = "") -> Iterator[Visit]:
    """Let somebody in who changes something: from a page of ours, in this session."""
    refuse_foreign(request)
    with house_of(request).transaction() as session:
        entered = _enter(request, session)
        if not hmac.compare_digest(csrf, entered.csrf):
            raise Forbidden("This form is from another session: open the page again and repeat.")
        yield entered


async def recognise(request: Request) -> None:
    """Let in who is signed in and reached no door: what is then explained is in their words."""

    def look() -> None:
        with suppress(NotSignedIn), house_of(request).transaction(read_only=True) as session:
            _enter(request, session)

    if cookie_name(request) in request.cookies and not hasattr(request.state, "visit"):
        async with in_turn(request):
            await run_in_threadpool(look)


# the transaction must end before the answer leaves: what the answer says is then true
Visitor = Annotated[Visit, Depends(visit, scope="function")]
Doer = Annotated[Visit, Depends(deed, scope="function")]


def csrf_of(token: str) -> str:
    """Return the proof that a form was made for the session of `token`; it tells nothing about the token."""
    return hmac.digest(token.encode(), b"form", hashlib.sha256).hex()


def refuse_foreign(request: Request) -> None:
    """Raise Forbidden for a form sent from somebody else's page."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc not in own_hosts(request):
        raise Forbidden("This form comes from another site.")


def own_hosts(request: Request) -> set[str]:
    """Return the hosts, with their ports, under which people reach the page."""
    return {request.url.netloc, urlsplit(house_of(request).settings.base_url).netloc}


def address_of(request: Request) -> str:
    """Return where a request comes from."""
    return request.client.host if request.client else ""


def cookie_name(request: Request) -> str:
    """Return the session cookie's name; over HTTPS the browser then keeps others from setting it."""
    return f"__Host-{COOKIE}" if is_secure(request) else COOKIE


def is_secure(request: Request) -> bool:
    """Say whether people reach the page over HTTPS."""
    return house_of(request).settings.base_url.startswith("https://")


def _enter(request: Request, session: Session) -> Visit:
    token = request.cookies.get(cookie_name(request), "")
    person = sessions.signed_in(session, token, clock.now()) if token else None
    if person is None:
        raise NotSignedIn
    entered = Visit(request, house_of(request).world(session), person, token)
    request.state.visit = entered  # for the page that explains an error
    return entered
