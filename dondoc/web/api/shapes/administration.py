"""What looking after the installation is answered with."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field

from dondoc.web.api.shapes.base import Told


class Loaded(Told):
    """What an organisation file changed, by code; a post is named as `hp-tran-van-a@HP:head`."""

    added: list[str] = Field(description="What is new.")
    changed: dict[str, dict[str, tuple[Any, Any]]] = Field(
        description="What is different: by code and field, the value before and the value after.",
        examples=[{"HP": {"name": ["Cục Hải Phòng", "Cục THADS thành phố Hải Phòng"]}}],
    )
    ended: list[str] = Field(description="What the file no longer holds.")
    unchanged: list[str] = Field(description="What is as it was.")


class LoadedDays(Told):
    """What a file of official entries changed in the calendar."""

    added: list[dt.date] = Field(description="Days that had no entry.")
    changed: list[dt.date] = Field(description="Days whose entry is another now.")
    unchanged: list[dt.date] = Field(description="Days whose entry is as it was.")
    moved: int = Field(description="How many due dates of open tasks moved.", ge=0)


class Tried(Told):
    """A test of a person's channels."""

    messages: int = Field(description="How many messages are on their way, one by each channel.", ge=1)


class Waiting(Told):
    """What waits in the outbox."""

    messages: int = Field(description="How many messages wait to be sent.", ge=0)
