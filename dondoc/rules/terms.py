"""Terms as documents write them, and the due date that follows from each."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dondoc.rules.vietnamese import format_count, format_date, format_day, format_time, one_line

if TYPE_CHECKING:
    from dondoc.rules.calendar import WorkCalendar

ONE_DAY = dt.timedelta(days=1)
CODE_OF_2015 = dt.date(2017, 1, 1)
"""The day the Civil Code of 2015 came into force; its rule on ends of terms is that of the Code of 2005."""


class Operator(StrEnum):
    """How a term stands to its date or its count."""

    BEFORE = "before"
    BY = "by"
    WITHIN = "within"
    BETWEEN = "between"


class Unit(StrEnum):
    """What a counted term counts."""

    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"


UNIT_NAMES = {Unit.DAY: "ngày", Unit.WORKING_DAY: "ngày làm việc", Unit.WEEK: "tuần", Unit.MONTH: "tháng"}


@dataclass(frozen=True)
class Term:
    """A term as written; what is not stated is null.

    `date` is the named day, or the last day of a period (with "before" its first). `amount` and `unit` belong
    to a counted term; `anchor` is the event it is counted from, in the document's words, and `anchor_day`
    that event's day where the phrase itself states it. `basis` is the legal basis.
    """

    phrase: str
    operator: Operator
    date: dt.date | None = None
    time: dt.time | None = None
    amount: int | None = None
    unit: Unit | None = None
    anchor: str | None = None
    basis: str | None = None
    anchor_day: dt.date | None = None


@dataclass(frozen=True)
class DueDate:
    """What follows from a term: its last day and hour, the line that says how, and the day to be reminded.

    `last_day` and `reminder_day` are null until the day is known. `reminder_day` is the last working day up
    to and including `last_day`.
    """

    last_day: dt.date | None
    time: dt.time | None
    derivation: str
    reminder_day: dt.date | None


def derive(term: Term, calendar: WorkCalendar, anchor_day: dt.date | None = None) -> DueDate:
    """Derive the due date of `term`; `anchor_day` is the day of its anchor, once that is known.

    A named day or period never rolls. A counted one leaves out its first day and, ending on a non-working
    day, ends on the next working day (Civil Code 2015, art. 147-148). One counted back never rolls.
    """
    if term.amount is not None and term.unit is not None:
        return _derive_counted(term, term.amount, term.unit, calendar, anchor_day or term.anchor_day)
    if term.date is None and term.anchor:
        return _waiting(term)
    if term.date is None:
        said = (
            f"{_quoted(term)} chưa nêu đủ ngày, tháng, năm nên chưa xác định được ngày đến hạn, cần xác nhận"
        )
        return DueDate(None, term.time, said, None)
    return _derive_named(term, term.date, calendar)


def _derive_named(term: Term, named: dt.date, calendar: WorkCalendar) -> DueDate:
    last_day = named - ONE_DAY if term.operator is Operator.BEFORE else named
    hour = f", chậm nhất {format_time(term.time)}" if term.time else ""
    said = f"{_quoted(term)} nên ngày đến hạn là {format_day(last_day)}{hour}"
    return _named(term, last_day, said, calendar)


def _named(term: Term, last_day: dt.date, said: str, calendar: WorkCalendar) -> DueDate:
    """Leave `last_day` where it is; where it is not worked, name the last working day before it."""
    reminder_day = calendar.last_working_day(last_day)
    if reminder_day != last_day:
        said += f"; đây là ngày nghỉ, ngày làm việc cuối cùng trước đó là {format_day(reminder_day)}"
    return DueDate(last_day, term.time, said, reminder_day)


def _derive_counted(
    term: Term, amount: int, unit: Unit, calendar: WorkCalendar, anchor_day: dt.date | None
) -> DueDate:
    if anchor_day is None:
        return _waiting(term)
    if term.operator is Operator.BEFORE:
        return _derive_backwards(term, amount, unit, calendar, anchor_day)
    ends = _count(anchor_day, amount, unit, calendar)
    last_day = calendar.working_day_from(ends)
    rolled = f", hết vào ngày nghỉ {format_day(ends)}" if last_day != ends else ""
    is_next = "ngày làm việc tiếp theo, " if last_day != ends else ""
    counted = f"{format_count(amount)} {UNIT_NAMES[unit]} kể từ ngày {format_date(anchor_day)}"
    said = (
        f"{_quoted(term)}: {counted}, không tính ngày đầu ({_law(anchor_day)}){rolled}, "
        f"nên ngày đến hạn là {is_next}{format_day(last_day)}"
    )
    return DueDate(last_day, term.time, said, last_day)


def _derive_backwards(
    term: Term, amount: int, unit: Unit, calendar: WorkCalendar, anchor_day: dt.date
) -> DueDate:
    """Count back from an event; like a named day, the result never rolls."""
    last_day = _count(anchor_day, -amount, unit, calendar)
    before = f"{format_count(amount)} {UNIT_NAMES[unit]} trước ngày {format_date(anchor_day)}"
    said = f"{_quoted(term)}: {before}, nên ngày đến hạn là {format_day(last_day)}"
    return _named(term, last_day, said, calendar)


def _count(anchor_day: dt.date, amount: int, unit: Unit, calendar: WorkCalendar) -> dt.date:
    if unit is Unit.WORKING_DAY:
        return calendar.add_working_days(anchor_day, amount)
    if unit is Unit.MONTH:
        return _add_months(anchor_day, amount)
    return anchor_day + dt.timedelta(days=amount * (7 if unit is Unit.WEEK else 1))


def _add_months(day: dt.date, months: int) -> dt.date:
    """Step to the same day of a later month, or to that month's last day (Civil Code 2015, art. 148)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _law(anchor_day: dt.date) -> str:
    if anchor_day < CODE_OF_2015:
        return "Điều 152, 153 Bộ luật Dân sự 2005"
    return "Điều 147, 148 Bộ luật Dân sự 2015"


def _waiting(term: Term) -> DueDate:
    said = f"{_quoted(term)} chưa xác định được ngày đến hạn, còn chờ {_awaited(term)}"
    return DueDate(None, term.time, said, None)


def _awaited(term: Term) -> str:
    """Name the event a counted term waits for; "khi nhận được …" is the day of receiving it."""
    anchor = term.anchor or "mốc tính thời hạn"
    return f"ngày {anchor.removeprefix('khi ')}" if anchor.startswith("khi ") else anchor


def _quoted(term: Term) -> str:
    return f'"{one_line(term.phrase)}"'
