"""Loading official calendar entries, and what follows from them for open tasks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.errors import Refused
from dondoc.reading.shipped_calendar import shipped_entries
from dondoc.rules.rights import Operation
from dondoc.services import ledger
from dondoc.services.calendar import entry_of, working_calendar
from dondoc.services.rederive import rederive
from dondoc.services.roles import require, roles
from dondoc.services.statements import look_at
from dondoc.services.world import World
from models import CalendarEntry, Installation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlmodel import Session

    from dondoc.rules.calendar import Entry
    from dondoc.services.occasion import Occasion

ENTRIES = select(CalendarEntry)


@dataclass(frozen=True)
class Loaded:
    """The days on which an entry was added, changed or found as it was; how many due dates moved."""

    added: tuple[dt.date, ...]
    changed: tuple[dt.date, ...]
    unchanged: tuple[dt.date, ...]
    moved: int = 0


def load(session: Session, entries: Iterable[Entry], occasion: Occasion, source: str) -> Loaded:
    """Keep official entries, leave a ledger line naming `source`, and derive open terms anew.

    An entry of a day loaded before is replaced, the other days stay: each document brings its own.
    Raises Refused where the person may not.
    """
    hold(session, occasion)
    given = {entry.day: entry for entry in entries}
    known = {row.day: entry_of(row) for row in session.exec(select(CalendarEntry))}
    added = sorted(given.keys() - known.keys())
    changed = sorted(day for day in given.keys() & known.keys() if known[day] != given[day])
    unchanged = sorted(given.keys() - {*added, *changed})
    if not added and not changed:
        return Loaded((), (), tuple(unchanged))
    before = working_calendar(session)
    for day in (*added, *changed):
        session.merge(CalendarEntry(**asdict(given[day])))
    session.flush()
    written = [_plain(given[day]) for day in sorted((*added, *changed))]
    ledger.record(session, occasion, Operation.CALENDAR_LOAD, source, entries=written)
    moved = rederive(World(session, occasion.on), before, occasion)
    return Loaded(tuple(added), tuple(changed), tuple(unchanged), moved)


def hold(session: Session, occasion: Occasion) -> None:
    """Keep the calendar as it is for one who changes it: the next waits until this one is done.

    Raises Forbidden where the person may not.
    """
    acting = roles(World(session, occasion.on), occasion.person)
    require(Operation.CALENDAR_LOAD, acting, occasion.person)
    session.exec(select(Installation.id).with_for_update()).all()


def own_days(session: Session) -> frozenset[dt.date]:
    """Return the days whose entries are the users' own, and can be taken back."""
    shipped = set(shipped_entries())
    return frozenset(row.day for row in look_at(session, ENTRIES) if entry_of(row) not in shipped)


def remove(session: Session, day: dt.date, occasion: Occasion) -> int:
    """Take the users' own entry of a day back, derive open terms anew and return how many due dates moved.

    Raises Forbidden where the person may not, Refused where there is no entry but perhaps a shipped one.
    """
    hold(session, occasion)
    row = session.get(CalendarEntry, day)
    if row is None or entry_of(row) in shipped_entries():
        raise Refused(
            "There is no entry of your own for %(day)s: what Dondoc ships is replaced by another entry.",
            day=day,
        )
    before = working_calendar(session)
    session.delete(row)
    session.flush()
    ledger.record(session, occasion, Operation.CALENDAR_LOAD, day.isoformat(), removed=_plain(entry_of(row)))
    return rederive(World(session, occasion.on), before, occasion)


def _plain(entry: Entry) -> dict[str, object]:
    return asdict(entry) | {"day": entry.day.isoformat()}
