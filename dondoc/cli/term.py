"""`dondoc term`: what a term phrase means, and the due date that follows from it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _, current
from dondoc.cli.options import AsJson, read_day
from dondoc.cli.output import print_json
from dondoc.errors import BadInput

if TYPE_CHECKING:
    from dondoc.reading.terms import TermSpan
    from dondoc.rules.terms import DueDate

app = App()

Phrase = Annotated[str, typer.Argument(metavar=_("PHRASE"), help=_("The term as a document words it."))]
From = Annotated[
    dt.date | None,
    typer.Option("--from", parser=read_day, metavar="YYYY-MM-DD", help=_("The day its count starts from.")),
]


@app.command(help=_("Read a term phrase and say which due date follows from it, and how."))
def term(phrase: Phrase, start: From = None, as_json: AsJson = False) -> None:
    """Read one phrase; touches no database."""
    from dondoc.reading.dates import FIRST_YEAR, LAST_YEAR
    from dondoc.reading.shipped_calendar import shipped_calendar
    from dondoc.reading.terms import read_phrase
    from dondoc.rules.terms import derive

    if start is not None and not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise BadInput(
            "--from must lie in the years %(first)s to %(last)s.", first=FIRST_YEAR, last=LAST_YEAR
        )
    read = read_phrase(phrase, start)
    due = derive(read.term, shipped_calendar(), start)
    if as_json:
        print_json(_plain(read, due))
    else:
        _print(read, due)


def _print(read: TermSpan, due: DueDate) -> None:
    from dondoc.rules.sentences import on_weekday

    typer.echo(due.derivation.said(current()))
    if read.proposed is not None:
        typer.echo(
            _("Proposed day, to be confirmed: %(day)s.") % {"day": on_weekday(read.proposed).said(current())}
        )


def _plain(read: TermSpan, due: DueDate) -> dict[str, Any]:
    stated = read.term
    return {
        "phrase": stated.phrase,
        "span": [read.start, read.end],
        "operator": stated.operator,
        "date": stated.date,
        "time": stated.time.isoformat("minutes") if stated.time else None,
        "amount": stated.amount,
        "unit": stated.unit,
        "anchor": stated.anchor,
        "basis": stated.basis,
        "last_day": due.last_day,
        "derivation": due.derivation,
        "reminder_day": due.reminder_day,
        "proposed": read.proposed,
    }
