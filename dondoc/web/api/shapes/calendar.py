"""The working calendar."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Told


class Day(Told):
    """A weekday that is off, or a weekend day that is worked."""

    day: dt.date = Field(description="The day.")
    working: bool = Field(description="Whether it is worked.")
    source: str = Field(description="Why, in Vietnamese.")
    document: str | None = Field(description="The official document; null: from the holidays package.")
    provisional: bool = Field(description="Whether the document has yet to be confirmed.")


class Year(Told):
    """What is out of the ordinary in a year."""

    year: int = Field(description="The calendar year.")
    days: list[Day] = Field(description="The days, in order; all others are as their weekday says.")
