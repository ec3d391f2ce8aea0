"""The outbox: what is to be sent, and every attempt to send it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime, one_of
from models.person import Language


class MessageKind(StrEnum):
    """A person's daily digest, the link that they asked for to sign in, or a test of a channel."""

    DIGEST = "digest"
    SIGN_IN = "sign_in"
    TEST = "test"


class DeliveryState(StrEnum):
    """`void`: no longer needed, or taken up by a later digest; `printed`: a slip waits at the office."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
    PRINTED = "printed"
    VOID = "void"


class Message(SQLModel, table=True):
    """A message as it was composed, with the place of each token kept free; one digest a person and day."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("person_id", "day", "kind", "number"),
        CheckConstraint("kind <> 'digest' OR number = 0", name="one_digest"),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    day: dt.date = Field(index=True)
    kind: MessageKind = Field(default=MessageKind.DIGEST, sa_type=one_of(MessageKind))
    number: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """Which one of its kind on the day, counted from 0."""
    language: Language = Field(sa_type=one_of(Language))
    subject: str
    text: str
    html: str
    composed_at: dt.datetime = Field(sa_type=UtcDateTime)
    attempt: int
    """The attempt at the day's run that composed it; 0 for what no run composed."""


class DigestLine(SQLModel, table=True):
    """A task that a digest names, and in which section: what "who was told what" is answered from."""

    __tablename__ = "digest_lines"

    message_id: int = Field(foreign_key="messages.id", primary_key=True)
    task_id: int = Field(foreign_key="tasks.id", primary_key=True, index=True)
    section: str = Field(max_length=20, primary_key=True)
    step_id: int | None = Field(default=None, foreign_key="steps.id")


class Delivery(SQLModel, table=True):
    """One message on one channel of its person; `address` is null for a printed slip."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("message_id", "position"),
        CheckConstraint("state <> 'printed' OR address IS NULL", name="slips_have_no_address"),
        Index("ix_deliveries_next", "state", "next_try_at"),
    )

    id: int = Field(default=None, primary_key=True)
    message_id: int = Field(foreign_key="messages.id")
    position: int
    address: str | None = None
    state: DeliveryState = Field(default=DeliveryState.PENDING, sa_type=one_of(DeliveryState))
    attempts: int = 0
    next_try_at: dt.datetime = Field(sa_type=UtcDateTime)
    leased_until: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    answer: str | None = None
    """What the server said last."""
    sent_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
