"""What each form of a term says, read from the groups of its pattern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reading import term_patterns as patterns
from dondoc.reading.dates import Doubt, Groups, Reading, day_of, holiday_of, number, period_of
from dondoc.rules.terms import Operator, Unit

if TYPE_CHECKING:
    import re

NOON = 12
MIDNIGHT = 24
SIXTY = 60
AFTERNOON = ("chiều", "tối")
UNITS = {
    "ngày": (Unit.DAY, 1),
    "ngàylàmviệc": (Unit.WORKING_DAY, 1),
    "tuần": (Unit.WEEK, 1),
    "tháng": (Unit.MONTH, 1),
    "quý": (Unit.MONTH, 3),
    "năm": (Unit.MONTH, 12),
}


@dataclass(frozen=True)
class Draft:
    """A term before its words are quoted; `anchor` is where the anchor's words stand in the folded text.

    `weak`: its operator introduces a time as often as a term, so the words around it decide.
    """

    operator: Operator
    reading: Reading = Reading()
    time: dt.time | None = None
    amount: int | None = None
    unit: Unit | None = None
    anchor: tuple[int, int] | None = None
    weak: bool = False


def _read_day(match: re.Match[str], written_on: dt.date | None) -> Draft | None:
    """Read an operator, an hour perhaps, and a day: "trước 15 giờ 00, ngày 17/9/2026"."""
    groups = match.groupdict()
    hour = groups["hour"] or groups["later_hour"]
    time = _time(groups) or _time(groups, "later_")
    if not _names_a_day(groups) or (hour and time is None):
        return None
    operator = Operator.BEFORE if _is_before(groups) and not hour else Operator.BY
    reading = day_of(groups, written_on)
    return Draft(operator, reading, time, weak=groups["strong"] is None)


def _read_holiday(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read a holiday named without its date: "trước ngày Quốc khánh"."""
    return Draft(Operator.BEFORE, holiday_of(match["holiday"], written_on))


def _read_period(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read a period: "trong Quý III năm 2026" is by its last day, "trước tháng 9/2026" before its first."""
    groups = match.groupdict()
    before = _is_before(groups)
    operator = Operator.BEFORE if before else Operator.BY
    return Draft(operator, period_of(groups, written_on, first=before), weak=groups["strong"] is None)


def _read_bare_period(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read a period that stands alone at the head of a clause: "6 tháng cuối năm 2026, ..."."""
    return Draft(Operator.BY, period_of(match.groupdict(), written_on, first=False), weak=True)


def _read_clock(match: re.Match[str], _written_on: dt.date | None) -> Draft | None:
    """Read an hour without a day: "trước 10h00'"."""
    time = _time(match.groupdict())
    if match["strong"] is None or time is None:
        return None
    return Draft(Operator.BY, Reading(doubt=Doubt.NO_DAY), time, weak=True)


def _read_counted(match: re.Match[str], _written_on: dt.date | None) -> Draft | None:
    """Read a count from an event on; after a bare "trong" or "sau" only with its event or in working days."""
    amount, unit = _amount(match)
    if not amount or not (match["firm"] or match["anchor"] or unit is Unit.WORKING_DAY):
        return None
    anchor = match.span("anchor") if match["anchor"] else None
    return Draft(Operator.WITHIN, amount=amount, unit=unit, anchor=anchor)


def _read_counted_back(match: re.Match[str], _written_on: dt.date | None) -> Draft | None:
    """Read a count back from an event: "chậm nhất 05 ngày làm việc trước ngày họp"."""
    amount, unit = _amount(match)
    return Draft(Operator.BEFORE, amount=amount, unit=unit, anchor=match.span("anchor")) if amount else None


def _read_between(match: re.Match[str], written_on: dt.date | None) -> Draft | None:
    """Read a span of days or months; its date is the end."""
    groups = match.groupdict()
    if not (groups["d1"] or groups["d2"]):
        return Draft(Operator.BETWEEN, period_of(groups, written_on, first=False), weak=True)
    if not (groups["word"] or groups["from_day"] or groups["y1"]):
        return None
    return Draft(Operator.BETWEEN, day_of(groups, written_on), weak=True)


def _read_plain_day(match: re.Match[str], written_on: dt.date | None) -> Draft:
    return Draft(Operator.BY, day_of(match.groupdict(), written_on))


def _read_iso_day(match: re.Match[str], _written_on: dt.date | None) -> Draft:
    try:
        return Draft(Operator.BY, Reading(dt.date.fromisoformat(match.group())))
    except ValueError:
        return Draft(Operator.BY, Reading(doubt=Doubt.NO_SUCH_DAY))


def _is_before(groups: Groups) -> bool:
    """Say whether the operator is "before"; "trước cuối tháng" is by the month's end."""
    operator = groups["operator"] or ""
    return "trước" in operator and not operator.endswith(("cuối", "hết"))


def _names_a_day(groups: Groups) -> bool:
    """Tell a day from a fraction or a decimal where the word "ngày" is missing."""
    if groups["word"] or groups["y1"] or groups["y2"] or groups["y3"]:
        return True
    return groups["sep"] == "/" and groups["strong"] is not None


def _time(groups: Groups, prefix: str = "") -> dt.time | None:
    """Read the groups of a clock; null where there is none or no such hour. 24 giờ is the day's last minute."""
    if not groups[f"{prefix}hour"]:
        return None
    hour, minute = int(groups[f"{prefix}hour"] or 0), int(groups[f"{prefix}minute"] or 0)
    if groups[f"{prefix}part"] in AFTERNOON and hour < NOON:
        hour += NOON
    if (hour, minute) == (MIDNIGHT, 0):
        return dt.time(23, 59)
    return dt.time(hour, minute) if hour < MIDNIGHT and minute < SIXTY else None


def _amount(match: re.Match[str]) -> tuple[int, Unit]:
    unit, times = UNITS[match["unit"].replace(" ", "")]
    return number(match["amount"]) * times, unit


Reader = Callable[["re.Match[str]", dt.date | None], Draft | None]
FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (patterns.BETWEEN_TERM, _read_between),
    (patterns.DAY_TERM, _read_day),
    (patterns.HOLIDAY_TERM, _read_holiday),
    (patterns.PERIOD_TERM, _read_period),
    (patterns.BARE_PERIOD_TERM, _read_bare_period),
    (patterns.COUNTED_BACK_TERM, _read_counted_back),
    (patterns.COUNTED_TERM, _read_counted),
    (patterns.CLOCK_TERM, _read_clock),
)
PLAIN_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (patterns.ISO_DAY, _read_iso_day),
    (patterns.PLAIN_DAY, _read_plain_day),
    (patterns.PLAIN_PERIOD, _read_bare_period),
)
"""What only a phrase given by itself may be."""
