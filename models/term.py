"""The columns of a term as it is written; the due date is derived from them."""

from __future__ import annotations

import datetime as dt

from sqlmodel import Field, SQLModel


class TermColumns(SQLModel):
    """A term as the document writes it. `phrase` is null where no term is stated."""

    term_phrase: str | None = None
    term_operator: str | None = Field(default=None, max_length=16)
    term_date: dt.date | None = None
    term_time: dt.time | None = None
    term_amount: int | None = None
    term_unit: str | None = Field(default=None, max_length=16)
    term_anchor: str | None = None
    term_anchor_day: dt.date | None = None
    """The day a counted term is counted from, once known: a change of the calendar derives anew from it."""
    term_basis: str | None = None
    derivation: str | None = None
    """One Vietnamese line that says how the due date follows from the term."""
