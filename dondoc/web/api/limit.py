"""How much a request may bring: what is larger is refused before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 100 * 1024 * 1024
"""Bytes: several scanned documents at once."""


class Limit:
    """Counts what arrives and stops at LARGEST, whatever the request says of its length."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        """Wrap an application."""
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, part by part."""
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self._largest:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
