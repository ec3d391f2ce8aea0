"""The application on the data folder of the environment: where a test has left one, that.

FastAPI builds a route when it is first asked for, in several times as long as it takes to answer. All that an
application keeps from one request to the next is in its house.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import Mount

from dondoc.web.app import create_app
from dondoc.web.house import House

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "http://127.0.0.1:8000"
_left: defaultdict[bool, list[FastAPI]] = defaultdict(list)
"""Those that nobody uses, by whether people reach them by HTTPS."""


@contextmanager
def client(house: House | None = None) -> Iterator[TestClient]:
    """Open the application as a new process does, in a house where nothing was asked before."""
    with closing(house or House()) as opened:
        left = _left[opened.settings.base_url.startswith("https://")]
        app = left.pop() if left else create_app()
        _move_in(app, opened)
        with TestClient(app, base_url=HOST, raise_server_exceptions=False) as client:
            yield client
        left.append(app)


def _move_in(app: FastAPI, house: House) -> None:
    """Let the pages and the API answer from a house."""
    for one in (app, *(route.app for route in app.routes if isinstance(route, Mount))):
        if isinstance(one, FastAPI):
            one.state.house = house
