"""`dondoc calendar`: official entries with their documents, and the days of a year that are an exception."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _, current
from dondoc.cli.options import As, AsJson, Dir, On
from dondoc.cli.output import print_json, print_table, say

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.rules.calendar import WorkCalendar

app = App(_("The working calendar: load official entries, show a year."))

File = Annotated[
    Path, typer.Argument(metavar=_("FILE"), help=_("A .yaml file of days with their documents."))
]
Year = Annotated[int, typer.Argument(metavar=_("YEAR"), min=1946, max=2100, help=_("The calendar year."))]


@app.command("load", help=_("Load official entries; open counted terms follow the new calendar."))
def load(file: File, acting: As = None, on: On = None, folder: Dir = None, as_json: AsJson = False) -> None:
    """Load a calendar file, all or nothing."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.task_tables import count
    from dondoc.reading.calendar import load_entries
    from dondoc.services import calendar_entries

    entries = load_entries(file)
    with acting_in(folder, acting, on) as deed:
        loaded = calendar_entries.load(deed.world.session, entries, deed.occasion, file.name)
    if as_json:
        print_json(asdict(loaded))
        return
    days = {"new": loaded.added, "changed": loaded.changed, "same": loaded.unchanged}
    counts = {name: count(len(found)) for name, found in days.items()}
    say(_("%(new)s new, %(changed)s changed, %(same)s as before.") % counts)
    say(_("Due dates moved: %(moved)s.") % {"moved": count(loaded.moved)})


@app.command("show", help=_("Show the weekdays of a year that are off and the weekend days that are worked."))
def show(year: Year, folder: Dir = None, as_json: AsJson = False) -> None:
    """Show the exceptions of a year, each with its source."""
    from dondoc.cli.deed import looking_at

    with looking_at(folder, None) as world:
        calendar = world.calendar
    days = calendar.exceptions(year)
    if as_json:
        print_json({"year": year, "days": [_plain(calendar, day) for day in days]})
        return
    from dondoc.cli.task_tables import date

    said = {True: _("worked"), False: _("off")}
    columns = (_("Day"), _("Weekday"), _("Worked or off"), _("Source"))
    rows = [
        (date(day), _weekday(day), said[calendar.is_working(day)], calendar.source(day).said(current()))
        for day in days
    ]
    print_table(columns, rows)


def _plain(calendar: WorkCalendar, day: dt.date) -> dict[str, Any]:
    entry = calendar.entry(day)
    return {
        "day": day,
        "working": calendar.is_working(day),
        "source": str(calendar.source(day)),
        "document": entry.document if entry else None,
        "provisional": entry.provisional if entry else False,
    }


def _weekday(day: dt.date) -> str:
    from babel.dates import format_date

    return format_date(day, "EEEE", locale=current())
