"""What is said in doing something to a task."""

from __future__ import annotations

from pydantic import Field

from dondoc.web.api.shapes.base import Code, Given, Percent, Text, Words


class Report(Given):
    """A report of progress."""

    percent: Percent = Field(description="How far the task is; 100 ends nothing, handing in does.")
    note: Text | None = Field(default=None, description="What to say about it; null: nothing.")


class Return(Given):
    """A decision to return what was handed in."""

    reason: Words = Field(description="Why it is returned.")


class Assign(Given):
    """A handover."""

    person: Code = Field(description="Code of the new assignee, one of the owner's own people.")
