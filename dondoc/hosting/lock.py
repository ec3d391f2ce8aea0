"""Locks between processes: files the operating system frees when their holder ends, however it ends."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(file: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock of `file`; where another process holds it, wait, or raise BlockingIOError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield


def is_locked(file: Path) -> bool:
    """Say whether a process holds the lock of `file`."""
    if not file.exists():
        return False
    try:
        with locked(file, wait=False):
            return False
    except BlockingIOError:
        return True
