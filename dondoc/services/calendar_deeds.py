"""Entries of the calendar, by a file or one by a form, and the due dates that move with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.reading.calendar import Row
from dondoc.rules.calendar import Entry
from dondoc.services import calendar_entries
from dondoc.services.calendar import working_calendar
from dondoc.services.form_entry import entry_of
from dondoc.services.loading import Difference
from dondoc.services.touched import Taken, Touch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlmodel import Session

    from dondoc.rules.calendar import WorkCalendar
    from dondoc.services.occasion import Occasion

SHOWN = ("working", "name", "document", "provisional")
"""What of an entry a difference shows."""
MOVED = N_("%(code)s: due dates of open tasks move (%(count)s), and their assignees are told.")


def load(session: Session, occasion: Occasion, entries: Sequence[Entry], source: str) -> Taken:
    """Keep the entries of a file, and say of each day what was and what is, and how many due dates move."""
    before = working_calendar(session)
    loaded = calendar_entries.load(session, entries, occasion, source)
    difference = Difference(unchanged=[day.isoformat() for day in loaded.unchanged])
    for entry in sorted(entries, key=lambda entry: entry.day):
        if entry.day not in loaded.unchanged:
            difference.note(entry.day.isoformat(), _changes(before, entry))
    return Taken(difference, _moved(source, loaded.moved))


def _changes(before: WorkCalendar, entry: Entry) -> dict[str, list[object]]:
    known = before.entry(entry.day)
    was = {name: getattr(known, name, None) for name in SHOWN}
    was |= {"working": before.is_working(entry.day), "provisional": bool(known and known.provisional)}
    return {name: [was[name], getattr(entry, name)] for name in SHOWN if was[name] != getattr(entry, name)}


def add(session: Session, occasion: Occasion, fields: Mapping[str, object]) -> Taken:
    """Keep the entry that the fields of a form say; raises AtField for what is wrong."""
    calendar_entries.hold(session, occasion)
    entry = Entry(**dict(entry_of(Row, fields)))
    day = entry.day.isoformat()
    loaded = calendar_entries.load(session, [entry], occasion, day)
    changed = {day: {"working": [None, entry.working]}} if loaded.added or loaded.changed else {}
    return Taken(Difference(changed=changed), _moved(day, loaded.moved))


def remove(session: Session, occasion: Occasion, day: dt.date) -> Taken:
    """Take the users' own entry of a day back."""
    moved = calendar_entries.remove(session, day, occasion)
    return Taken(Difference(ended=[day.isoformat()]), _moved(day.isoformat(), moved))


def _moved(day: str, count: int) -> list[Touch]:
    return [Touch(MOVED, day, count)] if count else []
