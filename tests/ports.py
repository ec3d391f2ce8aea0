"""Ports for servers that tests and measurements start."""

from __future__ import annotations

import socket

import tenacity


def free_port() -> int:
    """Return a port of loopback that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@tenacity.retry(wait=tenacity.wait_fixed(0.1), stop=tenacity.stop_after_delay(60), reraise=True)
def wait_for(port: int) -> None:
    """Return once a server answers at the port."""
    socket.create_connection(("127.0.0.1", port), 1).close()
