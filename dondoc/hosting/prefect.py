"""A Prefect server for a command that runs a flow."""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from dondoc.errors import Refused
from dondoc.hosting import server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def prefect_for(folder: Path) -> Iterator[None]:
    """Make flows of the folder runnable in this process; import nothing of Prefect before.

    PREFECT_API_URL wins, then the server of the folder's `dondoc serve`, then one started for so long. What
    Prefect writes to standard error is the caller's to keep from the user, to the end of the process.
    Raises Refused where the server does not answer or start.
    """
    api = _named() or _served(folder)
    if api is None:
        with server.running(folder) as (own, process):
            os.environ.update(server.environment(folder, own))
            import_module("prefect")  # as long as the server takes to start
            server.wait_for(own, process)
            yield
        return
    os.environ.update(server.environment(folder, api))
    yield


def _named() -> str | None:
    api = os.environ.get("PREFECT_API_URL")
    if api and not server.answers(api):
        raise Refused("The Prefect server %(api)s (PREFECT_API_URL) does not answer.", api=api)
    return api or None


def _served(folder: Path) -> str | None:
    found = serving.who_serves(folder)
    return found.prefect if found and server.answers(found.prefect) else None
