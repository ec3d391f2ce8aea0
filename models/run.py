"""Daily runs, and what was set aside in them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime, one_of


class RunState(StrEnum):
    """How a day's run stands."""

    RUNNING = "running"
    COMPLETED = "completed"
    PARTLY_FAILED = "partly_failed"


class DailyRun(SQLModel, table=True):
    """One row a day; a second run of the day finishes the same row."""

    __tablename__ = "daily_runs"
    __table_args__ = (CheckConstraint("(state = 'running') = (completed_at IS NULL)", name="completed"),)

    on: dt.date = Field(primary_key=True)
    working_day: bool
    state: RunState = Field(default=RunState.RUNNING, sa_type=one_of(RunState))
    started_at: dt.datetime = Field(sa_type=UtcDateTime)
    completed_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = 0
    """How often the day was run; what an attempt raised, composed and set aside carries its number."""


class FaultKind(StrEnum):
    """What kind of thing was set aside."""

    TASK = "task"
    DUTY = "duty"
    AUDIENCE = "audience"
    DEPARTMENT = "department"
    TEMPLATE = "template"
    DIGEST = "digest"
    COMPOSING = "composing"
    DELIVERY = "delivery"
    OPERATOR = "operator"


class Fault(SQLModel, table=True):
    """Something a run set aside, so that the rest could go on; shown to the operator."""

    __tablename__ = "faults"

    id: int = Field(default=None, primary_key=True)
    on: dt.date = Field(index=True)
    kind: FaultKind | None = Field(default=None, sa_type=one_of(FaultKind))
    """None: of a run before kinds were kept."""
    what: str
    reason: str
    attempt: int
    happened_at: dt.datetime = Field(sa_type=UtcDateTime)


class Installation(SQLModel, table=True):
    """The one row that says what this data folder is."""

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: int = Field(default=1, primary_key=True)
    simulated: bool = False
    """Whether commands may live on another day than today."""
    created_at: dt.datetime = Field(sa_type=UtcDateTime)
