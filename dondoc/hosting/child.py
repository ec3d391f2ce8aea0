"""Processes of ours that never outlive the one that started them, however that one ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SECONDS_TO_END = 10.0


def start(
    module: str,
    arguments: Sequence[str] = (),
    *,
    environment: Mapping[str, str],
    log: Path,
    listener: socket.socket | None = None,
) -> subprocess.Popen[bytes]:
    """Start `python -m module` with `log` as its output; it inherits `listener`.

    It leads a process group of its own: a Ctrl-C in the terminal reaches us alone, and we end all of it.
    Its standard input is a pipe on which we never write: it ends when we do, see `end_with_parent`.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - our own modules
            [sys.executable, "-m", module, *arguments],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
            pass_fds=[] if listener is None else [listener.fileno()],
            start_new_session=True,
        )


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a started process to end, insist after a while, and leave nobody of its group behind."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_END)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin:
        process.stdin.close()


def end_with_parent() -> None:
    """In a started process: end with its whole group as soon as whoever started it is gone."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    os.read(sys.stdin.fileno(), 1)  # gives nothing until the other end is closed
    os.killpg(os.getpid(), signal.SIGKILL)


def listen(host: str, port: int) -> socket.socket:
    """Take a port for a child to serve on, a free one for 0. Raises OSError where it cannot be had."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except BaseException:
        listener.close()
        raise
    return listener
