"""An attempt at a day's run: the day may be run again, and each attempt reports what it did itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True)
class Attempt:
    """The day, the number of this attempt at it, and the moment it began."""

    on: dt.date
    number: int
    now: dt.datetime
