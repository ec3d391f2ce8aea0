"""Steps that were raised, and the facts each person is owed in their next digest."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import one_of


class Escalation(SQLModel, table=True):
    """A step of a term version, raised once: the day it was due and the day it was raised."""

    __tablename__ = "escalations"
    __table_args__ = (UniqueConstraint("task_id", "version", "step_id"),)

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="tasks.id")
    version: int
    step_id: int = Field(foreign_key="steps.id")
    audience_step_id: int = Field(foreign_key="steps.id")
    """The step whose audience was told: a later one, where the raised step had nobody beyond the assignee."""
    due_on: dt.date
    raised_on: dt.date = Field(index=True)
    attempt: int
    """The attempt at the day's run that raised it."""


class NewsKind(StrEnum):
    """Why a person hears of a task."""

    ESCALATED = "escalated"
    GIVEN = "given"
    HANDED_OVER = "handed_over"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    MOVED = "moved"
    CANCELLED = "cancelled"


class News(SQLModel, table=True):
    """One fact one person is owed: written with the change it tells of, told by the next digest."""

    __tablename__ = "news"
    __table_args__ = (
        UniqueConstraint("escalation_id", "person_id"),
        CheckConstraint(
            "(kind = 'escalated') = (escalation_id IS NOT NULL)", name="escalated_has_its_escalation"
        ),
        Index("ix_news_untold", "message_id", "person_id"),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    task_id: int = Field(foreign_key="tasks.id", index=True)
    kind: NewsKind = Field(sa_type=one_of(NewsKind))
    escalation_id: int | None = Field(default=None, foreign_key="escalations.id")
    happened_on: dt.date
    detail: dict[str, Any] | str | None = Field(default=None, sa_type=JSON(none_as_null=True))
    """Why, where there is more to say: somebody's own words, or a sentence with what it names."""
    message_id: int | None = Field(default=None, foreign_key="messages.id")
    """The digest that tells it; null while it is owed."""
