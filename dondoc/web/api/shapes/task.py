"""Tasks: a line of a list, and one in full."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field

from dondoc.rules.judgement import Cell
from dondoc.rules.rights import Operation
from dondoc.web.api.shapes.base import Line, Moment, Told
from models import Audience, TaskKind, TaskState


class TaskLine(Told):
    """A task as a list shows it on the day."""

    task: str = Field(description="Its code.", examples=["HP-2014-01.3.2.2a"])
    kind: TaskKind = Field(
        description="`item`: ordered by a plan; the others are duties of the process itself."
    )
    title: str = Field(
        description="What is to be done; of a duty of the process the code of what it is about."
    )
    unit: str = Field(description="Code of the lead unit.", examples=["HP-TCCB"])
    assignee: str = Field(description="Code of the person who owes it.", examples=["hp-tran-van-a"])
    state: TaskState = Field(description="How it stands; being overdue is no state.")
    percent: int = Field(description="Progress as reported, in per cent.", ge=0, le=100)
    original_due_on: dt.date | None = Field(description="The first due date; null: no term was set.")
    due_on: dt.date | None = Field(description="The due date as it is now; null: no term is set.")
    working_days_late: int | None = Field(
        description="Working days since the due date; null where it is not overdue, or nobody owes it now."
    )
    damaged: bool = Field(
        description="Whether what is kept of it cannot be read: nobody is told of it until it is mended."
    )


class Source(Told):
    """Where a task comes from."""

    document: str = Field(description="Number of the document, else the name of its file.")
    quote: str = Field(description="The words that order it.")
    span: tuple[int, int] = Field(
        description="Where they stand: characters [start, end) of the document's text."
    )
    before: str = Field(description="What stands before them.")
    after: str = Field(description="The rest of their paragraph.")


class Term(Told):
    """The term of a task, and how the work stands against it."""

    phrase: str | None = Field(description="As written in the document; null: not stated.")
    derivation: Line | None = Field(
        description="How the due date follows, in Vietnamese; null without a term."
    )
    time: dt.time | None = Field(description="The hour of the due date, in Viet Nam; null: the whole day.")
    no_term_reason: str | None = Field(description="Why there is no term; null where there is one.")
    against_original: Cell | None = Field(
        description="The official cell by the original due date; null: undated or cancelled."
    )
    against_current: Cell | None = Field(
        description="The official cell by the due date now; null: undated or cancelled."
    )


class Piece(Told):
    """A piece of evidence: a file, or a document registered elsewhere."""

    sha256: str = Field(description="Hash of its content, of a document of its citation.")
    file_name: str | None = Field(description="Name of the file; null for a document.")
    document: str | None = Field(description="Number and date of the document; null for a file.")


class HandIn(Told):
    """One handing-in of a task."""

    round: int = Field(description="Its number, from 1.")
    person: str = Field(description="Code of who handed it in.")
    on: dt.date = Field(description="The day it counts for.")
    at: Moment
    evidence: list[Piece] = Field(description="What was handed in.")
    accepted: bool | None = Field(description="What was decided; null while it waits.")
    reason: str | None = Field(description="Why it was returned; null otherwise.")


class StepSeen(Told):
    """A step of the ladder."""

    step: str = Field(description="Its code in the ladder.", examples=["remind7"])
    audience: Audience = Field(description="Whom it tells.")
    version: int = Field(description="The term version it belongs to, from 1.")
    due_on: dt.date = Field(description="The day it fell or falls on.")
    raised_on: dt.date | None = Field(description="The day it was raised; null: it is still to come.")


class Deed(Told):
    """A line of the ledger."""

    at: Moment
    on: dt.date = Field(description="The day it counts for.")
    person: str | None = Field(description="Code of who did it; null: done by rule.")
    operation: str = Field(description="What was done.", examples=["task.report"])
    detail: dict[str, Any] = Field(description="Its particulars; the names depend on the operation.")


class TaskInFull(TaskLine):
    """Everything about one task."""

    source: Source | None = Field(description="Where it comes from; null for a duty of the process.")
    coordinators: list[str] = Field(description="Codes of the coordinating units.")
    supervisor: str = Field(description="Code of the supervising unit.")
    acceptor: str = Field(description="Code of the unit that accepts the work.")
    proof: str | None = Field(description="The proof that is expected; null: not stated.")
    term: Term = Field(description="By when, as it is written.")
    submissions: list[HandIn] = Field(description="Every handing-in, in order.")
    raised: list[StepSeen] = Field(description="The steps that were raised.")
    to_come: list[StepSeen] = Field(description="The steps that come if nothing changes.")
    history: list[Deed] = Field(description="The ledger of the task, in order.")
    may: list[Operation] = Field(description="What the person of the token may do to it now.")
