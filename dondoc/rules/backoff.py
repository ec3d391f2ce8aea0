"""When a letter that did not leave is tried again, and when its channel is given up."""

from __future__ import annotations

import datetime as dt

WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 120, 240))
"""Waits between tries: some seven hours in all, so that the next channel is tried within the day."""


def retry_at(attempts: int, now: dt.datetime, *, permanent: bool) -> dt.datetime | None:
    """Return when to try again after `attempts` failures on one channel; None to give the channel up."""
    if permanent or attempts > len(WAITS):
        return None
    return now + WAITS[attempts - 1]
