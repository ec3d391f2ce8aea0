"""The working calendar of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path

from dondoc.web.api.door import Caller
from dondoc.web.api.shapes.calendar import Day, Year

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.rules.calendar import WorkCalendar

router = APIRouter(prefix="/calendar", tags=["calendar"])


@router.get("/{year}", summary="Show the working calendar of a year")
def show_year(
    call: Caller, year: Annotated[int, Path(ge=1946, le=2100, description="The calendar year.")]
) -> Year:
    """Return the weekdays that are off and the weekend days that are worked, each with its source."""
    calendar = call.world.calendar
    return Year(year=year, days=[_shape(calendar, day) for day in calendar.exceptions(year)])


def _shape(calendar: WorkCalendar, day: dt.date) -> Day:
    entry = calendar.entry(day)
    return Day(
        day=day,
        working=calendar.is_working(day),
        source=calendar.source(day),
        document=entry.document if entry else None,
        provisional=entry.provisional if entry else False,
    )
