"""The periods of a standing duty: when each has ended, and by when it is attested."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from dondoc.rules.terms import Operator, Term, Unit
from dondoc.rules.vietnamese import format_date
from models import PeriodUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE_DAY = dt.timedelta(days=1)
ATTESTED_BY_WORKING_DAY = 5
"""Without a stated day, a period is attested by the 5th working day after its end."""

MONTHS = {PeriodUnit.MONTH: 1, PeriodUnit.QUARTER: 3, PeriodUnit.HALF_YEAR: 6, PeriodUnit.YEAR: 12}

RECURRENCES = (
    (re.compile(r"(hàng|hằng|mỗi) tuần", re.IGNORECASE), PeriodUnit.WEEK),
    (re.compile(r"(hàng|hằng|mỗi) tháng", re.IGNORECASE), PeriodUnit.MONTH),
    (re.compile(r"(hàng|hằng|mỗi) quý|\b(ba|0?3) tháng", re.IGNORECASE), PeriodUnit.QUARTER),
    (re.compile(r"\b(sáu|0?6) tháng", re.IGNORECASE), PeriodUnit.HALF_YEAR),
    (re.compile(r"(hàng|hằng|mỗi) năm", re.IGNORECASE), PeriodUnit.YEAR),
)
"""From the most frequent on: of "hằng tháng, quý và 06 tháng" the month counts."""

STATED_DAY = re.compile(r"trước ngày (0?[1-9]|[12]\d|3[01]) (hàng|hằng) tháng", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """A period by its key ("2014-06", "2014-W23", "2014-Q3", "2014-H1", "2014"), first and last day."""

    key: str
    first: dt.date
    last: dt.date


def stated_period(recurrence: str | None) -> PeriodUnit:
    """Return how often a stated recurrence asks for; monthly where it says nothing more exact."""
    return next((unit for form, unit in RECURRENCES if form.search(recurrence or "")), PeriodUnit.MONTH)


def whole_periods(unit: PeriodUnit, in_force_on: dt.date) -> Iterator[Period]:
    """Go through the whole periods that begin on or after `in_force_on`, without end."""
    first = _start_of(unit, in_force_on)
    while True:
        following = _next_start(unit, first)
        if first >= in_force_on:
            yield Period(_key(unit, first), first, following - ONE_DAY)
        first = following


def ended_periods(unit: PeriodUnit, in_force_on: dt.date, on: dt.date) -> Iterator[Period]:
    """Go through the whole periods that began on or after `in_force_on` and ended before `on`."""
    return takewhile(lambda period: period.last < on, whole_periods(unit, in_force_on))


def next_end(unit: PeriodUnit, in_force_on: dt.date, on: dt.date) -> dt.date:
    """Return the day after the end of the first whole period that has not ended before `on`."""
    return next(p.last for p in whole_periods(unit, in_force_on) if p.last >= on) + ONE_DAY


def attestation_term(period: Period, recurrence: str | None) -> Term:
    """Return the term by which a period is attested.

    A stated "trước ngày 20 hàng tháng" is the 20th of the month after the period's end, itself not included;
    without a stated day it is the 5th working day after the end.
    """
    if stated := STATED_DAY.search(recurrence or ""):
        opens = period.last + ONE_DAY
        day = _day_of_month(opens, int(stated[1]))
        if day == opens:  # "before the 1st" would be over before it began
            day = _next_start(PeriodUnit.MONTH, opens)
        return Term(f"trước ngày {format_date(day)}", Operator.BEFORE, date=day)
    return Term(
        f"{ATTESTED_BY_WORKING_DAY:02} ngày làm việc kể từ ngày hết kỳ",
        Operator.WITHIN,
        amount=ATTESTED_BY_WORKING_DAY,
        unit=Unit.WORKING_DAY,
        anchor="ngày hết kỳ",
        anchor_day=period.last,
    )


def _day_of_month(month: dt.date, day: int) -> dt.date:
    """Return that day of the month, or the month's last one."""
    return month.replace(day=max(1, min(day, monthrange(month.year, month.month)[1])))


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
