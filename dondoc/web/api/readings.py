"""Reading a document: a file in, what it says out; nothing is kept of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, UploadFile

from dondoc.web.api.description import problems
from dondoc.web.api.door import Caller
from dondoc.web.api.shapes.reading import Reading
from dondoc.web.uploads import read_document

router = APIRouter(prefix="/readings", tags=["readings"])


@router.post("", summary="Read a document", responses=problems(400, 409, 413))
def read(
    call: Caller,  # noqa: ARG001 - the door: reading is work, so a token is asked for
    file: Annotated[UploadFile, File(description="The document: .docx, .pdf, .txt or .doc.")],
) -> Reading:
    """Return what a document says; nothing is changed and nothing kept. Secret documents are refused."""
    return Reading.model_validate(read_document(file).reading.to_json())
