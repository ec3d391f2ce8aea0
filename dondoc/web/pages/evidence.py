"""Evidence handed to who may see its task: as a file to keep, never as a page to open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from dondoc.services.evidence import find_file, require_unchanged
from dondoc.services.visible import find_task
from dondoc.web.door import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

router = APIRouter()
CHUNK = 64 * 1024


@router.get("/tasks/{code}/evidence/{sha256}")
def download(visit: Visitor, code: str, sha256: str) -> Response:
    """Give a file that was handed in, under its own name; refuse one that is no longer what it was."""
    task = find_task(visit.world, visit.person, code)
    piece = find_file(visit.world.session, task, sha256)
    store = visit.house.evidence
    require_unchanged(store, [piece], code)
    name = quote(piece.file_name or piece.sha256, safe="")
    return StreamingResponse(
        _chunks(store.open(piece.sha256)),
        media_type="application/octet-stream",
        headers={"content-disposition": f"attachment; filename*=utf-8''{name}"},
    )


def _chunks(content: BinaryIO) -> Iterator[bytes]:
    with content:
        while chunk := content.read(CHUNK):
            yield chunk
