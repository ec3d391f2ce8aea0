"""Evidence handed to who may see its task."""

from __future__ import annotations

from fastapi import APIRouter, Response

from dondoc.web.attachments import attachment
from dondoc.web.door import Visitor

router = APIRouter()


@router.get("/tasks/{code}/evidence/{sha256}")
def download(visit: Visitor, code: str, sha256: str) -> Response:
    """Give a file that was handed in."""
    return attachment(visit, code, sha256)
