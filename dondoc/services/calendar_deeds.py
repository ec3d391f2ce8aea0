"""One entry of the calendar by a form: what a file would say, and the due dates that move with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.reading.calendar import Row
from dondoc.rules.calendar import Entry
from dondoc.services import calendar_entries
from dondoc.services.form_entry import entry_of
from dondoc.services.loading import Difference
from dondoc.services.touched import Taken, Touch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlmodel import Session

    from dondoc.services.occasion import Occasion

MOVED = N_("%(code)s: %(count)s due date(s) of open tasks move, and their assignees are told.")


def add(session: Session, occasion: Occasion, fields: Mapping[str, object]) -> Taken:
    """Keep the entry that the fields of a form say; raises AtField for what is wrong."""
    calendar_entries.require_keeper(session, occasion, str(fields["day"]))
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
