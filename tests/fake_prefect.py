"""A stand-in for a Prefect server: answers what the page of health asks of its schedule."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

READY = {"id": "d1", "status": "READY", "paused": False}


@contextmanager
def fake_prefect(deployment: dict[str, Any] | None, runs: int) -> Iterator[str]:
    """Serve one deployment, or none, with so many scheduled runs; give the address of the API."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(200 if deployment else 404, deployment)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(200, [{"id": str(number)} for number in range(runs)])

        def log_message(self, *_: object) -> None:
            pass

        def _answer(self, status: int, body: object) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
