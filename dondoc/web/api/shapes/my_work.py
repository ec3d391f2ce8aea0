"""What somebody has to do."""

from __future__ import annotations

from pydantic import Field

from dondoc.web.api.shapes.base import Told
from dondoc.web.api.shapes.task import TaskLine


class MyWork(Told):
    """A page of a person's open tasks, each in one part only, by due date; undated ones last."""

    late: list[TaskLine] = Field(description="Overdue.")
    due_soon: list[TaskLine] = Field(description="Due within the next 7 working days.")
    waiting: list[TaskLine] = Field(
        description="Others wait for it: opinions, approvals, acceptances, reviews."
    )
    handed_in: list[TaskLine] = Field(description="Handed in: others decide on it.")
    rest: list[TaskLine] = Field(description="The rest.")
    next_cursor: str | None = Field(
        description="Give it as `cursor` for the next page; null: this is the last.",
        examples=["late:2014-05-22:HP-2014-01.3.2.2a"],
    )
