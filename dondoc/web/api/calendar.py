"""The working calendar of a year, and changing the official entry of a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Response

from dondoc.services import calendar_deeds
from dondoc.services.calendar import working_calendar
from dondoc.web.api.description import CHANGE
from dondoc.web.api.door import Caller, Changer
from dondoc.web.api.shapes.calendar import Day, DayChanged, DayWanted, Year
from dondoc.web.api.trial import undone

if TYPE_CHECKING:
    from dondoc.rules.calendar import WorkCalendar
    from dondoc.services.touched import Taken
    from dondoc.web.api.door import Change

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


@router.put("/days/{on}", summary="Keep an entry for a day", response_model=DayChanged, responses=CHANGE)
def keep_day(change: Changer, on: OfficialDay, given: DayWanted) -> Response:
    """Keep an official entry for a day, over another there was; open counted terms follow."""
    return change.answer(_shape_of(change, on, _keep(change, on, given)))


@router.post(
    "/days/{on}/compare", summary="Show what an entry changes", response_model=DayChanged, responses=CHANGE
)
def compare_day(change: Changer, on: OfficialDay, given: DayWanted | None = None) -> Response:
    """Return what keeping this entry would do, or without one taking the entry back; change nothing."""
    with undone(change):
        taken = _keep(change, on, given) if given else _take_back(change, on)
        shape = _shape_of(change, on, taken)
    return change.answer(shape)


@router.delete("/days/{on}", summary="Take an entry back", response_model=DayChanged, responses=CHANGE)
def take_day_back(change: Changer, on: OfficialDay) -> Response:
    """Take an entry of one's own back: the day is again what it is without it; open counted terms follow."""
    return change.answer(_shape_of(change, on, _take_back(change, on)))


def _keep(change: Change, on: dt.date, given: DayWanted) -> Taken:
    said = {"day": on.isoformat(), **given.model_dump()}
    return calendar_deeds.add(change.world.session, change.occasion, said)


def _take_back(change: Change, on: dt.date) -> Taken:
    return calendar_deeds.remove(change.world.session, change.occasion, on)


def _shape_of(change: Change, day: dt.date, taken: Taken) -> DayChanged:
    """Return a day as the transaction has it by now."""
    calendar = working_calendar(change.world.session)
    moved = sum(touch.tasks for touch in taken.touches)
    return DayChanged(**_shape(calendar, day).model_dump(), moved=moved)


def _shape(calendar: WorkCalendar, day: dt.date) -> Day:
    entry = calendar.entry(day)
    return Day(
        day=day,
        working=calendar.is_working(day),
        source=calendar.source(day),
        document=entry.document if entry else None,
        provisional=entry.provisional if entry else False,
    )
