"""A Prefect server of a data folder: on loopback, on SQLite in the folder, in a process of its own."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx

from dondoc.errors import Refused
from dondoc.hosting import child

if TYPE_CHECKING:
    import socket
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

LOOPBACK = "127.0.0.1"
FACTORY = "prefect.server.api.server:create_app"
SECONDS_TO_START = 180.0
"""A new folder's first start makes Prefect's own database: 12 s on a good machine."""

SECONDS_TO_ANSWER = 5.0


def environment(folder: Path, api: str) -> dict[str, str]:
    """Return an environment in which Prefect keeps to the data folder, asks `api` and tells nobody else."""
    return os.environ | {
        "DONDOC_DIR": str(folder),
        "PREFECT_API_URL": api,
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_COLORS": "false",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",  # at exit it would wait for a server gone
        "PREFECT_SERVER_UI_ENABLED": "false",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",  # else runs are kept for ever
    }


def log_file(folder: Path) -> Path:
    """Return where Prefect's talk goes."""
    return folder / "logs" / "prefect.log"


def address(listener: socket.socket) -> str:
    """Return the address of the API served on a port."""
    return f"http://{LOOPBACK}:{listener.getsockname()[1]}/api"


def start(folder: Path, listener: socket.socket) -> subprocess.Popen[bytes]:
    """Start the server on a port taken for it."""
    lock = folder / "prefect" / "start.lock"
    return child.start(
        "dondoc.hosting.asgi",
        [FACTORY, str(listener.fileno()), str(lock)],
        environment=environment(folder, address(listener)) | {"PREFECT__SERVER_FINAL": "1"},
        log=log_file(folder),
        listener=listener,
    )


@contextmanager
def running(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run a server for so long: give its API's address, which takes a while to answer, and its process."""
    with child.listen(LOOPBACK, 0) as listener:
        process, api = start(folder, listener), address(listener)
    try:
        yield api, process
    finally:
        child.end(process)


def answers(api: str) -> bool:
    """Say whether a Prefect server answers at `api`."""
    try:
        return httpx.get(f"{api}/health", timeout=SECONDS_TO_ANSWER).is_success
    except httpx.HTTPError:
        return False


def wait_for(api: str, process: subprocess.Popen[bytes] | None = None) -> None:
    """Wait until the server at `api` answers; Refused where its process ends or takes too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(api):
        if time.monotonic() > deadline or (process is not None and process.poll() is not None):
            raise Refused("The Prefect server did not start: logs/prefect.log in the data folder says why.")
        time.sleep(0.1)
