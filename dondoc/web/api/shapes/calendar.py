"""The working calendar."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Given, Name, Told, Yes


class Day(Told):
    """A day of the working calendar."""

    day: dt.date = Field(description="The day.")
    working: bool = Field(description="Whether it is worked.")
    source: str = Field(description="Why, in Vietnamese.")
    document: str | None = Field(description="The official document; null: from the holidays package.")
    provisional: bool = Field(description="Whether the document has yet to be confirmed.")


class Year(Told):
    """What is out of the ordinary in a year."""

    year: int = Field(description="The calendar year.")
    days: list[Day] = Field(description="The days, in order; all others are as their weekday says.")


class DayWanted(Given):
    """What a document says of a day."""

    working: Yes = Field(description="Whether it is worked.")
    name: Name = Field(description="What the day is.", examples=["Nghỉ bù Quốc khánh"])
    document: Name = Field(description="Number and date of the document that says so.")
    provisional: Yes = Field(default=False, description="Whether the document has yet to be confirmed.")


class DayChanged(Day):
    """A day as it now is."""

    moved: int = Field(description="How many due dates of open tasks moved.", ge=0)
