"""What is done to a task: each deed names the state it was decided on, and answers with the new one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Response, UploadFile

from dondoc.services import acceptance, evidence, reports
from dondoc.services.assignment import assign
from dondoc.services.submissions import submit
from dondoc.services.tasks import claim
from dondoc.services.visible import find_task
from dondoc.web.api.asked import TaskCode
from dondoc.web.api.description import TASK_CHANGE
from dondoc.web.api.door import Change, Changer
from dondoc.web.api.shapes.base import Citation
from dondoc.web.api.shapes.task import TaskInFull
from dondoc.web.api.shapes.task_deeds import Assign, Report, Return
from dondoc.web.api.tags import IfMatch, require_given, require_match
from dondoc.web.api.tasks import TAGGED, shape_of

router = APIRouter(prefix="/tasks/{code}", tags=["tasks"], responses={200: TAGGED, **TASK_CHANGE})


@router.post("/report", summary="Report progress", response_model=TaskInFull)
def report(change: Changer, code: TaskCode, given: Report, if_match: IfMatch = None) -> Response:
    """Write down how far the task is."""
    _decided_on(change, code, if_match)
    reports.report(change.world, change.occasion, code, given.percent, given.note)
    return _as_it_is(change, code)


@router.post("/submit", summary="Hand in", response_model=TaskInFull)
def hand_in(
    change: Changer,
    code: TaskCode,
    evidence_: Annotated[
        list[UploadFile] | None, File(alias="evidence", description="Files that prove it.")
    ] = None,
    document: Annotated[
        list[Citation] | None,
        Form(description='Documents that prove it, registered elsewhere: "NUMBER, DATE".'),
    ] = None,
    if_match: IfMatch = None,
) -> Response:
    """Hand the task in with its evidence: at least one file or one document."""
    _decided_on(change, code, if_match)
    files = [evidence.File(one.filename, one.file) for one in evidence_ or () if one.filename]
    submit(change.world, change.occasion, code, change.house.evidence, files, document or ())
    return _as_it_is(change, code)


@router.post("/accept", summary="Accept", response_model=TaskInFull)
def accept(change: Changer, code: TaskCode, if_match: IfMatch = None) -> Response:
    """Accept what was handed in: the task is done."""
    _decided_on(change, code, if_match)
    acceptance.accept(change.world, change.occasion, code, change.house.evidence)
    return _as_it_is(change, code)


@router.post("/return", summary="Return", response_model=TaskInFull)
def return_(change: Changer, code: TaskCode, given: Return, if_match: IfMatch = None) -> Response:
    """Return what was handed in, to be done again."""
    _decided_on(change, code, if_match)
    acceptance.return_(change.world, change.occasion, code, given.reason)
    return _as_it_is(change, code)


@router.post("/assign", summary="Hand over", response_model=TaskInFull)
def hand_over(change: Changer, code: TaskCode, given: Assign, if_match: IfMatch = None) -> Response:
    """Hand the task over to another of the owner's people."""
    _decided_on(change, code, if_match)
    assign(change.world, change.occasion, code, given.person)
    return _as_it_is(change, code)


def _decided_on(change: Change, code: str, if_match: str | None) -> None:
    """Hold the task to the end of the transaction; refuse unless it is as it was when it was read."""
    find_task(change.world, change.person, code)
    known = require_given(if_match, code)
    require_match(shape_of(change, claim(change.world.session, code)), known, code)


def _as_it_is(change: Change, code: str) -> Response:
    """Answer with the task as it now is; one handed over may be out of sight for who did it."""
    session = change.world.session
    session.flush()
    session.expire_all()  # what is answered is what the next reading gives
    return change.answer(shape_of(change, claim(session, code)), tag=True)
