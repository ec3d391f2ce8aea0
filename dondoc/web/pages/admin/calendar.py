"""The working calendar of a year, each exception with its source, and changing official entries."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Query, Response

from dondoc.i18n import N_
from dondoc.reading.calendar import load_entries
from dondoc.rules.calendar import Entry
from dondoc.rules.rights import Operation
from dondoc.services import calendar_deeds, calendar_entries
from dondoc.web import changing
from dondoc.web.administrators import CalendarKeeper
from dondoc.web.changing import Sent, take, words_in
from dondoc.web.door import Doer
from dondoc.web.file_change import FileDoor, SentFile, show_or_take
from dondoc.web.render import page

if TYPE_CHECKING:
    from dondoc.errors import AtField
    from dondoc.services.touched import Taken
    from dondoc.web.door import Visit

router = APIRouter(prefix="/admin/calendar")
Year = Annotated[int | None, Query(ge=1946, le=2100)]
FILES = FileDoor(Operation.CALENDAR_LOAD, load_entries)
Chosen = Annotated[SentFile[list[Entry]], Depends(FILES.chosen)]
Shown = Annotated[SentFile[list[Entry]], Depends(FILES.shown)]
DAYS = N_("Days that change: %(changed)s; that stay as before: %(same)s.")
KINDS = {"off": N_("day off"), "worked": N_("working day")}


@router.get("")
def show(visit: CalendarKeeper, year: Year = None) -> Response:
    """Show a year, this one unless another is asked for."""
    return _page(visit, year or visit.world.on.year, changing.Form())


@router.post("")
def compare(sent: Chosen, deed: Doer) -> Response:
    """Show what a file of official entries changes; nothing is changed yet."""
    return _file(deed, sent)


@router.post("/take")
def load(sent: Shown, deed: Doer) -> Response:
    """Load the official entries that were shown, all or nothing; open counted terms follow."""
    return _file(deed, sent)


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


def _file(deed: Visit, sent: SentFile[list[Entry]]) -> Response:
    session, occasion, speech = deed.world.session, deed.occasion, deed.speech

    def change() -> Taken:
        return calendar_deeds.load(session, occasion, sent.file.said, sent.file.name)

    def words(taken: Taken) -> changing.Words:
        days = len(taken.difference.changed), len(taken.difference.unchanged)
        counts = dict(zip(("changed", "same"), map(speech.count, days), strict=True))
        return changing.Words(DAYS, counts, partial(changing.called, speech))

    return show_or_take(deed, sent, change, "/admin/calendar", words)


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
