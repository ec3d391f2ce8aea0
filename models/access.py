"""What programs come in by: API tokens, the answers kept for repeated requests, and calendar feeds."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class ApiToken(SQLModel, table=True):
    """A secret by which a program acts for a person; the database keeps only its hash."""

    __tablename__ = "api_tokens"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    name: str = Field(max_length=100)
    """What the person calls it: which program has it."""
    token_sha256: str = Field(unique=True, max_length=64)
    made_at: dt.datetime = Field(sa_type=UtcDateTime)
    ends_at: dt.datetime = Field(sa_type=UtcDateTime)
    """When it ends by itself, or the earlier moment at which it was revoked."""
    last_used_on: dt.date | None = None


class ApiAnswer(SQLModel, table=True):
    """What a change was answered with, kept with the change: the same request again is told the same."""

    __tablename__ = "api_answers"
    __table_args__ = (UniqueConstraint("person_id", "key"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    key: str = Field(max_length=255)
    request_sha256: str = Field(max_length=64)
    at: dt.datetime = Field(sa_type=UtcDateTime, index=True)
    etag: str | None = None
    body: str | None = None
    """JSON; null only inside the transaction of the change."""


class CalendarFeed(SQLModel, table=True):
    """The address from which a person's calendar fetches their due dates; another one replaces it."""

    __tablename__ = "calendar_feeds"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    token_sha256: str = Field(unique=True, max_length=64)
    made_at: dt.datetime = Field(sa_type=UtcDateTime)
