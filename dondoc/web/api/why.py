"""Why somebody was told, or nobody was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from fastapi import APIRouter
from sqlmodel import col, select

from dondoc.services.visible import find_task, visible_tasks
from dondoc.services.visible_people import find_person
from dondoc.services.why import why_person, why_task
from dondoc.web.api.asked import On, PersonCode, TaskCode
from dondoc.web.api.description import problems
from dondoc.web.api.door import Call, Caller
from dondoc.web.api.shapes.why import NotTold, ToldOf, Why
from dondoc.words.steps import OCCASIONS, STEPS
from models import Task

if TYPE_CHECKING:
    from dondoc.rules.silence import Reason
    from dondoc.services.why import Why as Answer
    from dondoc.words.speech import Speech

router = APIRouter(tags=["why"], responses=problems(404))


@router.get("/tasks/{code}/why", summary="Who was told of a task, or why nobody was")
def task_why(call: Caller, code: TaskCode, on: On = None) -> Why:
    """Answer for a task on a day."""
    task = find_task(call.world, call.person, code)
    return _shape(call, why_task(call.world.session, task, on or call.world.on))


@router.get("/people/{code}/why", summary="What a person was told, and why not of the rest")
def person_why(call: Caller, code: PersonCode, on: On = None) -> Why:
    """Answer for a person on a day."""
    person = find_person(call.world, call.person, code)
    return _shape(call, why_person(call.world.session, person, on or call.world.on))


def _shape(call: Call, answer: Answer) -> Why:
    named = {line.task for line in answer.told} | {line.task for line in answer.not_told}
    theirs = visible_tasks(call.reach, call.person)
    wanted = select(Task.code).where(col(Task.code).in_(named), theirs.holds)
    seen = set(call.world.session.exec(wanted, params=theirs.asked))
    return Why(
        on=answer.on,
        told=[ToldOf.model_validate(line) for line in answer.told if line.task in seen],
        not_told=[
            NotTold(task=line.task, reason=_said(call.speech, line.reason))
            for line in answer.not_told
            if line.task in seen
        ],
    )


def _said(speech: Speech, reason: Reason) -> str:
    return speech.say(reason.msgid, **{name: _word(speech, value) for name, value in reason.params.items()})


def _word(speech: Speech, value: object) -> str:
    if isinstance(value, dt.date):
        return speech.date(value)
    words = STEPS.get(str(value)) or OCCASIONS.get(str(value))
    return speech.say(words) if words else str(value)
