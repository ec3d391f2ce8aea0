"""The working calendar: weekends and public holidays, over which a document's entries always win."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.rules.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from holidays import HolidayBase

SATURDAY = 5
ONE_DAY = dt.timedelta(days=1)
BY_DOCUMENT = N_("%(name)s: %(document)s")
PROVISIONALLY = N_("%(name)s: %(document)s (provisional, not confirmed)")
BY_PACKAGE = N_("%(name)s: the data package holidays")
WEEKEND = N_("weekly day off")
WEEKDAY = N_("working day of the week")


@dataclass(frozen=True)
class Entry:
    """A day that a document makes working or non-working; provisional until the document is confirmed."""

    day: dt.date
    working: bool
    name: str
    document: str
    provisional: bool = False


@cache
def _seed(year: int) -> dict[dt.date, tuple[bool, str]]:
    """Return what the package says of a year: day -> (working, name).

    Its `weekend_workdays` keeps days of other years whatever year is asked, so those are left out.
    """
    seen = _vietnam()(years=year, language="vi")
    days = {day: (False, name) for day, name in seen.items()}
    worked = {day: (True, "ngày làm việc hoán đổi") for day in seen.weekend_workdays if day.year == year}
    return days | worked


@cache
def _vietnam() -> type[HolidayBase]:
    """Return what the package knows of Vietnam, without the 250 other countries beside it.

    Late and alone: with them the package costs 100 ms, and most commands ask for no day.
    """
    import holidays

    countries = Path(holidays.__file__).with_name("countries")
    loader = SourceFileLoader("vietnam", str(countries / "vietnam.py"))
    module = ModuleType(loader.name)
    loader.exec_module(module)
    vietnam: type[HolidayBase] = module.Vietnam
    return vietnam


class _DaysOff:
    """The days of a year that are not worked, to be found and to be counted."""

    def __init__(self, days: frozenset[dt.date]) -> None:
        self.days = days
        self._in_order = sorted(days)

    def between(self, after: dt.date, until: dt.date) -> int:
        """Count them after one day and until another, that day too; nought where it is not later."""
        return max(0, bisect_right(self._in_order, until) - bisect_right(self._in_order, after))


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked by state offices; immutable, and pure but for a cache of whole years."""

    entries: tuple[Entry, ...] = ()
    _days_off: dict[int, _DaysOff] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> WorkCalendar:
        """Build a calendar in which, of two entries for one day, the later wins."""
        latest = {entry.day: entry for entry in entries}
        return cls(tuple(latest[day] for day in sorted(latest)))

    def is_working(self, day: dt.date) -> bool:
        """Say whether `day` is worked."""
        return day not in self._off(day.year).days

    def last_working_day(self, on_or_before: dt.date) -> dt.date:
        """Return `on_or_before` itself, or the last working day before it."""
        day = on_or_before
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def working_day_from(self, day: dt.date) -> dt.date:
        """Return `day` itself, or the next working day."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def next_working_day(self, after: dt.date) -> dt.date:
        """Return the first working day strictly after `after`."""
        return self.working_day_from(after + ONE_DAY)

    def add_working_days(self, day: dt.date, count: int) -> dt.date:
        """Step `count` working days forward, or back where it is negative; `day` itself is not counted."""
        step = ONE_DAY if count >= 0 else -ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def working_days_between(self, after: dt.date, until: dt.date) -> int:
        """Count the working days d with after < d <= until; nought where `until` is not later."""
        years = range(after.year, until.year + 1)
        return max(0, (until - after).days) - sum(self._off(year).between(after, until) for year in years)

    def source(self, day: dt.date) -> Sentence:
        """Return why `day` is worked or not."""
        entry = self.entry(day)
        if entry is not None:
            said = PROVISIONALLY if entry.provisional else BY_DOCUMENT
            return Sentence(said, name=entry.name, document=entry.document)
        if day in _seed(day.year):
            return Sentence(BY_PACKAGE, name=_seed(day.year)[day][1])
        return Sentence(WEEKEND if day.weekday() >= SATURDAY else WEEKDAY)

    def exceptions(self, year: int) -> list[dt.date]:
        """Return the weekdays of a year that are not worked and its weekend days that are."""
        days = _days(dt.date(year, 1, 1), dt.date(year, 12, 31))
        return [day for day in days if self.is_working(day) != (day.weekday() < SATURDAY)]

    def entry(self, day: dt.date) -> Entry | None:
        """Return the entry of a day; None where no document speaks of it."""
        return next((entry for entry in self.entries if entry.day == day), None)

    def _off(self, year: int) -> _DaysOff:
        if year not in self._days_off:
            self._days_off[year] = _DaysOff(self._gather_days_off(year))
        return self._days_off[year]

    def _gather_days_off(self, year: int) -> frozenset[dt.date]:
        working = {day: day.weekday() < SATURDAY for day in _days(dt.date(year, 1, 1), dt.date(year, 12, 31))}
        working |= {day: is_worked for day, (is_worked, _name) in _seed(year).items()}
        working |= {entry.day: entry.working for entry in self.entries if entry.day.year == year}
        return frozenset(day for day, is_worked in working.items() if not is_worked)


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield every day from `first` to `last`, both included."""
    for number in range((last - first).days + 1):
        yield first + number * ONE_DAY
