"""What is done to a task: each deed names the state it was decided on, and answers with the new one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Response, UploadFile

from dondoc.services import acceptance, evidence, reports
from dondoc.services.assignment import assign
from dondoc.services.submissions import submit
from dondoc.web.api.description import HELD_CHANGE
from dondoc.web.api.held import HeldTask
from dondoc.web.api.shapes.base import Citation
from dondoc.web.api.shapes.task import TaskInFull
from dondoc.web.api.shapes.task_deeds import Assign, Report, Return
from dondoc.web.api.tags import TAGGED

router = APIRouter(prefix="/tasks/{code}", tags=["tasks"], responses={200: TAGGED, **HELD_CHANGE})


@router.post("/report", summary="Report progress", response_model=TaskInFull)
def report(task: HeldTask, given: Report) -> Response:
    """Write down how far the task is."""
    reports.report(task.world, task.occasion, task.code, given.percent, given.note)
    return task.answer()


@router.post("/submit", summary="Hand in", response_model=TaskInFull)
def hand_in(
    task: HeldTask,
    evidence_: Annotated[
        list[UploadFile] | None, File(alias="evidence", description="Files that prove it.")
    ] = None,
    document: Annotated[
        list[Citation] | None,
        Form(description='Documents that prove it, registered elsewhere: "NUMBER, DATE".'),
    ] = None,
) -> Response:
    """Hand the task in with its evidence: at least one file or one document."""
    files = [evidence.File(one.filename, one.file) for one in evidence_ or () if one.filename]
    submit(task.world, task.occasion, task.code, task.change.house.evidence, files, document or ())
    return task.answer()


@router.post("/accept", summary="Accept", response_model=TaskInFull)
def accept(task: HeldTask) -> Response:
    """Accept what was handed in: the task is done."""
    acceptance.accept(task.world, task.occasion, task.code, task.change.house.evidence)
    return task.answer()


@router.post("/return", summary="Return", response_model=TaskInFull)
def return_(task: HeldTask, given: Return) -> Response:
    """Return what was handed in, to be done again."""
    acceptance.return_(task.world, task.occasion, task.code, given.reason)
    return task.answer()


@router.post("/assign", summary="Hand over", response_model=TaskInFull)
def hand_over(task: HeldTask, given: Assign) -> Response:
    """Hand the task over to another of the owner's people."""
    assign(task.world, task.occasion, task.code, given.person)
    return task.answer()
