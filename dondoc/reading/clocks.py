"""The hour that the groups of a clock say; `term_patterns` has its form."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dondoc.reading.dates import Groups

NOON = 12
HOUR = 60
DAY = 24 * HOUR
AFTERNOON = ("chiều", "tối")


def _minutes(groups: Groups, prefix: str) -> int | None:
    """Return how far into the day the groups of a clock are, in minutes; null where there is no clock."""
    if not groups[f"{prefix}hour"]:
        return None
    hour, minute = int(groups[f"{prefix}hour"] or 0), int(groups[f"{prefix}minute"] or 0)
    later = groups[f"{prefix}part"] in AFTERNOON and hour < NOON
    return (hour + NOON * later) * HOUR + minute


def is_hour(groups: Groups, prefix: str = "") -> bool:
    """Tell an hour of the day from 25 giờ and 10 giờ 75."""
    minutes = _minutes(groups, prefix)
    return minutes is not None and minutes <= DAY and int(groups[f"{prefix}minute"] or 0) < HOUR


def time_of(groups: Groups, prefix: str = "") -> dt.time | None:
    """Read a clock; 24 giờ is the end of the day, which needs no hour."""
    minutes = _minutes(groups, prefix)
    return None if minutes is None or minutes >= DAY else dt.time(minutes // HOUR, minutes % HOUR)
