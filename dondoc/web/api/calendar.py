"""The working calendar of a year, and changing the official entry of a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Path, Response

from dondoc.services import calendar_deeds, calendar_entries
from dondoc.services.calendar import working_calendar
from dondoc.web.api.description import CHANGE, HELD_CHANGE
from dondoc.web.api.door import Caller, Changer
from dondoc.web.api.held import Held
from dondoc.web.api.shapes.calendar import Day, DayChanged, DayWanted, Year
from dondoc.web.api.tags import TAGGED, UNCHANGED, IfMatch, IfNoneMatch, tagged
from dondoc.web.api.trial import undone

if TYPE_CHECKING:
    from dondoc.rules.calendar import WorkCalendar
    from dondoc.services.touched import Taken
    from dondoc.web.api.door import Call, Change

router = APIRouter(prefix="/calendar", tags=["calendar"])
OfficialDay = Annotated[
    dt.date,
    Path(ge=dt.date(1946, 1, 1), le=dt.date(2100, 12, 31), description="The day.", examples=["2014-05-02"]),
]


@router.get("/{year}", summary="Show the working calendar of a year")
def show_year(
    call: Caller, year: Annotated[int, Path(ge=1946, le=2100, description="The calendar year.")]
) -> Year:
    """Return the weekdays that are off and the weekend days that are worked, each with its source."""
    calendar = call.world.calendar
    return Year(year=year, days=[_shape(calendar, day) for day in calendar.exceptions(year)])


@router.get("/days/{on}", summary="Show a day", response_model=Day, responses={200: TAGGED, 304: UNCHANGED})
def show_day(call: Caller, on: OfficialDay, if_none_match: IfNoneMatch = None) -> Response:
    """Return whether a day is worked and why, and its state as `ETag`."""
    return tagged(_day(call, on.isoformat()), if_none_match)


def _held(change: Changer, on: OfficialDay, if_match: IfMatch = None) -> Held:
    """Hold a day, with all others, for who may change the calendar."""
    calendar_entries.hold(change.world.session, change.occasion)
    return Held(change, on.isoformat(), _day, called=on).decided_on(if_match)


HeldDay = Annotated[Held, Depends(_held)]
CHANGED = {200: TAGGED, **HELD_CHANGE}


@router.put("/days/{on}", summary="Keep an entry for a day", response_model=DayChanged, responses=CHANGED)
def keep_day(day: HeldDay, on: OfficialDay, given: DayWanted) -> Response:
    """Keep an official entry for a day, over another there was; open counted terms follow."""
    return day.answer(_keep(day.change, on, given))


@router.post(
    "/days/{on}/compare", summary="Show what an entry changes", response_model=DayChanged, responses=CHANGE
)
def compare_day(change: Changer, on: OfficialDay, given: DayWanted | None = None) -> Response:
    """Return what keeping this entry would do, or without one taking the entry back; change nothing."""
    with undone(change):
        shape = _keep(change, on, given) if given else _take_back(change, on)
    return change.answer(shape)


@router.delete("/days/{on}", summary="Take an entry back", response_model=DayChanged, responses=CHANGED)
def take_day_back(day: HeldDay, on: OfficialDay) -> Response:
    """Take an entry of one's own back: the day is again what it is without it; open counted terms follow."""
    return day.answer(_take_back(day.change, on))


def _keep(change: Change, on: dt.date, given: DayWanted) -> DayChanged:
    said = {"day": on.isoformat(), **given.model_dump()}
    return _changed(change, on, calendar_deeds.add(change.world.session, change.occasion, said))


def _take_back(change: Change, on: dt.date) -> DayChanged:
    return _changed(change, on, calendar_deeds.remove(change.world.session, change.occasion, on))


def _changed(change: Change, on: dt.date, taken: Taken) -> DayChanged:
    moved = sum(touch.tasks for touch in taken.touches)
    return DayChanged(**_day(change, on.isoformat()).model_dump(), moved=moved)


def _day(call: Call, code: str) -> Day:
    """Return a day as the transaction has it by now."""
    return _shape(working_calendar(call.world.session), dt.date.fromisoformat(code))


def _shape(calendar: WorkCalendar, day: dt.date) -> Day:
    entry = calendar.entry(day)
    return Day(
        day=day,
        working=calendar.is_working(day),
        source=str(calendar.source(day)),
        document=entry.document if entry else None,
        provisional=entry.provisional if entry else False,
    )
