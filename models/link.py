"""Links in messages that let their reader do one thing without signing in."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class TaskLink(SQLModel, table=True):
    """A link by which the reader of a message reports on one task, once.

    The token in its address is derived from `nonce` by the secret key, which the database does not hold.
    """

    __tablename__ = "task_links"
    __table_args__ = (UniqueConstraint("message_id", "task_id"),)

    id: int = Field(default=None, primary_key=True)
    message_id: int = Field(foreign_key="messages.id")
    task_id: int = Field(foreign_key="tasks.id", index=True)
    nonce: str = Field(max_length=32)
    token_sha256: str | None = Field(default=None, unique=True, max_length=64)
    """Null until the message leaves: before, nobody has the token."""
    used_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
