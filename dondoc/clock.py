"""The only reader of the real clock; everything else is told the moment or the day."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dondoc.rules.vietnamese import VIET_NAM

__all__ = ["VIET_NAM", "now", "today"]


def now() -> datetime:
    """Return this moment, aware and in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - this is the one place that may


def today() -> date:
    """Return the calendar day it is now in Viet Nam."""
    return now().astimezone(VIET_NAM).date()
