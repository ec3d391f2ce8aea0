"""A plan by Excel: its workbook to be filled in, what a filled-in one changes, and taking it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Response, UploadFile

from dondoc.reading.workbook import LARGEST
from dondoc.services.plan_export import export
from dondoc.services.plan_import import compare, take
from dondoc.services.visible import find_plan
from dondoc.web.api.asked import PlanCode
from dondoc.web.api.description import CHANGE, HELD_CHANGE, problems
from dondoc.web.api.door import Caller
from dondoc.web.api.held import AnyPlan, HeldPlan
from dondoc.web.api.shapes.workbook import Difference
from dondoc.web.api.tags import TAGGED
from dondoc.web.uploads import name_of

router = APIRouter(prefix="/plans/{code}", tags=["plans"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOOK = {"description": "The workbook.", "content": {XLSX: {"schema": {"type": "string", "format": "binary"}}}}
Workbook = Annotated[UploadFile, File(description="The workbook of the plan, filled in: .xlsx, up to 20 MB.")]


@router.get(
    "/workbook.xlsx",
    summary="Show a plan as a workbook",
    response_class=Response,
    responses={200: BOOK, **problems(404)},
)
def export_workbook(call: Caller, code: PlanCode) -> Response:
    """Return the plan as a workbook to be filled in: every item that is not dropped, a row each."""
    find_plan(call.world, call.person, code)
    named = {"content-disposition": f'attachment; filename="{code}.xlsx"'}
    return Response(export(call.world, code), media_type=XLSX, headers=named)


@router.post(
    "/workbook/compare",
    summary="Show what a workbook changes",
    response_model=Difference,
    responses={200: TAGGED, **CHANGE},
)
def compare_workbook(plan: AnyPlan, workbook: Workbook) -> Response:
    """Return what taking the workbook would change, and change nothing.

    With the `ETag` of the answer exactly that is taken. What is wrong in the workbook is told by sheet and
    cell in `errors`.
    """
    content, name = workbook.file.read(LARGEST + 1), name_of(workbook)
    difference = compare(plan.world, plan.occasion, plan.code, content, name)
    return plan.answer(Difference.model_validate(difference))


@router.post(
    "/workbook/take",
    summary="Take a workbook",
    response_model=Difference,
    responses={200: TAGGED, **HELD_CHANGE},
)
def take_workbook(plan: HeldPlan, workbook: Workbook) -> Response:
    """Set what people changed in the workbook, all or nothing, and return what that was."""
    content, name = workbook.file.read(LARGEST + 1), name_of(workbook)
    difference = take(plan.world, plan.occasion, plan.code, content, name)
    return plan.answer(Difference.model_validate(difference))
