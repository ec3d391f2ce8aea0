"""Plans: a line of a list, and one in full."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.rules.rights import Operation
from dondoc.web.api.shapes.base import Given, Text, Told, Words
from dondoc.web.api.shapes.item import Item
from models import PlanState, TaskState


class Plan(Told):
    """What a plan is and where it stands."""

    plan: str = Field(description="Its code.", examples=["HP-2014-01"])
    unit: str = Field(description="Code of the unit the plan is about.")
    state: PlanState = Field(description="Where it stands in its life.")
    document: str | None = Field(description="Number of the document it follows from; null: not stated.")
    meeting_date: dt.date | None = Field(description="The day of the meeting; null: not stated.")
    approved_on: dt.date | None = Field(description="The day it was approved; null: not yet.")
    in_force_on: dt.date | None = Field(description="The day its tasks were given out; null: not yet.")


class PlanLine(Plan):
    """A plan as a list shows it."""

    items: int = Field(description="How many items it has that are not dropped.", ge=0)


class Opinion(Told):
    """What a unit that was asked has said."""

    unit: str = Field(description="Code of the unit.")
    round: int = Field(description="The submission it prepares, from 1.")
    state: TaskState = Field(description="`accepted`: given; `cancelled`: it was silent; else awaited.")
    due_on: dt.date | None = Field(description="Until when it is awaited; null: no term.")
    person: str | None = Field(description="Code of who gave it; null: nobody has.")
    text: str | None = Field(description="Its words; null: not given.")


class PlanInFull(Plan):
    """A plan with its opinions and items."""

    subject: str | None = Field(description="What the document is about, in its words; null: not stated.")
    round: int = Field(description="How many times it was submitted.", ge=0)
    past_due_reason: str | None = Field(
        description="Why it was approved with a due date already past; null: it was not."
    )
    opinions: list[Opinion] = Field(description="What the units that were asked have said, round by round.")
    items: list[Item] = Field(description="Its items in the order of the document, dropped ones too.")
    may: list[Operation] = Field(description="What the person of the token may do to it now.")


class Opine(Given):
    """An opinion."""

    text: Words = Field(description="What the unit has to say.")


class Approve(Given):
    """An approval."""

    confirm_past: Text | None = Field(
        default=None, description="Why due dates that have already passed are approved; null: none has."
    )


class ReturnPlan(Given):
    """A decision to return a submitted plan."""

    reason: Words = Field(description="Why it is returned.")
