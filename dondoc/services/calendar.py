"""The users' own calendar: the entries shipped with Dondoc, under those that a clerk loaded."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.reading.calendar import shipped_entries
from dondoc.rules.calendar import Entry, WorkCalendar
from dondoc.services import ledger
from models import CalendarEntry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlmodel import Session

    from dondoc.services.occasion import Occasion


@dataclass(frozen=True)
class Difference:
    """The days on which loading entries added one, changed one, or found it as it was."""

    added: tuple[dt.date, ...]
    changed: tuple[dt.date, ...]
    unchanged: tuple[dt.date, ...]


def working_calendar(session: Session) -> WorkCalendar:
    """Return the calendar of this installation: a loaded entry wins over a shipped one of the same day."""
    loaded = session.exec(select(CalendarEntry)).all()
    return WorkCalendar.of([*shipped_entries(), *map(_entry, loaded)])


def load(session: Session, entries: Iterable[Entry], occasion: Occasion, source: str) -> Difference:
    """Keep official entries and leave a ledger line; `source` is the name of their file.

    An entry of a day loaded before is replaced, the other days stay: each document brings its own.
    """
    given = {entry.day: entry for entry in entries}
    known = {row.day: row for row in session.exec(select(CalendarEntry))}
    added = [day for day in given if day not in known]
    changed = [day for day in given if day in known and _entry(known[day]) != given[day]]
    for day in added + changed:
        session.merge(CalendarEntry(**asdict(given[day])))
    difference = Difference(
        tuple(sorted(added)), tuple(sorted(changed)), tuple(sorted(set(given) - {*added, *changed}))
    )
    if added or changed:
        written = [_plain(given[day]) for day in sorted(added + changed)]
        ledger.record(session, occasion, "calendar.load", source, entries=written)
    return difference


def _entry(row: CalendarEntry) -> Entry:
    return Entry(row.day, row.working, row.name, row.document, row.provisional)


def _plain(entry: Entry) -> dict[str, object]:
    return asdict(entry) | {"day": entry.day.isoformat()}
