"""Telling whether two requests ask for the same."""

from __future__ import annotations

import hashlib

from fastapi import Request  # noqa: TC002 - FastAPI reads annotations when it runs
from starlette.datastructures import UploadFile  # noqa: TC002 - FastAPI's own is a subclass

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


async def fingerprint(request: Request) -> str:
    """Return the SHA-256 of what is asked for: address and content, of a form its fields and files.

    A form sent again has another boundary between its parts, so its bytes are not compared.
    """
    asked = hashlib.sha256(f"{request.method} {request.url.path}?{request.url.query}\n".encode())
    if request.headers.get("content-type", "").startswith(FORMS):
        for name, value in (await request.form()).multi_items():
            asked.update(f"{name}: {await _said(value)}\n".encode())
    else:
        asked.update(await request.body())
    return asked.hexdigest()


async def _said(value: UploadFile | str) -> str:
    if isinstance(value, str):
        return repr(value)
    content = hashlib.file_digest(value.file, "sha256").hexdigest()  # type: ignore[arg-type] # a file in all but name
    await value.seek(0)
    return f"{value.filename!r} {content}"
