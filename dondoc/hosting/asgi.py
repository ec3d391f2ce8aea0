"""A child process that serves an application on a port its parent took: `asgi FACTORY DESCRIPTOR [LOCK]`."""

from __future__ import annotations

import contextlib
import socket
import sys
from pathlib import Path

import uvicorn

from dondoc.hosting.child import end_with_parent
from dondoc.hosting.lock import locked

SECONDS_FOR_OPEN_REQUESTS = 3


class Server(uvicorn.Server):
    """A server whose start-up others wait for: two that migrate one new database at once would both fail."""

    starts_alone: Path | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start while holding the lock, if there is one."""
        with locked(self.starts_alone) if self.starts_alone else contextlib.nullcontext():
            await super().startup(sockets)


def main(factory: str, descriptor: str, lock: str | None = None) -> None:
    """Serve until told to end."""
    end_with_parent()
    config = uvicorn.Config(
        factory,
        factory=True,
        log_level="warning",
        lifespan="on",
        timeout_graceful_shutdown=SECONDS_FOR_OPEN_REQUESTS,
    )
    server = Server(config)
    server.starts_alone = Path(lock) if lock else None
    server.run(sockets=[socket.socket(fileno=int(descriptor))])


if __name__ == "__main__":
    main(*sys.argv[1:])
