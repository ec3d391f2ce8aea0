"""Who acts, on which day, at which moment: the argument of every service that changes something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from models import Person


@dataclass(frozen=True)
class Occasion:
    """One deed's circumstances; `person` is None for what is done by rule, such as the daily run's steps."""

    person: Person | None
    os_user: str
    on: dt.date
    """The day the deed counts for."""
    now: dt.datetime
    """The moment it is done, aware; on the day `on`, save where a dated document is registered later."""
    link: int | None = None
    """The row of the signed link it is done by, where it is."""


def by_rule(on: dt.date, now: dt.datetime) -> Occasion:
    """Return the circumstances of what a flow does by rule: nobody acts, and no user of the machine."""
    return Occasion(person=None, os_user="dondoc", on=on, now=now)
