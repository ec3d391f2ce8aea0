"""`dondoc serve`: page, schedule and sender in one command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import Dir
from dondoc.cli.output import say

if TYPE_CHECKING:
    from dondoc.hosting.supervisor import Child

app = App()
LOCAL = ("127.0.0.1", "localhost", "::1")
DEFAULT_PORTS = {"http": 80, "https": 443}

Host = Annotated[str, typer.Option("--host", metavar=_("HOST"), help=_("The address the page is served on."))]
Port = Annotated[
    int, typer.Option("--port", metavar=_("PORT"), min=0, max=65535, help=_("Its port; 0 takes a free one."))
]


@app.command(help=_("Serve the page, the schedule and the sender of a data folder, until Ctrl-C."))
def serve(folder: Dir = None, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve a data folder."""
    from dondoc.cli.edge import load_settings, transaction
    from dondoc.hosting.serve import serve
    from dondoc.services.schedule import installation

    loaded = load_settings(folder)
    with transaction(loaded, read_only=True) as session:
        installation(session)
    try:
        serve(loaded.dir, host, port, partial(_greet, loaded.base_url), _tell)
    except KeyboardInterrupt:
        say(_("Everything has ended."))


def _greet(base_url: str, url: str) -> None:
    if not fits(base_url, url):
        say(
            _("Links in messages lead to %(base_url)s, where this page is not: set DONDOC_BASE_URL.")
            % {"base_url": base_url}
        )
    say(_("Serving on %(url)s; whether all is well: %(url)s/health. Ctrl-C ends it.") % {"url": url})


def fits(base_url: str, url: str) -> bool:
    """Say whether links to `base_url` may reach the page served at `url`.

    A name of its own may belong to a proxy in front; the names of every machine lead to itself.
    """
    linked, served = urlsplit(base_url), urlsplit(url)
    if linked.hostname not in LOCAL:
        return True
    return served.hostname in LOCAL and (linked.port or DEFAULT_PORTS[linked.scheme]) == served.port


def _tell(child: Child) -> None:
    if child.process is None:
        say(
            _("%(name)s has ended and will be started again; see the folder logs in the data folder.")
            % {"name": child.name}
        )
