"""What each form of a term says, read from the groups of its pattern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from dondoc.reading import term_patterns as patterns
from dondoc.reading.clocks import is_hour, time_of
from dondoc.reading.dates import (
    Doubt,
    Groups,
    Reading,
    day_of,
    day_of_month,
    full_day,
    holiday_of,
    number,
    period_of,
)
from dondoc.reading.term_traps import is_event_hour
from dondoc.rules.terms import Operator, Unit

if TYPE_CHECKING:
    import re

UNITS = {
    "ngày": (Unit.DAY, 1),
    "ngàylàmviệc": (Unit.WORKING_DAY, 1),
    "tuần": (Unit.WEEK, 1),
    "tháng": (Unit.MONTH, 1),
    "quý": (Unit.MONTH, 3),
    "năm": (Unit.MONTH, 12),
}


NOTHING = Reading()


@dataclass(frozen=True)
class Draft:
    """A term before its words are quoted; `anchor` is where the anchor's words stand in the folded text.

    `weak`: its operator introduces a time as often as a term, so the words around it decide.
    """

    operator: Operator
    reading: Reading = NOTHING
    time: dt.time | None = None
    amount: int | None = None
    unit: Unit | None = None
    anchor: tuple[int, int] | None = None
    weak: bool = False


def _read_day(match: re.Match[str], written_on: dt.date | None) -> Draft | None:
    """Read an operator, an hour perhaps, and a day: "trước 15 giờ 00, ngày 17/9/2026"."""
    groups = match.groupdict()
    if not _names_a_day(groups):
        return None
    hour = groups["hour"] or groups["later_hour"]
    operator = Operator.BEFORE if _is_before(groups) and not hour else Operator.BY
    reading, weak = day_of(groups, written_on), groups["strong"] is None
    if hour and not (is_hour(groups) or is_hour(groups, "later_")):
        return Draft(operator, Reading(doubt=Doubt.NO_SUCH_DAY, proposed=reading.date), weak=weak)
    return Draft(operator, reading, time_of(groups) or time_of(groups, "later_"), weak=weak)


def _read_bare_day(match: re.Match[str], written_on: dt.date | None) -> Draft | None:
    """Read a day at the head of an order; one that may be past tells what happened on it."""
    reading = day_of(match.groupdict(), written_on)
    ahead = written_on and reading.date and reading.date >= written_on
    return Draft(Operator.BY, reading, weak=True) if ahead else None


def _read_day_of_month(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read a day without its month: "trước ngày 20"."""
    operator = Operator.BEFORE if _is_before(match.groupdict()) else Operator.BY
    return Draft(operator, day_of_month(match["day"], written_on))


