"""Statements that both databases understand, spelled by each one's dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import Insert
    from sqlmodel import Session, SQLModel


def insert_once(session: Session, model: type[SQLModel]) -> Insert:
    """Return an INSERT that leaves out what the table has already: its unique constraints decide."""
    table: Any = model
    if session.connection().dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()  # type: ignore[return-value]
    return postgresql.insert(table).on_conflict_do_nothing()
