"""Whom a token acts for, and what that person has to do."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter

from dondoc.services.my_work import my_work
from dondoc.services.visible_people import view_of
from dondoc.web.api.door import Caller
from dondoc.web.api.shapes.my_work import MyWork
from dondoc.web.api.shapes.organisation import Me

router = APIRouter(tags=["me"])


@router.get("/me", summary="Whom the token acts for")
def me(call: Caller) -> Me:
    """Return the person of the token, and the day it is."""
    seen, person = asdict(view_of(call.world, call.person)), call.person
    return Me(**seen, language=person.language, administrator=person.administrator, on=call.world.on)


@router.get("/my-work", summary="What the person has to do")
def my_tasks(call: Caller) -> MyWork:
    """Return the person's open tasks, each in one part only, by due date; undated ones last."""
    return MyWork.model_validate(my_work(call.world, call.person))
