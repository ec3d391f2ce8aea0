"""`dondoc serve`: page, schedule and sender in one command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import Dir
from dondoc.cli.output import say

if TYPE_CHECKING:
    from dondoc.hosting.supervisor import Child

app = App()

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
        serve(loaded.dir, host, port, _greet, _tell)
    except KeyboardInterrupt:
        say(_("Everything has ended."))


def _greet(url: str) -> None:
    say(_("Serving on %(url)s; whether all is well: %(url)s/health. Ctrl-C ends it.") % {"url": url})


def _tell(child: Child) -> None:
    if child.process is None:
        say(
            _("%(name)s has ended and will be started again; see the folder logs in the data folder.")
            % {"name": child.name}
        )
