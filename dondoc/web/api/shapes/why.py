"""Why somebody was told, or nobody was."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Told


class ToldOf(Told):
    """A person was told of a task."""

    person: str = Field(description="Code of the person.")
    task: str = Field(description="Code of the task.")
    step: str = Field(description="The step of the ladder, else the section of the digest.")
    channel: str = Field(description="By what; empty while nothing has been sent.", examples=["dmail"])
    result: str = Field(description="What came of it, with what the channel answered.", examples=["sent"])


class NotTold(Told):
    """Nobody was told of a task."""

    task: str = Field(description="Code of the task.")
    reason: str = Field(description="Why, in the reader's language.")


class Why(Told):
    """The answer for a person or a task on a day; tasks that the asker may not see are left out."""

    on: dt.date = Field(description="The day asked about.")
    told: list[ToldOf] = Field(description="Who was told what.")
    not_told: list[NotTold] = Field(description="Of what nobody was told, and why.")
