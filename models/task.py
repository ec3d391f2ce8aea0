"""Tasks: what someone owes, by when, on which ladder."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime, one_of
from models.search import searchable_column
from models.term import TermColumns


class TaskKind(StrEnum):
    """What the task is about; all but `item` are duties of the process itself."""

    ITEM = "item"
    MAKE_PLAN = "make_plan"
    OPINION = "opinion"
    APPROVAL = "approval"
    ACCEPTANCE = "acceptance"
    REVIEW = "review"


class TaskState(StrEnum):
    """Where a task stands. Overdue is no state: it follows from the due date and the day asked about."""

    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    SUSPENDED = "suspended"
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"


ENDED = (TaskState.ACCEPTED, TaskState.CANCELLED)
QUIET = (TaskState.HANDED_IN, TaskState.SUSPENDED)
URGED = (TaskState.ASSIGNED, TaskState.IN_PROGRESS, TaskState.RETURNED)
URGED_ONLY = "state IN ('assigned', 'in_progress', 'returned')"
"""URGED as the condition of an index."""

COUNTED_ONLY = "kind IN ('item') AND state NOT IN ('cancelled')"
"""What the official statistics count, as the condition of an index."""
WAITING_ONLY = (
    "kind IN ('opinion', 'approval', 'acceptance', 'review') AND state NOT IN ('accepted', 'cancelled')"
)
"""Decisions that wait for somebody, as the condition of an index."""


def _of_some(name: str, *columns: str, only: str) -> Index:
    return Index(name, *columns, sqlite_where=text(only), postgresql_where=text(only))


class Task(TermColumns, table=True):
    """One obligation with its owner, its term and its place on a ladder.

    The sweep reads `next_look_on` and nothing else to find what to look at; it is null while nothing can
    happen (ended, quiet, undated or at the top of the ladder).
    """

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("item_id", "period"),
        UniqueConstraint("about_task_id", "kind", "round"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("next_look_on IS NULL OR due_on IS NOT NULL", name="looked_at_only_if_dated"),
        CheckConstraint(
            "next_look_on IS NULL OR state IN ('assigned', 'in_progress', 'returned')",
            name="looked_at_only_if_urged",
        ),
        CheckConstraint(
            "(quiet_since IS NOT NULL) = (state IN ('handed_in', 'suspended'))", name="quiet_while_waiting"
        ),
        Index("ix_tasks_look", "department_id", "next_look_on"),
        _of_some(
            "ix_tasks_board",
            *("department_id", "supervisor_unit_id", "state", "done_late", "due_on"),
            *("issued_on", "ended_on", "kind"),
            only=COUNTED_ONLY,
        ),
        _of_some("ix_tasks_late", "due_on", "assignee_id", only=URGED_ONLY),
        _of_some("ix_tasks_late_of_assignee", "assignee_id", "due_on", only=URGED_ONLY),
        _of_some("ix_tasks_late_of_unit", "lead_unit_id", "due_on", only=URGED_ONLY),
        _of_some(
            "ix_tasks_to_decide",
            "assignee_id",
            "due_on",
            only=f"kind IN ('opinion', 'approval', 'acceptance') AND {URGED_ONLY}",
        ),
        _of_some("ix_tasks_waiting_for_assignee", "assignee_id", only=WAITING_ONLY),
        _of_some("ix_tasks_waiting_for_unit", "lead_unit_id", only=WAITING_ONLY),
    )

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=80)
    kind: TaskKind = Field(sa_type=one_of(TaskKind))
    title: str
    search: str = Field(default=None, sa_column=searchable_column("title"))
    """The title as it is searched."""
    plan_id: int | None = Field(default=None, foreign_key="plans.id", index=True)
    item_id: int | None = Field(default=None, foreign_key="items.id")
    about_task_id: int | None = Field(default=None, foreign_key="tasks.id")
    round: int = 1
    period: str | None = Field(default=None, max_length=10)
    proof: str | None = None

    department_id: int = Field(foreign_key="units.id")
    """The provincial department, or the General Department, whose sweep looks at it."""
    lead_unit_id: int = Field(foreign_key="units.id", index=True)
    assignee_id: int = Field(foreign_key="people.id", index=True)
    supervisor_unit_id: int = Field(foreign_key="units.id", index=True)
    acceptor_unit_id: int = Field(foreign_key="units.id", index=True)

    state: TaskState = Field(default=TaskState.ASSIGNED, sa_type=one_of(TaskState))
    percent: int = 0
    issued_on: dt.date
    original_due_on: dt.date | None = None
    due_on: dt.date | None = None
    due_time: dt.time | None = None
    no_term_reason: str | None = None

    ladder_id: int = Field(foreign_key="ladders.id")
    version: int = 1
    """The term version; only an extension or an amendment opens a new one."""
    clock_from: dt.date
    last_step: int = 0
    """Position of the last step of the ladder that was decided in this version; 0 before the first."""
    quiet_days: str = ""
    """Ended quiet times as "first/until" days, joined by commas; tasks are grouped by it."""
    quiet_since: dt.date | None = None
    next_look_on: dt.date | None = None

    handed_in_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_on: dt.date | None = None
    done_late: bool | None = None
    """How it was judged when it was accepted; nothing rewrites it. Null while open, or without a term."""


class Submission(SQLModel, table=True):
    """One handing-in of a task and what became of it."""

    __tablename__ = "submissions"
    __table_args__ = (UniqueConstraint("task_id", "round"),)

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="tasks.id")
    round: int
    person_id: int = Field(foreign_key="people.id")
    handed_in_on: dt.date
    handed_in_at: dt.datetime = Field(sa_type=UtcDateTime)
    evidence_sha256: str = Field(max_length=64)
    """Hash over all the evidence; an acceptance holds for this hash only."""
    accepted: bool | None = None
    decided_by_id: int | None = Field(default=None, foreign_key="people.id")
    decided_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str | None = None


class Evidence(SQLModel, table=True):
    """A file or a cited document handed in as proof."""

    __tablename__ = "evidence"
    __table_args__ = (CheckConstraint("(file_name IS NULL) <> (document IS NULL)", name="file_or_document"),)

    id: int = Field(default=None, primary_key=True)
    submission_id: int = Field(foreign_key="submissions.id", index=True)
    file_name: str | None = None
    document: str | None = None
    """Number and date of a document registered elsewhere."""
    sha256: str = Field(max_length=64)
