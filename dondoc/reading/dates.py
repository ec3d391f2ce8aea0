"""The days that days and periods in folded text mean; `term_patterns` has their forms."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_YEAR, LAST_YEAR = 1945, 2100
CENTURY = 100
LONGEST_MONTH = 31
LEAP_YEAR = 2024
YEARS_TO_TRY = 9
"""Enough to meet a 29 February, even over a year like 2100."""
ONE_DAY = dt.timedelta(days=1)
NUMBERS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
    "bốn mươi lăm": 45,
    "sáu mươi": 60,
    "chín mươi": 90,
}
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
LISTED = re.compile(r"(?<!\w)(?:iv|i{1,3}|\d{1,2})(?!\w)")
HOLIDAYS: dict[str, tuple[int, int] | None] = {
    "quốc khánh": (2, 9),
    "quốc tế lao động": (1, 5),
    "giải phóng miền nam": (30, 4),
    "tết dương lịch": (1, 1),
    "nhà giáo việt nam": (20, 11),
    "tết nguyên đán": None,
    "tết âm lịch": None,
}
"""A holiday's day and month; null for those of the moon."""

Groups = Mapping[str, str | None]


class Doubt(StrEnum):
    """Why a term that names a day or a period has no date: a person is asked.

    NO_SUCH_DAY: 31/2, 25 giờ. NO_DAY: only an hour, a day without its month, "this month" or a holiday of the
    moon is stated. SEVERAL: months or quarters that do not follow one another, "tháng 5 và tháng 10/2026".
    """

    NO_YEAR = "no_year"
    NO_SUCH_DAY = "no_such_day"
    NO_DAY = "no_day"
    SEVERAL = "several"


@dataclass(frozen=True)
class Reading:
    """A day as read: `date` is null where there is a doubt; `proposed` is what a person may confirm."""

    date: dt.date | None = None
    doubt: Doubt | None = None
    proposed: dt.date | None = None


def number(words: str) -> int:
    """Read a count in digits or in words."""
    return int(words) if words.isdigit() else NUMBERS[" ".join(words.split())]


def day_of(groups: Groups, written_on: dt.date | None) -> Reading:
    """Read the groups of a day: d1/m1/y1, d1/m1 y2 or d2 tháng m2 y3."""
    day = number(groups["d1"] or groups["d2"] or "")
    month = number(groups["m1"] or groups["m2"] or "")
    stated = groups["y1"] or groups["y2"] or groups["y3"]
    return _in_stated_year(lambda year: dt.date(year, month, day), stated, written_on)


def full_day(year: str, month: str, day: str) -> Reading:
    """Read a date in figures."""
    return _in_stated_year(lambda stated: dt.date(stated, int(month), int(day)), year, None)


def day_of_month(words: str, written_on: dt.date | None) -> Reading:
    """Read a day without its month; the next such day is proposed."""
    day = int(words)
    if not 1 <= day <= LONGEST_MONTH:
        return Reading(doubt=Doubt.NO_SUCH_DAY)
    if written_on is None or written_on.year >= LAST_YEAR:
        return Reading(doubt=Doubt.NO_DAY)
    ahead = (written_on + days * ONE_DAY for days in range(2 * LONGEST_MONTH))
    return Reading(doubt=Doubt.NO_DAY, proposed=next(date for date in ahead if date.day == day))


def holiday_of(name: str, year: str | None, written_on: dt.date | None) -> Reading:
    """Read a holiday named without its date."""
    found = HOLIDAYS[" ".join(name.split())]
    if found is None:
        return Reading(doubt=Doubt.NO_DAY)
    day, month = found
    return _in_stated_year(lambda stated: dt.date(stated, month, day), year, written_on)


def period_of(groups: Groups, written_on: dt.date | None, *, first: bool) -> Reading:
    """Read the groups of a period as its last day, or as its first."""
    if groups["relative"]:
        return _relative_period(groups, written_on, first=first)
    if _parts(groups):
        return Reading(doubt=Doubt.SEVERAL)
    starts, ends = _months(groups)

    def edge(year: int) -> dt.date:
        return dt.date(year, starts, 1) if first else month_end(year, ends)

    return _in_stated_year(edge, groups["my"] or groups["qy"] or groups["sy"] or groups["year"], written_on)


def _parts(groups: Groups) -> bool:
    """Tell months or quarters of a list that something lies between; "5 - 10" names what lies between too."""
    before, last = groups["months_before"] or groups["quarters_before"], groups["month"] or groups["quarter"]
    if not before or not last or "-" in before:
        return False
    named = [QUARTERS.get(word) or number(word) for word in (*LISTED.findall(before), last)]
    return any(later - earlier > 1 for earlier, later in pairwise(named))


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month; raises ValueError for a month there is not."""
    return dt.date(year, month, 1).replace(day=calendar.monthrange(year, month)[1])


def _months(groups: Groups) -> tuple[int, int]:
    """Return the first and the last month of a named month, quarter, part of a year or year."""
    if groups["month"]:
        return number(groups["month"]), number(groups["month"])
    if groups["quarter"]:
        quarter = QUARTERS[groups["quarter"].removeprefix("0")]
        return quarter * 3 - 2, quarter * 3
    if groups["side"]:
        length = number(groups["months"] or "sáu")
        return (1, length) if groups["side"] == "đầu" else (13 - length, 12)
    return 1, 12


def _in_stated_year(
    day_in: Callable[[int], dt.date], stated: str | None, written_on: dt.date | None
) -> Reading:
    """Set a day into the stated year; without one, propose the next such day from `written_on` on."""
    year = int(stated) if stated else LEAP_YEAR
    year += 2000 if year < CENTURY else 0
    try:
        date = day_in(year)
    except ValueError:
        return Reading(doubt=Doubt.NO_SUCH_DAY)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Reading(doubt=Doubt.NO_SUCH_DAY)
    return Reading(date) if stated else Reading(doubt=Doubt.NO_YEAR, proposed=_next(day_in, written_on))


def _next(day_in: Callable[[int], dt.date], written_on: dt.date | None) -> dt.date | None:
    if written_on is None:
        return None
    for year in range(written_on.year, min(written_on.year + YEARS_TO_TRY, dt.MAXYEAR)):
        try:
            date = day_in(year)
        except ValueError:
            continue
        if date >= written_on:
            return date
    return None


def _relative_period(groups: Groups, written_on: dt.date | None, *, first: bool) -> Reading:
    """Read "this" or "next" week, month, quarter or year; what it means is only proposed."""
    if written_on is None or written_on.year >= LAST_YEAR:
        return Reading(doubt=Doubt.NO_DAY)
    starts, ends = _period_around(groups["relative"] or "", written_on)
    if groups["which"] in ("sau", "tới"):
        starts, ends = _period_around(groups["relative"] or "", ends + ONE_DAY)
    return Reading(doubt=Doubt.NO_DAY, proposed=starts if first else ends)


def _period_around(period: str, day: dt.date) -> tuple[dt.date, dt.date]:
    if period == "tuần":
        monday = day - day.weekday() * ONE_DAY
        return monday, monday + 6 * ONE_DAY
    length = {"tháng": 1, "quý": 3, "năm": 12}[period]
    starts = (day.month - 1) // length * length + 1
    return dt.date(day.year, starts, 1), month_end(day.year, starts + length - 1)
