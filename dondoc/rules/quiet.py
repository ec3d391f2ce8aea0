"""Quiet days: the days a task waited for somebody else, so that its ladder stood still."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Quiet:
    """Ended quiet times, each from its first day until the day it ended, which is no longer quiet.

    Its text form ("2014-05-26/2014-05-28,…") is a value that tasks can be grouped by.
    """

    spells: tuple[tuple[dt.date, dt.date], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Quiet:
        """Read the text form; an empty text is no quiet day."""
        halves = (spell.split("/") for spell in text.split(",") if spell)
        return cls(
            tuple((dt.date.fromisoformat(first), dt.date.fromisoformat(until)) for first, until in halves)
        )

    def __str__(self) -> str:
        """Return the text form."""
        return ",".join(f"{first}/{until}" for first, until in self.spells)

    def __contains__(self, day: dt.date) -> bool:
        """Say whether `day` was quiet."""
        return any(first <= day < until for first, until in self.spells)

    def and_then(self, first: dt.date, until: dt.date) -> Quiet:
        """Return these and the days from `first` until `until`; a time ended on its first day adds none."""
        if until <= first:
            return self
        return Quiet((*self.spells, (first, until)))


NEVER_QUIET = Quiet()
