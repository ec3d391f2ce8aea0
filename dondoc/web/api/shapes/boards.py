"""What waits for a decision, who has how much, and how the country stands."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Told
from dondoc.web.api.shapes.task import Piece, TaskLine
from models import Audience


class HandedIn(Told):
    """What is to be accepted."""

    person: str = Field(description="Name of who handed it in.")
    on: dt.date = Field(description="The day it counts for.")
    evidence: list[Piece] = Field(description="What was handed in.")


class Waiting(Told):
    """A decision that waits."""

    line: TaskLine = Field(description="The duty to decide.")
    about: TaskLine | None = Field(description="The task it is about; null: it is about a plan.")
    plan: str | None = Field(description="Code of the plan; null: none.")
    handed_in: HandedIn | None = Field(description="What is to be accepted; null for other decisions.")
    decides: bool = Field(description="Whether the person may decide it, or only sees that it waits.")


class Inbox(Told):
    """A page of decisions that wait."""

    rows: list[Waiting] = Field(description="The oldest due first.")
    total: int = Field(description="How many wait on all pages.", ge=0)
    page: int = Field(description="Which page this is, from 1.", ge=1)
    pages: int = Field(description="How many there are.", ge=1)


class Load(Told):
    """What one person has open on the day."""

    person: str = Field(description="Their code.", examples=["hp-tran-van-a"])
    name: str = Field(description="Their name.")
    title: str = Field(description="Their post; empty for who serves elsewhere by now.")
    open: int = Field(description="Tasks that have not ended.", ge=0)
    late: int = Field(description="Those of them that are overdue.", ge=0)
    due_soon: int = Field(description="Those of them due within the next 7 working days.", ge=0)


class LoadPage(Told):
    """A page of the people of a unit, with what they have open."""

    lines: list[Load] = Field(description="The most burdened first.")
    total: int = Field(description="How many people on all pages.", ge=0)
    free: int = Field(description="How many of them have nothing open.", ge=0)
    page: int = Field(description="Which page this is, from 1.", ge=1)
    pages: int = Field(description="How many there are.", ge=1)


class Standing(Told):
    """How the tasks of a unit stand, by the official four cells; cancelled ones are not counted."""

    unit: str = Field(description="Code of the unit.", examples=["HP"])
    done_on_time: int = Field(description="Completed within the term.", ge=0)
    done_late: int = Field(description="Completed after the term.", ge=0)
    open_within_term: int = Field(description="Not completed, within the term.", ge=0)
    open_overdue: int = Field(description="Not completed, overdue.", ge=0)
    undated: int = Field(description="Without a term: in none of the cells.", ge=0)
    total: int = Field(description="All of them.", ge=0)
    late_share: float = Field(description="The part of all that is overdue or was done late.", ge=0, le=1)


class Week(Told):
    """How things stood on a day."""

    on: dt.date = Field(description="The day.")
    overdue: int = Field(description="Tasks that were overdue on it.", ge=0)
    done: int = Field(description="Tasks accepted in the seven days that ended with it.", ge=0)


class Climbed(Told):
    """A task that reached the General Department in the last seven days."""

    task: str = Field(description="Its code.", examples=["HP-2014-01.3.2.2a"])
    title: str = Field(description="What is to be done.")
    unit: str = Field(description="Code of the department.")
    audience: Audience = Field(description="Whom its step told.")
    raised_on: dt.date = Field(description="The day it was raised.")


class National(Told):
    """How the tasks of the country stand on the day."""

    on: dt.date = Field(description="The day.")
    departments: list[Standing] = Field(description="By department, the largest share of late work first.")
    supervisors: list[Standing] = Field(description="By supervising unit, the most overdue first.")
    trend: list[Week] = Field(description="The last eight weeks, the oldest first.")
    climbed: list[Climbed] = Field(description="What climbed, the highest and newest first; ten at most.")
