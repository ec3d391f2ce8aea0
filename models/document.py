"""Documents that were read: their data, recipients and findings, each with the place it was read at."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime, one_of


class DocumentKind(StrEnum):
    """The kinds of document the reader tells apart."""

    CONCLUSION = "conclusion"
    INSPECTION_CONCLUSION = "inspection_conclusion"
    DIRECTIVE = "directive"
    DISPATCH = "dispatch"
    DECISION = "decision"
    LETTER = "letter"
    PLAN = "plan"
    REPORT = "report"
    OTHER = "other"


class Purpose(StrEnum):
    """Why a recipient gets the document."""

    REPORT = "report"
    EXECUTE = "execute"
    COORDINATE = "coordinate"
    DIRECT = "direct"
    KNOW = "know"
    PUBLISH = "publish"
    ARCHIVE = "archive"


class Document(SQLModel, table=True):
    """A document as it was read; its text is kept, so that every span can be shown."""

    __tablename__ = "documents"

    id: int = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True, max_length=64)
    text_sha256: str = Field(max_length=64)
    file_name: str
    kind: DocumentKind = Field(sa_type=one_of(DocumentKind))
    number: str | None = None
    date: dt.date | None = None
    meeting_date: dt.date | None = None
    issuer: str | None = None
    subject: str | None = None
    signer_name: str | None = None
    signer_title: str | None = None
    signer_on_behalf: str | None = None
    text: str
    read_at: dt.datetime = Field(sa_type=UtcDateTime)


class Recipient(SQLModel, table=True):
    """A line of "Nơi nhận"."""

    __tablename__ = "recipients"
    __table_args__ = (
        UniqueConstraint("document_id", "position"),
        CheckConstraint("span_end >= span_start", name="span"),
    )

    id: int = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="documents.id")
    position: int
    name: str
    purpose: Purpose | None = Field(default=None, sa_type=one_of(Purpose))
    span_start: int
    span_end: int


class Finding(SQLModel, table=True):
    """A shortcoming the document states."""

    __tablename__ = "findings"
    __table_args__ = (
        UniqueConstraint("document_id", "position"),
        CheckConstraint("span_end >= span_start", name="span"),
    )

    id: int = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="documents.id")
    position: int
    ref: str
    text: str
    span_start: int
    span_end: int
