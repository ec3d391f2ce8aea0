"""The users' own calendar: each entry cites its document."""

from __future__ import annotations

import datetime as dt

from sqlmodel import Field, SQLModel


class CalendarEntry(SQLModel, table=True):
    """A day made working or non-working by a document, over what the `holidays` package says."""

    __tablename__ = "calendar_entries"

    day: dt.date = Field(primary_key=True)
    working: bool
    name: str
    document: str
    provisional: bool = False
