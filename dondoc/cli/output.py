"""What a command prints: data to stdout, talk to stderr, colours only on a terminal."""

from __future__ import annotations

import json
import sys
from datetime import date, time
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAPER = 250  # columns where no terminal says how wide it is: a file or a pipe cuts nothing


def say(sentence: str) -> None:
    """Talk to the user, beside the data."""
    typer.echo(sentence, err=True)


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
    message = f"{type(value).__name__} is not plain data"
    raise TypeError(message)
