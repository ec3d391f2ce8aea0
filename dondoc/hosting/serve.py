"""What `dondoc serve` serves: a Prefect server, the schedules' runner, the sender and the page."""

from __future__ import annotations

import errno
import signal
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from dondoc.errors import BadInput, Refused
from dondoc.hosting import child, server, serving
from dondoc.hosting.serving import Serving
from dondoc.hosting.supervisor import Child, Supervisor
from dondoc.i18n import N_

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from pathlib import Path

    from dondoc.hosting.supervisor import Start

PAGE = "dondoc.web.app:create_app"

_REASONS = {
    errno.EADDRINUSE: N_("another program uses it"),
    errno.EACCES: N_("this user may not use it"),
    errno.EADDRNOTAVAIL: N_("this machine has no such address"),
}


def serve(
    folder: Path, host: str, port: int, ready: Callable[[str], None], told: Callable[[Child], None]
) -> None:
    """Serve the folder until interrupted: `ready` hears the page's address, `told` every start and death.

    Raises Refused where somebody serves the folder already or the port cannot be had.
    """
    with ExitStack() as held:
        held.enter_context(serving.sole(folder))
        page = held.enter_context(_listen(host, port))
        api = held.enter_context(child.listen(server.LOOPBACK, 0))
        url = f"http://{host}:{page.getsockname()[1]}"
        children: dict[str, int] = {}

        def changed(one: Child) -> None:
            children.pop(one.name, None)
            if one.process is not None:
                children[one.name] = one.process.pid
            serving.announce(folder, Serving(url, server.address(api), children=children))
            told(one)

        signal.signal(signal.SIGTERM, _interrupt)
        ready(url)
        Supervisor(_starts(folder, page, api), changed).run()


def _starts(folder: Path, page: socket.socket, api: socket.socket) -> dict[str, Start]:
    environment = server.environment(folder, server.address(api)) | {"PREFECT_LOGGING_LEVEL": "WARNING"}
    web = [PAGE, str(page.fileno())]
    logs = folder / "logs"
    ours = partial(child.start, environment=environment)
    return {
        "prefect": partial(server.start, folder, api),
        "runner": partial(ours, "dondoc.hosting.runner", log=logs / "runner.log"),
        "sender": partial(ours, "dondoc.hosting.sender", log=logs / "sender.log"),
        "web": partial(ours, "dondoc.hosting.asgi", web, log=logs / "web.log", listener=page),
    }


def _listen(host: str, port: int) -> socket.socket:
    try:
        return child.listen(host, port)
    except OSError as error:
        raise Refused(
            "The page cannot be served on %(host)s:%(port)s: %(reason)s. Choose another with --port.",
            host=host,
            port=port,
            reason=BadInput(_REASONS.get(error.errno or 0, "%(said)s"), said=error.strerror or error),
        ) from error


def _interrupt(*_: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt
