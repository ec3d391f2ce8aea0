"""The working calendar of a year, each exception with its source, and loading official entries."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response, UploadFile

from dondoc.i18n import N_
from dondoc.reading.calendar import load_entries
from dondoc.services import calendar_entries
from dondoc.web.administrators import CalendarKeeper
from dondoc.web.door import Doer
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.web.uploads import kept

router = APIRouter(prefix="/admin/calendar")
Year = Annotated[int | None, Query(ge=1946, le=2100)]


@router.get("")
def show(visit: CalendarKeeper, year: Year = None) -> Response:
    """Show a year, this one unless another is asked for."""
    calendar, wanted = visit.world.calendar, year or visit.world.on.year
    days = [
        (day, calendar.is_working(day), calendar.source(day), calendar.entry(day))
        for day in calendar.exceptions(wanted)
    ]
    return page(visit, "admin/calendar.html", year=wanted, days=days)


@router.post("")
def load(deed: Doer, file: UploadFile) -> Response:
    """Load official entries, all or nothing; open counted terms follow."""
    with kept(file) as path:
        entries = load_entries(path)
    loaded = calendar_entries.load(deed.world.session, entries, deed.occasion, file.filename or "")
    count = deed.speech.count
    said = N_("%(new)s days new, %(changed)s changed; %(moved)s due dates moved.")
    counts = {"new": len(loaded.added), "changed": len(loaded.changed), "moved": loaded.moved}
    return done(deed, "/admin/calendar", said, **{name: count(number) for name, number in counts.items()})
