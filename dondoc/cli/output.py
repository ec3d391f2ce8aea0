"""What a command prints: data to stdout, talk to stderr, colours only on a terminal."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, time
from typing import TYPE_CHECKING, Any, TextIO

import typer

from dondoc.rules.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

PAPER = 250  # columns where no terminal says how wide it is: a file or a pipe cuts nothing

_voice: ContextVar[TextIO | None] = ContextVar("voice", default=None)


def say(sentence: str) -> None:
    """Talk to the user, beside the data."""
    typer.echo(sentence, file=_voice.get(), err=True)


def divert_stderr(log: Path) -> None:
    """Show the user what `say` says and send the rest of stderr to `log`, to the end of the process.

    By the descriptor, so that what a library prints while the interpreter ends is caught as well.
    """
    if _voice.get() is None:
        _voice.set(os.fdopen(os.dup(2), "w", buffering=1, encoding="utf-8"))
    log.parent.mkdir(parents=True, exist_ok=True)
    sys.stderr.flush()
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)


@contextmanager
def progress(sentence: str) -> Iterator[None]:
    """Show that something takes its time: a moving line on a terminal, which goes away, else a plain one."""
    stream = _voice.get() or sys.stderr
    if not stream.isatty():
        say(sentence)
        yield
        return
    from rich.console import Console

    with Console(file=stream).status(sentence):
        yield


def print_json(data: Any) -> None:
    """Print data for programs; days and moments in ISO 8601."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_plain))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their column names; the first column, a code, is never broken."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for place, column in enumerate(columns):
        table.add_column(column, no_wrap=place == 0, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else PAPER, highlight=False).print(table)


def _plain(value: object) -> str:
    if isinstance(value, date | time):  # a datetime too
        return value.isoformat()
    if isinstance(value, Sentence):
        return str(value)
    message = f"{type(value).__name__} is not plain data"
    raise TypeError(message)
