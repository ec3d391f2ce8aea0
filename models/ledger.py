"""The ledger: what was done, by whom, on which day. The database refuses to change or delete a line."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class LedgerLine(SQLModel, table=True):
    """One deed: `on` is the day it counts for, `at` the moment it was written.

    They differ only for dated documents and simulated folders.
    """

    __tablename__ = "ledger"

    id: int = Field(default=None, primary_key=True)
    at: dt.datetime = Field(sa_type=UtcDateTime)
    on: dt.date
    person_id: int | None = Field(default=None, foreign_key="people.id")
    """Null for what the daily run itself did by rule."""
    os_user: str
    operation: str = Field(max_length=40, index=True)
    code: str = Field(max_length=80, index=True)
    """The code of what it was done to."""
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
