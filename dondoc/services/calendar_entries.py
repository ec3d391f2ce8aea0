"""Loading official calendar entries, and what follows from them for open tasks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.rules.rights import Operation
from dondoc.services import ledger
from dondoc.services.calendar import entry_of, working_calendar
from dondoc.services.rederive import rederive
from dondoc.services.roles import require, roles
from dondoc.services.world import World
from models import CalendarEntry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlmodel import Session

    from dondoc.rules.calendar import Entry
    from dondoc.services.occasion import Occasion


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
    acting = roles(World(session, occasion.on), occasion.person)
    require(Operation.CALENDAR_LOAD, acting, occasion.person, source)
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


def _plain(entry: Entry) -> dict[str, object]:
    return asdict(entry) | {"day": entry.day.isoformat()}
