"""How much may be sent at once: refused before it is read, or as soon as it is more than it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException

from dondoc.errors import TooLarge
from dondoc.i18n import N_

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEGABYTE = 1024 * 1024
LARGEST = 100 * MEGABYTE


class Bounds:
    """Lets who reads a request that is too large meet an error, which TooLarge caused, and not the rest."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count what comes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        stated = Headers(scope=scope).get("content-length", "0")
        come = int(stated) if stated.isdecimal() and int(stated) > LARGEST else 0

        async def counted() -> Message:
            nonlocal come
            message: Message = {} if come > LARGEST else await receive()
            come += len(message.get("body", b""))
            if come > LARGEST:  # in the form of an error at which the reader of forms drops its files
                raise MultiPartException("too large") from _refusal()
            return message

        await self._app(scope, counted, send)


def _refusal() -> TooLarge:
    return TooLarge(
        N_("That is more than %(limit)s MB at once, more than is taken: send less, or in several parts."),
        limit=LARGEST // MEGABYTE,
    )
