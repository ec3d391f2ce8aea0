"""A command that fails as it is told, for the tests of the command line."""

from __future__ import annotations

import datetime as dt
from typing import NoReturn

import typer

from dondoc.cli.app import App
from dondoc.cli.options import AsJson, On
from dondoc.cli.output import print_json, print_table

app = App("A probe.")
failure: Exception = ValueError("nothing set")


@app.command()
def fail() -> NoReturn:
    """Raise what the test chose."""
    raise failure


@app.command()
def leave(code: int) -> NoReturn:
    """Exit with a code."""
    raise typer.Exit(code)


@app.command()
def show(*, on: On = None, as_json: AsJson = False) -> None:
    """Print one row."""
    day = on or dt.date(2014, 5, 9)
    if as_json:
        print_json({"on": day, "name": "Đỗ Thị Hạnh"})
        return
    print_table(
        ["code", "name", "on"], [["HP-2014-01.3.2.2b", "Đỗ Thị Hạnh [xem]", day], ["HP", None, "x" * 90]]
    )
