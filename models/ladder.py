"""Ladders as data: at which distance from the due date who is told."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import one_of


class Audience(StrEnum):
    """Whom a step tells; resolved on the day through the organisation as it is then."""

    ASSIGNEE = "assignee"
    ASSIGNEE_AND_HEAD = "assignee_and_head"
    HEAD = "head"
    DEPARTMENT_HEAD = "department_head"
    SUPERVISOR = "supervisor"
    OFFICE = "office"
    DIRECTOR_GENERAL = "director_general"


class Ladder(SQLModel, table=True):
    """A named sequence of steps."""

    __tablename__ = "ladders"

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    name: str


class Step(SQLModel, table=True):
    """A rung: `working_days` from the due date (negative before it), its audience, its place in the order."""

    __tablename__ = "steps"
    __table_args__ = (
        UniqueConstraint("ladder_id", "position"),
        UniqueConstraint("ladder_id", "code"),
        CheckConstraint("position >= 1", name="position"),
    )

    id: int = Field(default=None, primary_key=True)
    ladder_id: int | None = Field(foreign_key="ladders.id")
    """Null once it is taken off its ladder: what it raised still names it."""
    position: int
    code: str = Field(max_length=40)
    working_days: int
    audience: Audience = Field(sa_type=one_of(Audience))
    weekly: bool = False
    """Told with the first completed run of the week only."""
