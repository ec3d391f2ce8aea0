"""The users' own calendar: the entries shipped with Dondoc, under those that a clerk loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.reading.shipped_calendar import shipped_entries
from dondoc.rules.calendar import Entry, WorkCalendar
from models import CalendarEntry

if TYPE_CHECKING:
    from sqlmodel import Session


def working_calendar(session: Session) -> WorkCalendar:
    """Return the calendar of this installation: a loaded entry wins over a shipped one of the same day."""
    loaded = session.exec(select(CalendarEntry)).all()
    return WorkCalendar.of([*shipped_entries(), *map(entry_of, loaded)])


def entry_of(row: CalendarEntry) -> Entry:
    """Return what a row says of its day."""
    return Entry(row.day, row.working, row.name, row.document, row.provisional)
