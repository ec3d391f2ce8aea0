"""The working calendar of a year, each exception with its source, and changing official entries."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response, UploadFile

from dondoc.i18n import N_
from dondoc.reading.calendar import load_entries
from dondoc.services import calendar_deeds, calendar_entries
from dondoc.web import changing
from dondoc.web.administrators import CalendarKeeper
from dondoc.web.changing import Sent, take, words_in
from dondoc.web.door import Doer
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.web.uploads import kept

if TYPE_CHECKING:
    from dondoc.errors import AtField
    from dondoc.web.door import Visit

router = APIRouter(prefix="/admin/calendar")
Year = Annotated[int | None, Query(ge=1946, le=2100)]
KINDS = {"off": N_("day off"), "worked": N_("working day")}


@router.get("")
def show(visit: CalendarKeeper, year: Year = None) -> Response:
    """Show a year, this one unless another is asked for."""
    return _page(visit, year or visit.world.on.year, changing.Form())


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


@router.post("/days")
def add(deed: Doer, sent: Sent) -> Response:
    """Keep an official entry for a day, over another there was."""
    words = words_in(sent, "day", "name", "document")
    kind = {"working": sent.get("kind") == "worked", "provisional": "provisional" in sent}

    def again(wrong: AtField) -> Response:
        return _page(deed, deed.world.on.year, changing.Form("day", sent, wrong), status=422)

    edit = partial(calendar_deeds.add, deed.world.session, deed.occasion, {**words, **kind})
    return take(deed, sent, edit, f"/admin/calendar?year={str(words['day'])[:4]}", again, name=words["day"])


@router.post("/days/{on}/remove")
def remove(deed: Doer, on: dt.date, sent: Sent) -> Response:
    """Take an entry back: the day is again what it is without it."""
    edit = partial(calendar_deeds.remove, deed.world.session, deed.occasion, on)

    def again(wrong: AtField) -> Response:
        raise wrong

    return take(deed, sent, edit, f"/admin/calendar?year={on.year}", again, name=on.isoformat())


def _page(visit: Visit, year: int, form: changing.Form, *, status: int = 200) -> Response:
    calendar = visit.world.calendar
    return page(
        visit,
        "admin/calendar.html",
        status=status,
        year=year,
        days=[
            (day, calendar.is_working(day), calendar.source(day), calendar.entry(day))
            for day in calendar.exceptions(year)
        ],
        own=calendar_entries.own_days(visit.world.session),
        kinds={kind: visit.speech.say(said) for kind, said in KINDS.items()},
        form=form,
    )
