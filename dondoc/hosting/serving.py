"""Who serves a data folder: one lock while `dondoc serve` lives, and one file that says where it is."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from dondoc.errors import Refused
from dondoc.hosting.lock import is_locked, locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Serving:
    """A `dondoc serve`: the addresses of its page and its Prefect server, its process and its children's."""

    url: str
    prefect: str
    pid: int = field(default_factory=os.getpid)
    children: dict[str, int] = field(default_factory=dict)


@contextmanager
def sole(folder: Path) -> Iterator[None]:
    """Be the one who serves the folder; Refused where somebody does already."""
    with ExitStack() as held:
        try:
            held.enter_context(locked(_lock(folder), wait=False))
        except BlockingIOError:
            raise Refused(
                "%(folder)s is served already: end that `dondoc serve` first.", folder=folder
            ) from None
        held.callback(_file(folder).unlink, missing_ok=True)
        yield


def announce(folder: Path, serving: Serving) -> None:
    """Write the file for the other commands, at once and whole."""
    draft = _file(folder).with_suffix(".new")
    draft.write_text(json.dumps(asdict(serving), indent=2), encoding="utf-8")
    draft.replace(_file(folder))


def who_serves(folder: Path) -> Serving | None:
    """Return who serves the folder now; a file left behind by one that was killed says nothing."""
    if not is_locked(_lock(folder)) or not _file(folder).exists():
        return None
    return Serving(**json.loads(_file(folder).read_text(encoding="utf-8")))


def _file(folder: Path) -> Path:
    return folder / "serve.json"


def _lock(folder: Path) -> Path:
    return folder / "serve.lock"
