"""Terms as documents write them, and the due date that follows from each."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.rules.sentences import Sentence, on_weekday
from dondoc.rules.vietnamese import one_line

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


ONE = {
    Unit.DAY: N_("%(amount)s day"),
    Unit.WORKING_DAY: N_("%(amount)s working day"),
    Unit.WEEK: N_("%(amount)s week"),
    Unit.MONTH: N_("%(amount)s month"),
}
SEVERAL = {
    Unit.DAY: N_("%(amount)s days"),
    Unit.WORKING_DAY: N_("%(amount)s working days"),
    Unit.WEEK: N_("%(amount)s weeks"),
    Unit.MONTH: N_("%(amount)s months"),
}
NAMED = N_('"%(phrase)s", so the due date is %(day)s')
AT = N_("%(said)s, at %(time)s at the latest")
DAY_OFF = N_("%(said)s; that is a day off, and the last working day before it is %(day)s")
COUNTED = N_(
    '"%(phrase)s": %(count)s from %(anchor)s, the first day not counted (%(law)s), so the due date is %(day)s'
)
ROLLED = N_(
    '"%(phrase)s": %(count)s from %(anchor)s, the first day not counted (%(law)s), ending on the day off '
    "%(ends)s, so the due date is the next working day, %(day)s"
)
COUNTED_BACK = N_('"%(phrase)s": %(count)s before %(anchor)s, so the due date is %(day)s')
WAITING = N_('"%(phrase)s": the due date is not known yet, as the day of this event is not: “%(anchor)s”')
WAITING_FOR_ANY = N_('"%(phrase)s": the due date is not known yet, nor the day that it is counted from')
INCOMPLETE = N_(
    '"%(phrase)s" does not state day, month and year, so the due date is not known yet and needs confirming'
)
LAW_OF_2005 = N_("Civil Code 2005, articles 152 and 153")
LAW_OF_2015 = N_("Civil Code 2015, articles 147 and 148")


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
    derivation: Sentence
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
        return DueDate(None, term.time, Sentence(INCOMPLETE, phrase=one_line(term.phrase)), None)
    return _derive_named(term, term.date, calendar)


def _derive_named(term: Term, named: dt.date, calendar: WorkCalendar) -> DueDate:
    last_day = named - ONE_DAY if term.operator is Operator.BEFORE else named
    said = Sentence(NAMED, phrase=one_line(term.phrase), day=on_weekday(last_day))
    if term.time:
        said = Sentence(AT, said=said, time=term.time)
    return _named(term, last_day, said, calendar)


def _named(term: Term, last_day: dt.date, said: Sentence, calendar: WorkCalendar) -> DueDate:
    """Leave `last_day` where it is; where it is not worked, name the last working day before it."""
    reminder_day = calendar.last_working_day(last_day)
    if reminder_day != last_day:
        said = Sentence(DAY_OFF, said=said, day=on_weekday(reminder_day))
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
    counted = {"phrase": one_line(term.phrase), "count": number_of(amount, unit), "anchor": anchor_day}
    counted |= {"law": _law(anchor_day), "day": on_weekday(last_day)}
    said = Sentence(COUNTED, **counted)
    if last_day != ends:
        said = Sentence(ROLLED, **counted, ends=on_weekday(ends))
    return DueDate(last_day, term.time, said, last_day)


def _derive_backwards(
    term: Term, amount: int, unit: Unit, calendar: WorkCalendar, anchor_day: dt.date
) -> DueDate:
    """Count back from an event; like a named day, the result never rolls."""
    last_day = _count(anchor_day, -amount, unit, calendar)
    said = Sentence(
        COUNTED_BACK,
        phrase=one_line(term.phrase),
        count=number_of(amount, unit),
        anchor=anchor_day,
        day=on_weekday(last_day),
    )
    return _named(term, last_day, said, calendar)


def number_of(amount: int, unit: Unit) -> Sentence:
    """Return an amount with its unit: 1 working day, 2 working days."""
    return Sentence(ONE[unit] if amount == 1 else SEVERAL[unit], amount=amount)


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


def _law(anchor_day: dt.date) -> Sentence:
    return Sentence(LAW_OF_2005 if anchor_day < CODE_OF_2015 else LAW_OF_2015)


def _waiting(term: Term) -> DueDate:
    said = Sentence(WAITING_FOR_ANY, phrase=one_line(term.phrase))
    if term.anchor:
        said = Sentence(WAITING, phrase=one_line(term.phrase), anchor=_event(term.anchor))
    return DueDate(None, term.time, said, None)


def _event(anchor: str) -> str:
    """Name the event a counted term waits for; "khi nhận được …" is the day of receiving it."""
    return f"ngày {anchor.removeprefix('khi ')}" if anchor.startswith("khi ") else anchor
