"""The options that many commands share; nothing here imports a table, so that `--help` stays fast."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Annotated

import typer

from dondoc.cli.language import _
from dondoc.errors import BadInput

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(text: str) -> dt.date:
    """Read a day as options take it; raises BadInput where it is none."""
    try:
        if DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise BadInput('"%(text)s" is not a day: write it as YYYY-MM-DD, such as 2014-05-09.', text=text)


Dir = Annotated[
    Path | None,
    typer.Option("--dir", metavar=_("DIR"), help=_("The data folder; else DONDOC_DIR, else ./dondoc-data.")),
]
As = Annotated[
    str | None,
    typer.Option("--as", metavar=_("PERSON"), help=_("Code of the person who acts; else DONDOC_PERSON.")),
]
On = Annotated[
    dt.date | None,
    typer.Option(
        "--on", parser=read_day, metavar="YYYY-MM-DD", help=_("The day it counts for; today if left out.")
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print data for a program."))]
