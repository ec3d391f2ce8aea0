"""Evidence as a file to keep, never as a page to open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi.responses import StreamingResponse

from dondoc.services.evidence import find_file, require_unchanged
from dondoc.services.visible import find_task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from dondoc.web.door import Entered

CHUNK = 64 * 1024
ANY_KIND = "application/octet-stream"


def attachment(entered: Entered, code: str, sha256: str) -> StreamingResponse:
    """Give a file that was handed in for a task, under its own name.

    Raises Absent where there is none that the person may see; Refused where it is no longer what it was.
    """
    task = find_task(entered.world, entered.person, code)
    piece = find_file(entered.world.session, task, sha256)
    store = entered.house.evidence
    require_unchanged(store, [piece], code)
    name = quote(piece.file_name or piece.sha256, safe="")
    return StreamingResponse(
        _chunks(store.open(piece.sha256)),
        media_type=ANY_KIND,
        headers={"content-disposition": f"attachment; filename*=utf-8''{name}"},
    )


def _chunks(content: BinaryIO) -> Iterator[bytes]:
    with content:
        while chunk := content.read(CHUNK):
            yield chunk
