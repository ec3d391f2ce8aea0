"""Signing in: what a person proves who they are with, and the sessions that follow."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime

LOCAL = "local"
"""The provider of accounts kept here; an OpenID Connect provider's is its issuer address."""


class Identity(SQLModel, table=True):
    """A name by which a provider knows a person; only a local one has a password."""

    __tablename__ = "identities"
    __table_args__ = (
        UniqueConstraint("provider", "subject"),
        CheckConstraint("(provider = 'local') = (password_hash IS NOT NULL)", name="local_has_password"),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    provider: str = Field(default=LOCAL, max_length=200)
    subject: str = Field(max_length=200)
    password_hash: str | None = None
    """argon2id, with its salt and costs in the same string."""


class SignIn(SQLModel, table=True):
    """A session on the page; the cookie holds the token, the database only its hash."""

    __tablename__ = "sign_ins"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    token_sha256: str = Field(unique=True, max_length=64)
    began_at: dt.datetime = Field(sa_type=UtcDateTime)
    ends_at: dt.datetime = Field(sa_type=UtcDateTime)
    """When it ends by itself, or the earlier moment at which it was ended."""
    browser: str = Field(max_length=200)
    """How the browser names itself, so that people recognise their own sessions."""


class SignInLink(SQLModel, table=True):
    """A single-use link that signs one person in; kept as a hash.

    One that a message carries has its token derived from `nonce` by the secret key.
    """

    __tablename__ = "sign_in_links"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    message_id: int | None = Field(default=None, foreign_key="messages.id", index=True)
    nonce: str | None = Field(default=None, max_length=32)
    token_sha256: str | None = Field(default=None, unique=True, max_length=64)
    """Null until the message leaves: before, nobody has the token."""
    expires_at: dt.datetime = Field(sa_type=UtcDateTime)
    used_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)


class SignInAttempt(SQLModel, table=True):
    """A guess that failed, or a link that was asked for; they are counted to slow guessing down."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (
        Index("ix_sign_in_attempts_login", "login", "at"),
        Index("ix_sign_in_attempts_address", "address", "at"),
    )

    id: int = Field(default=None, primary_key=True)
    login: str = Field(max_length=200)
    address: str = Field(max_length=64)
    at: dt.datetime = Field(sa_type=UtcDateTime)
