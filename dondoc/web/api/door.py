"""The doors of the API: a program comes in by a person's token, never by a session, and acts as that person.

Every route takes a `Caller` (who looks) or a `Changer` (who changes something): a test walks them.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Header, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from dondoc import clock
from dondoc.i18n import N_
from dondoc.services import api_answers, api_tokens
from dondoc.web.api.errors import KeyReused, Unauthenticated
from dondoc.web.api.fingerprint import fingerprint
from dondoc.web.api.language import language_of
from dondoc.web.api.tags import headers_of
from dondoc.web.door import Entered, house_of
from dondoc.web.turns import Turn  # noqa: TC001 - FastAPI reads the hints
from dondoc.words.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from sqlmodel import Session

    from models import ApiAnswer, ApiToken

BEARER = HTTPBearer(
    scheme_name="token", description="A token made on the page of one's account.", auto_error=False
)
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]
NO_TOKEN = N_("Give a token that is valid: `Authorization: Bearer TOKEN`. It is made on /account.")
OTHER_REQUEST = N_("The idempotency key %(key)s came with another request before: use a new one.")


class AlreadyAnswered(Exception):
    """The same request came before: it is told what was answered then."""

    def __init__(self, answer: ApiAnswer) -> None:
        """Take the answer of then."""
        super().__init__(answer)
        self.body = answer.body
        self.etag = answer.etag


@dataclass(frozen=True)
class Call(Entered):
    """A program that acts for somebody, in one transaction."""

    @cached_property
    def speech(self) -> Speech:
        """The language the request asks for, else the person's."""
        return Speech(language_of(self.request))


@dataclass(frozen=True)
class Change(Call):
    """A program that changes something."""

    kept: ApiAnswer | None
    """Where its answer is kept, if it brought an idempotency key."""

    def answer(self, shape: BaseModel, tag: str | None = None) -> Response:
        """Answer the change, and keep the answer with it; `tag` is of the state that came of it."""
        body = shape.model_dump_json()
        if self.kept is not None:
            self.kept.body, self.kept.etag = body, tag
        return Response(body, media_type="application/json", headers=headers_of(tag) if tag else None)


@contextmanager
def looking(request: Request, credentials: HTTPAuthorizationCredentials | None) -> Iterator[Call]:
    """Let a program in that looks: its transaction reads only, so that no GET can change anything.

    Once a day the day is noted on its token, apart from it.
    """
    token = _secret(credentials)
    with house_of(request).transaction(read_only=True) as session:
        entered, held = _enter(request, session, token)
        if held.last_used_on != clock.today():
            with house_of(request).transaction() as own:
                _note_use(own, token)
        yield entered


def call(request: Request, _turn: Turn, credentials: Credentials) -> Iterator[Call]:
    """Let a program in that looks, when it is its turn."""
    with looking(request, credentials) as entered:
        yield entered


def change(
    request: Request,
    _turn: Turn,
    credentials: Credentials,
    asked: Annotated[str, Depends(fingerprint)],
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=255,
            pattern=r"^[\x21-\x7e]+$",
            alias="Idempotency-Key",
            description="A name of the caller's own for this one deed. Sent again with it, the same request "
            "is not done again but answered as before; kept for seven days. Only what was done is kept.",
            examples=["9b2c2f5e-0d55-4c0f-8f0a-3f1f1c9f2a77"],
        ),
    ] = None,
) -> Iterator[Change]:
    """Let a program in that changes something; what it repeats by its key is not done again."""
    token = _secret(credentials)
    with house_of(request).transaction() as session:
        entered, _held = _enter(request, session, token)
        _note_use(session, token)
        kept = _claimed(entered, idempotency_key, asked) if idempotency_key else None
        yield Change(request, entered.world, entered.person, kept)


# the transaction must end before the answer leaves: what the answer says is then true
Caller = Annotated[Call, Depends(call, scope="function")]
Changer = Annotated[Change, Depends(change, scope="function")]


def _secret(credentials: HTTPAuthorizationCredentials | None) -> str:
    if credentials is None:
        raise Unauthenticated(NO_TOKEN)
    return credentials.credentials


def _enter(request: Request, session: Session, token: str) -> tuple[Call, ApiToken]:
    found = api_tokens.held_by(session, token, clock.now())
    if found is None:
        raise Unauthenticated(NO_TOKEN)
    person, held = found
    request.state.language = person.language  # for the answer that explains an error
    return Call(request, house_of(request).world(session), person), held


def _note_use(session: Session, token: str) -> None:
    found = api_tokens.held_by(session, token, clock.now())
    if found is not None:
        found[1].last_used_on = clock.today()


def _claimed(entered: Call, key: str, asked: str) -> ApiAnswer:
    kept = api_answers.claim_key(entered.world.session, entered.person, key, asked, clock.now())
    if kept.request_sha256 != asked:
        raise KeyReused(OTHER_REQUEST, key=key)
    if kept.body is not None:
        raise AlreadyAnswered(kept)
    return kept
