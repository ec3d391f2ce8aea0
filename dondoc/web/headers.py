"""What every answer tells the browser: load from here alone, run no inline script, be in no frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
KEPT_FOR_EVER = "public, max-age=31536000, immutable"
NOT_KEPT = "no-store"


class Headers:
    """Adds them to every answer; pages are kept by nobody, static files for ever."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        """Wrap an application; over `https` browsers are told to come back by it."""
        self._app = app
        self._headers = HEADERS | ({"strict-transport-security": "max-age=31536000"} if https else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and complete its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        kept = KEPT_FOR_EVER if scope["path"].startswith("/static/") else NOT_KEPT

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                headers.setdefault("cache-control", kept)
            await send(message)

        await self._app(scope, receive, complete)
