"""Whom a token acts for."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

from dondoc.services import own_language
from dondoc.services.visible_people import view_of
from dondoc.web.api.description import CHANGE
from dondoc.web.api.door import Caller, Changer
from dondoc.web.api.shapes.organisation import Me, MyChoice

if TYPE_CHECKING:
    from dondoc.web.api.door import Call
    from models import Person

router = APIRouter(tags=["me"])


@router.get("/me", summary="Whom the token acts for")
def me(call: Caller) -> Me:
    """Return the person of the token, and the day it is."""
    return _shape(call, call.person)


@router.patch("/me", summary="Choose one's language", response_model=Me, responses=CHANGE)
def choose_language(change: Changer, given: MyChoice) -> Response:
    """Let page and messages speak another language to the person of the token."""
    chosen = own_language.choose_language(change.world, change.occasion, change.person.code, given.language)
    return change.answer(_shape(change, chosen))


def _shape(call: Call, person: Person) -> Me:
    seen = asdict(view_of(call.world, person))
    return Me(**seen, language=person.language, administrator=person.administrator, on=call.world.on)
