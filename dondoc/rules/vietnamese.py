"""How an official writes days, hours and counts: 09/5/2014, 07 giờ 30, 03 ngày."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import datetime as dt

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
MONTHS_WITH_A_NOUGHT = 2
COUNTS_WITH_A_NOUGHT = 9


def format_date(day: dt.date) -> str:
    """Write a date; the month gets its nought only for 1 and 2, where a digit could be added (09/01/2014)."""
    month = f"{day.month:02}" if day.month <= MONTHS_WITH_A_NOUGHT else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def format_time(time: dt.time) -> str:
    """Write an hour: 07 giờ 30."""
    return f"{time.hour:02} giờ {time.minute:02}"


def format_count(count: int) -> str:
    """Write a count; below ten it gets a nought: 03."""
    return f"{count:02}" if 0 <= count <= COUNTS_WITH_A_NOUGHT else str(count)


def one_line(words: str) -> str:
    """Set words that may be wrapped or decomposed in one composed line."""
    return " ".join(unicodedata.normalize("NFC", words).split())
