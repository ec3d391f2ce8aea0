"""Remediation plans, their items, and the opinions given on them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime, one_of
from models.term import TermColumns


class PlanState(StrEnum):
    """The order of a plan's life."""

    DRAFT = "draft"
    OPEN = "open"
    CONSULTING = "consulting"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    CLOSED = "closed"


class ItemKind(StrEnum):
    """The four kinds of item, each done in its own way."""

    DELIVERABLE = "deliverable"
    STANDING = "standing"
    TARGET = "target"
    AUTHORITY = "authority"


class PeriodUnit(StrEnum):
    """How often a standing duty is attested."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class Plan(SQLModel, table=True):
    """What one document makes one unit put right. An approved plan waits for issuing."""

    __tablename__ = "plans"
    __table_args__ = (
        UniqueConstraint("document_id", "subject_unit_id"),
        CheckConstraint("state <> 'in_force' OR in_force_on IS NOT NULL", name="in_force_has_a_day"),
    )

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=48)
    document_id: int = Field(foreign_key="documents.id")
    subject_unit_id: int = Field(foreign_key="units.id")
    state: PlanState = Field(default=PlanState.DRAFT, sa_type=one_of(PlanState))
    round: int = 0
    """How many times it was submitted; opinions and approvals belong to a round."""
    drafted_on: dt.date
    approved_on: dt.date | None = None
    past_due_reason: str | None = None
    """Why it was approved with a due date already past."""
    in_force_on: dt.date | None = None
    """The day issuing gave its tasks out; whole periods are counted from it."""


class Item(TermColumns, table=True):
    """A directive of the document as people have corrected it, with the span it came from."""

    __tablename__ = "items"
    __table_args__ = (
        UniqueConstraint("plan_id", "ref"),
        CheckConstraint("span_end >= span_start", name="span"),
        Index(
            "uq_items_one_orders_plan",
            "plan_id",
            unique=True,
            sqlite_where=text("orders_plan AND drop_reason IS NULL"),
            postgresql_where=text("orders_plan AND drop_reason IS NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=60)
    plan_id: int = Field(foreign_key="plans.id")
    document_id: int = Field(foreign_key="documents.id")
    position: int
    ref: str = Field(max_length=20)
    kind: ItemKind = Field(sa_type=one_of(ItemKind))
    field: str | None = None
    text: str
    span_start: int
    span_end: int
    lead_name: str | None = None
    """The owner in the document's words, whether or not the organisation knows it."""
    owner_matches: list[dict[str, Any]] | None = Field(default=None, sa_type=JSON)
    """Which unit each name of an owner means, by which rule and how surely."""
    urgency: str | None = None
    recurrence: str | None = None
    lead_unit_id: int | None = Field(default=None, foreign_key="units.id", index=True)
    assignee_id: int | None = Field(default=None, foreign_key="people.id")
    supervisor_unit_id: int | None = Field(default=None, foreign_key="units.id", index=True)
    proof: str | None = None
    note: str | None = None
    """What people have to remark on it; nothing follows from it."""
    no_term_reason: str | None = None
    period: PeriodUnit | None = Field(default=None, sa_type=one_of(PeriodUnit))
    orders_plan: bool = False
    drop_reason: str | None = None
    questions: dict[str, list[Any]] = Field(default_factory=dict, sa_type=JSON)
    """What a person has to answer, by what it is about ("lead", "term", …): sentences as `Sentence.plain`."""
    edited: list[str] = Field(default_factory=list, sa_type=JSON)
    """What people have set themselves ("lead", "term", …): a corrected document leaves it alone."""
    next_period_on: dt.date | None = Field(default=None, index=True)
    """The day the next period of a standing duty in force is opened: the day after it ends."""


class ItemCoordinator(SQLModel, table=True):
    """A unit that works on an item beside its lead."""

    __tablename__ = "item_coordinators"

    item_id: int = Field(foreign_key="items.id", primary_key=True)
    unit_id: int = Field(foreign_key="units.id", primary_key=True, index=True)


class Opinion(SQLModel, table=True):
    """What a consulted unit said of a plan."""

    __tablename__ = "opinions"
    __table_args__ = (UniqueConstraint("plan_id", "round", "unit_id"),)

    id: int = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plans.id")
    round: int
    unit_id: int = Field(foreign_key="units.id")
    person_id: int = Field(foreign_key="people.id")
    text: str
    given_at: dt.datetime = Field(sa_type=UtcDateTime)
