"""Due dates as a calendar that other programs fetch (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

DAILY = dt.timedelta(days=1)
ZONE = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True)
class Entry:
    """One due date; it takes the whole day and keeps nobody busy."""

    code: str
    """Names the entry for ever: a due date that moves moves the entry."""
    day: dt.date
    summary: str
    description: str
    link: str
    categories: tuple[str, ...]


def feed(name: str, entries: Iterable[Entry], now: dt.datetime) -> bytes:
    """Return the calendar of that name, made `now`."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Dondoc//Due dates//VI")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", DAILY, parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, now))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, now: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.code}@dondoc")
    event.add("dtstamp", now)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + DAILY)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("url", entry.link)
    event.add("categories", entry.categories)
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
