"""A document comes in, and a draft plan is made of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile

from dondoc.rules.rights import Operation
from dondoc.services.drafts import draft, require_no_plan
from dondoc.services.roles import require, roles
from dondoc.web.api.description import CHANGE
from dondoc.web.api.door import Changer, Credentials, looking
from dondoc.web.api.held import plan_of
from dondoc.web.api.shapes.base import Code
from dondoc.web.api.shapes.document import Drafted
from dondoc.web.api.tags import TAGGED
from dondoc.web.uploads import Document, read_document

router = APIRouter(prefix="/plans", tags=["plans"])


def upload(
    request: Request,
    credentials: Credentials,
    file: Annotated[UploadFile, File(description="The document: .docx, .pdf, .txt or .doc.")],
) -> Document:
    """Read the document of somebody who may draft; before the change begins, so that nobody waits for it."""
    with looking(request, credentials) as call:
        require(Operation.PLAN_DRAFT, roles(call.world, call.person), call.person)
    return read_document(file)


Uploaded = Annotated[Document, Depends(upload)]


@router.post("", summary="Draft a plan", response_model=Drafted, responses={200: TAGGED, **CHANGE})
def draft_plan(
    uploaded: Uploaded,
    change: Changer,
    subject: Annotated[Code, Form(description="Code of the unit that the document is about.")],
    plan: Annotated[
        Code | None, Form(description="A code for the plan; left out: the unit, the year and a number.")
    ] = None,
) -> Response:
    """Make a draft plan of a document; the same document again changes nothing."""
    require_no_plan(change.world, plan)
    drafted = draft(change.world, change.occasion, uploaded.reading, uploaded.name, subject, plan)
    return plan_of(change, drafted.plan).answer(Drafted.model_validate(drafted))
