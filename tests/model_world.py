"""The model's own calendar and organisation: counted day by day and looked up by code, as the design says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from models import PostRole
from small_world import PEOPLE, UNITS

ONE_DAY = dt.timedelta(days=1)
SATURDAY = 5

OFF = ("2014-09-01", "2014-09-02", "2015-01-01", "2015-01-02", *(f"2015-02-{n}" for n in range(16, 24)))
SWAPPED = ("2014-09-06", "2014-12-27", "2015-02-14")
"""What the decisions on holidays say of the time in which the lives are lived."""

PARENTS = {code: parent for code, _name, _kind, parent in UNITS}
TOP, OFFICE, PROVINCE = "TC", "TC-VP", "HP"


@dataclass
class Calendar:
    """Which days are worked; `entries` are the days that documents speak of."""

    entries: dict[dt.date, bool] = field(
        default_factory=lambda: {
            dt.date.fromisoformat(text): text in SWAPPED for text in sorted({*OFF, *SWAPPED})
        }
    )

    def works(self, day: dt.date) -> bool:
        return self.entries.get(day, day.weekday() < SATURDAY)

    def between(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """Return the working days from `first` to `last`, both included."""
        days = [first + ONE_DAY * number for number in range((last - first).days + 1)]
        return [day for day in days if self.works(day)]

    def after(self, day: dt.date) -> list[dt.date]:
        """Return the working days after a day, a quarter of a year of them."""
        return self.between(day + ONE_DAY, day + ONE_DAY * 90)

    def up_to(self, day: dt.date) -> list[dt.date]:
        """Return the working days up to and with a day, a month of them."""
        return self.between(day - ONE_DAY * 40, day)


@dataclass
class Staff:
    """Who holds which post. People are kept in the order in which they came."""

    people: list[str] = field(default_factory=lambda: [code for code, *_ in PEOPLE])
    posts: dict[str, tuple[str, PostRole]] = field(
        default_factory=lambda: {code: (unit, role) for code, _name, unit, role in PEOPLE}
    )

    def serves(self, person: str) -> bool:
        return person in self.posts

    def heads(self, unit: str) -> list[str]:
        """Return the head, else the acting head, else all deputies."""
        for role in (PostRole.HEAD, PostRole.ACTING_HEAD, PostRole.DEPUTY):
            holders = [person for person in self.people if self.posts.get(person) == (unit, role)]
            if holders:
                return holders
        return []

    def department(self, unit: str) -> str:
        """Return the province a unit belongs to, else the General Department."""
        return PROVINCE if PROVINCE in above(unit) else TOP

    def answerable(self, unit: str) -> str | None:
        """Return the first who answers for the unit, else for the nearest one above that has somebody."""
        return next((heads[0] for one in above(unit) if (heads := self.heads(one))), None)

    def owns(self, person: str, unit: str) -> bool:
        """Say whether a person is one of the unit's own people: in a province anybody of it."""
        if not self.serves(person):
            return False
        place, _role = self.posts[person]
        if self.department(unit) == PROVINCE:
            return PROVINCE in above(place)
        return place == TOP if unit == TOP else unit in above(place)


def above(unit: str) -> list[str]:
    """Return the unit and those above it, upwards."""
    parent = PARENTS[unit]
    return [unit, *(above(parent) if parent else [])]
