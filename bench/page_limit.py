"""What a page cannot be quicker than: the same queries by the driver and the same template, behind FastAPI.

Each page is asked of the real application once; its statements, and its template with what that was given,
are kept and played again for every request.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient
from jinja2 import Template
from sqlalchemy import event

from dondoc.web.app import create_app
from dondoc.web.door import COOKIE

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine


@dataclass
class Played:
    """One page as it was asked for once."""

    statements: list[tuple[str, Any]] = field(default_factory=list)
    template: Template | None = None
    context: dict[str, Any] = field(default_factory=dict)

    def note(self, _connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        """Keep a statement."""
        self.statements.append((statement, parameters))

    def answer(self, engine: Engine) -> HTMLResponse:
        """Ask and render it all again."""
        assert self.template is not None
        with engine.connect().execution_options(read_only=True) as connection:
            for statement, parameters in self.statements:
                if not statement.startswith(("BEGIN", "PRAGMA")):
                    connection.exec_driver_sql(statement, parameters).fetchall()
        return HTMLResponse(self.template.render(self.context))


def create_limit() -> FastAPI:
    """Make the application: a route for each page of BENCH_PAGES, by its number."""
    app, real = FastAPI(), create_app()
    for number, page in enumerate(json.loads(os.environ["BENCH_PAGES"])):
        played = _listen(real, page["address"], page["token"])
        app.get(f"/{number}")(_route(played, real.state.house.engine))
    return app


def _route(played: Played, engine: Engine) -> Callable[[], HTMLResponse]:
    def page() -> HTMLResponse:
        return played.answer(engine)

    return page


def _listen(real: FastAPI, path: str, token: str) -> Played:
    """Ask for a page twice, the second time with open ears: the first also reads the organisation."""
    client = TestClient(real, cookies={COOKIE: token})
    client.get(path)
    played, engine, render = Played(), real.state.house.engine, Template.render

    def heard(template: Template, *args: Any, **kwargs: Any) -> str:
        played.template, played.context = template, dict(*args, **kwargs)
        return render(template, *args, **kwargs)

    event.listen(engine, "before_cursor_execute", played.note)
    Template.render = heard  # type: ignore[assignment, method-assign]
    try:
        client.get(path).raise_for_status()
    finally:
        Template.render = render  # type: ignore[method-assign]
        event.remove(engine, "before_cursor_execute", played.note)
    return played
