"""The calendar that Dondoc comes with: known without a database, and without the file of a clerk."""

from __future__ import annotations

import tomllib  # and no YAML, which takes 50 ms to import: every document that is read asks for these days
from functools import cache
from importlib import resources

from dondoc.rules.calendar import Entry, WorkCalendar


@cache
def shipped_entries() -> tuple[Entry, ...]:
    """Return the swaps known when this version was made, with their documents."""
    file = resources.files("dondoc") / "data" / "calendar.toml"
    return tuple(Entry(**row) for row in tomllib.loads(file.read_text(encoding="utf-8"))["entries"])


@cache
def shipped_calendar() -> WorkCalendar:
    """Return the calendar used without a database: the `holidays` package and the shipped entries."""
    return WorkCalendar.of(shipped_entries())