def _read_holiday(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read a holiday named without its date: "trước ngày Quốc khánh"."""
    return Draft(Operator.BEFORE, holiday_of(match["holiday"], match["year"], written_on))


def _read_period(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read a period: "trong Quý III năm 2026" is by its last day, "trước tháng 9/2026" before its first."""
    groups = match.groupdict()
    before = _is_before(groups)
    operator = Operator.BEFORE if before else Operator.BY
    return Draft(operator, period_of(groups, written_on, first=before), weak=groups["strong"] is None)


def _read_week(match: re.Match[str], _written_on: dt.date | None) -> Draft:
    """Read a part of a month: "trong tuần đầu tháng 6"; which day ends it is for a person to say."""
    operator = Operator.BEFORE if match.group().startswith("trước") else Operator.BY
    return Draft(operator, Reading(doubt=Doubt.NO_DAY))


def _read_bare_period(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read a period that stands alone at the head of a clause: "6 tháng cuối năm 2026, ..."."""
    return Draft(Operator.BY, period_of(match.groupdict(), written_on, first=False), weak=True)


def _read_clock(match: re.Match[str], _written_on: dt.date | None) -> Draft | None:
    """Read an hour without a day: "trước 10h00'"."""
    groups = match.groupdict()
    if groups["strong"] is None or not is_hour(groups) or is_event_hour(match.string, match.start()):
        return None
    return Draft(Operator.BY, Reading(doubt=Doubt.NO_DAY), time_of(groups))


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


def _read_between_days(match: re.Match[str], written_on: dt.date | None) -> Draft | None:
    """Read "từ ngày … đến ngày …"; the term's date is the end."""
    groups = match.groupdict()
    named = groups["word"] or groups["from_word"] or groups["in_word"] or groups["y1"]
    return Draft(Operator.BETWEEN, day_of(groups, written_on), weak=True) if named else None


def _read_between_months(match: re.Match[str], written_on: dt.date | None) -> Draft:
    """Read "từ tháng … đến tháng …"; the term's date is the end."""
    return Draft(Operator.BETWEEN, period_of(match.groupdict(), written_on, first=False), weak=True)


def _read_plain_day(match: re.Match[str], written_on: dt.date | None) -> Draft:
    return Draft(Operator.BY, day_of(match.groupdict(), written_on))


def _read_iso_day(match: re.Match[str], _written_on: dt.date | None) -> Draft:
    return Draft(Operator.BY, full_day(match["year"], match["month"], match["day"]))


def _read_event(match: re.Match[str], written_on: dt.date | None) -> Draft | None:
    """Read a meeting to come: "tại cuộc họp giao ban kế tiếp"; that of a month which is over is none."""
    if match["in_month"] and written_on:
        year = int(match["in_year"] or written_on.year)
        if (year, int(match["in_month"])) < (written_on.year, written_on.month):
            return None
    operator = Operator.BEFORE if match["before"] else Operator.BY
    return Draft(operator, anchor=match.span("anchor"))


def _read_predecessor(match: re.Match[str], _written_on: dt.date | None) -> Draft:
    """Read what is to be done before another thing is: "trước khi trình Giám đốc"."""
    return Draft(Operator.BEFORE, anchor=match.span("anchor"))


def _read_as_there(match: re.Match[str], _written_on: dt.date | None) -> Draft:
    """Read a term that points to another paragraph's: "theo thời gian nêu tại khoản 1"."""
    return Draft(Operator.BY, anchor=match.span("anchor" if match["anchor"] else "above"))


def _is_before(groups: Groups) -> bool:
    """Say whether the operator is "before"; "trước cuối tháng" is by the month's end."""
    operator = groups["operator"] or ""
    return "trước" in operator and not operator.endswith(("cuối", "hết"))


def _names_a_day(groups: Groups) -> bool:
    """Tell a day from a fraction or a decimal where the word "ngày" is missing."""
    if groups["word"] or groups["y1"] or groups["y2"] or groups["y3"]:
        return True
    return groups["sep"] == "/" and groups["strong"] is not None


def _amount(match: re.Match[str]) -> tuple[int, Unit]:
    unit, times = UNITS[match["unit"].replace(" ", "")]
    return number(match["amount"]) * times, unit


Reader = Callable[["re.Match[str]", dt.date | None], Draft | None]
FormName = Literal[
    "between_days",
    "between_months",
    "day",
    "bare_day",
    "day_of_month",
    "holiday",
    "period",
    "bare_period",
    "week",
    "counted_back",
    "counted",
    "clock",
    "event",
    "predecessor",
    "as_there",
]


class Form(NamedTuple):
    """A form of terms: its name, its pattern, and what reads a match of it."""

    name: FormName
    pattern: re.Pattern[str]
    read: Reader


FORMS = (
    Form("between_days", patterns.BETWEEN_DAYS_TERM, _read_between_days),
    Form("between_months", patterns.BETWEEN_MONTHS_TERM, _read_between_months),
    Form("day", patterns.DAY_TERM, _read_day),
    Form("bare_day", patterns.BARE_DAY_TERM, _read_bare_day),
    Form("day_of_month", patterns.DAY_OF_MONTH_TERM, _read_day_of_month),
    Form("holiday", patterns.HOLIDAY_TERM, _read_holiday),
    Form("period", patterns.PERIOD_TERM, _read_period),
    Form("week", patterns.WEEK_TERM, _read_week),
    Form("bare_period", patterns.BARE_PERIOD_TERM, _read_bare_period),
    Form("counted_back", patterns.COUNTED_BACK_TERM, _read_counted_back),
    Form("counted", patterns.COUNTED_TERM, _read_counted),
    Form("clock", patterns.CLOCK_TERM, _read_clock),
    Form("event", patterns.EVENT_TERM, _read_event),
    Form("predecessor", patterns.PREDECESSOR_TERM, _read_predecessor),
    Form("as_there", patterns.AS_THERE_TERM, _read_as_there),
)
PLAIN_FORMS = (
    Form("day", patterns.ISO_DAY, _read_iso_day),
    Form("day", patterns.PLAIN_DAY, _read_plain_day),
    Form("period", patterns.PLAIN_PERIOD, _read_bare_period),
)
"""What only a phrase given by itself may be."""
