"""The periods of a standing duty: when each has ended, and by when it is attested."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.rules.calendar import WorkCalendar
from models import PeriodUnit

ATTESTED_BY_WORKING_DAY = 5
"""Without a stated day, a period is attested by the 5th working day after its end."""

MONTHS = {PeriodUnit.MONTH: 1, PeriodUnit.QUARTER: 3, PeriodUnit.HALF_YEAR: 6, PeriodUnit.YEAR: 12}

RECURRENCES = (
    (re.compile(r"hàng tuần|mỗi tuần", re.IGNORECASE), PeriodUnit.WEEK),
    (re.compile(r"hàng quý|mỗi quý", re.IGNORECASE), PeriodUnit.QUARTER),
    (re.compile(r"(sáu|6|06) tháng", re.IGNORECASE), PeriodUnit.HALF_YEAR),
    (re.compile(r"hàng năm|hằng năm|mỗi năm", re.IGNORECASE), PeriodUnit.YEAR),
)

STATED_DAY = re.compile(r"trước ngày (\d{1,2}) (hàng|hằng) tháng", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """A period by its key ("2014-06", "2014-W23", "2014-Q3", "2014-H1", "2014"), first and last day."""

    key: str
    first: dt.date
    last: dt.date


def stated_period(recurrence: str | None) -> PeriodUnit:
    """Return how often a stated recurrence asks for; monthly where it says nothing more exact."""
    return next((unit for form, unit in RECURRENCES if form.search(recurrence or "")), PeriodUnit.MONTH)


def ended_periods(unit: PeriodUnit, in_force_on: dt.date, on: dt.date) -> Iterator[Period]:
    """Go through the whole periods that began on or after `in_force_on` and ended before `on`."""
    first = _start_of(unit, in_force_on)
    while (following := _next_start(unit, first)) <= on:
        if first >= in_force_on:
            yield Period(_key(unit, first), first, following - dt.timedelta(days=1))
        first = following


def attested_by(period: Period, recurrence: str | None, calendar: WorkCalendar) -> dt.date:
    """Return the day by which a period is attested.

    "Trước ngày 20 hàng tháng" is the 19th of the month after the period's end; without a stated day it is the
    5th working day after the end.
    """
    if stated := STATED_DAY.search(recurrence or ""):
        opens = period.last + dt.timedelta(days=1)
        in_month = min(int(stated[1]), monthrange(opens.year, opens.month)[1])
        return opens.replace(day=in_month) - dt.timedelta(days=1)
    return calendar.add_working_days(period.last, ATTESTED_BY_WORKING_DAY)


def _start_of(unit: PeriodUnit, day: dt.date) -> dt.date:
    if unit is PeriodUnit.WEEK:
        return day - dt.timedelta(days=day.weekday())
    months = MONTHS[unit]
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def _next_start(unit: PeriodUnit, first: dt.date) -> dt.date:
    if unit is PeriodUnit.WEEK:
        return first + dt.timedelta(days=7)
    months = first.month - 1 + MONTHS[unit]
    return dt.date(first.year + months // 12, months % 12 + 1, 1)


def _key(unit: PeriodUnit, first: dt.date) -> str:
    match unit:
        case PeriodUnit.WEEK:
            return f"{first:%G-W%V}"
        case PeriodUnit.MONTH:
            return f"{first:%Y-%m}"
        case PeriodUnit.QUARTER:
            return f"{first.year}-Q{(first.month + 2) // 3}"
        case PeriodUnit.HALF_YEAR:
            return f"{first.year}-H{(first.month + 5) // 6}"
        case PeriodUnit.YEAR:
            return f"{first.year}"
