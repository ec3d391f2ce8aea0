"""What the shapes share: how text, days and moments are written."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Generic, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from dondoc.rules.sentences import Sentence

NO_NUL = r"^[^\x00]*$"
"""PostgreSQL keeps no NUL in a text."""
LONGEST_TEXT = 10_000

Text = Annotated[str, StringConstraints(pattern=NO_NUL, max_length=LONGEST_TEXT)]
Words = Annotated[str, StringConstraints(pattern=NO_NUL, min_length=1, max_length=LONGEST_TEXT)]
Citation = Annotated[str, StringConstraints(pattern=NO_NUL, max_length=200)]
Searched = Annotated[str, StringConstraints(pattern=NO_NUL, max_length=200)]
Code = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,80}$")]
"""Codes are ASCII and hold no blank."""
Name = Annotated[str, StringConstraints(pattern=r"^[^\x00]*[^\s\x00][^\x00]*$", max_length=200)]
"""Text that is not blank."""
Yes = Annotated[bool, Field(strict=True)]
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]


def _line(said: object) -> object:
    return str(said) if isinstance(said, Sentence) else said


Line = Annotated[str, BeforeValidator(_line)]
"""How a due date follows, or what is open: its Vietnamese line."""


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC)


Moment = Annotated[
    AwareDatetime,
    AfterValidator(_utc),
    Field(description="ISO 8601, UTC.", examples=["2014-05-23T01:00:00Z"]),
]

Row = TypeVar("Row")


class Given(BaseModel):
    """What a request brings; a field that is not known is refused, so that no mistyped one is passed over."""

    model_config = ConfigDict(extra="forbid")


class Told(BaseModel):
    """What an answer says; every field is always there, what is not stated is null."""

    model_config = ConfigDict(from_attributes=True, json_schema_serialization_defaults_required=True)


class Page(Told, Generic[Row]):
    """One page of a list."""

    items: list[Row] = Field(description="The rows of this page, in their order.")
    next_cursor: str | None = Field(
        description="Give it as `cursor` for the next page; null: this is the last.",
        examples=["HP-2014-01.3.2.2a"],
    )
