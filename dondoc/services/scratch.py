"""Scratch tables: decisions go in, one statement joins them to the tasks, nothing stays.

Each has a key over what it is joined by: without one, SQLite would go through the whole table for every task.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    UniqueConstraint,
    insert,
)
from sqlalchemy.schema import CreateTable

from dondoc.services.statements import insert_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Dialect
    from sqlmodel import Session

_scratch = MetaData()

SEEN = Table(
    "scratch_seen",
    _scratch,
    Column("task_id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("lead_unit_id", Integer, nullable=False),
    Column("supervisor_unit_id", Integer, nullable=False),
    Column("assignee_id", Integer, nullable=False),
    Column("ladder_id", Integer, nullable=False),
    Column("clock_from", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("quiet_days", String, nullable=False),
    Column("last_step", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)

LOOKS = Table(
    "scratch_looks",
    _scratch,
    Column("id", Integer, primary_key=True),
    Column("ladder_id", Integer, nullable=False),
    Column("clock_from", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("quiet_days", String, nullable=False),
    Column("last_step", Integer, nullable=False),
    Column("new_last_step", Integer, nullable=False),
    Column("new_next_look_on", Date),
    UniqueConstraint("due_on", "clock_from", "last_step", "ladder_id", "quiet_days"),
    prefixes=["TEMPORARY"],
)

OWED = Table(
    "scratch_owed",
    _scratch,
    Column("look_id", Integer, primary_key=True, autoincrement=False),
    Column("step_id", Integer, primary_key=True),
    Column("due_on", Date, nullable=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)

AUDIENCES = Table(
    "scratch_audiences",
    _scratch,
    Column("step_id", Integer, primary_key=True),
    Column("lead_unit_id", Integer, primary_key=True),
    Column("supervisor_unit_id", Integer, primary_key=True),
    Column("assignee_id", Integer, primary_key=True),
    Column("person_id", Integer, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("audience_step_id", Integer, nullable=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)

READERS = Table(
    "scratch_readers",
    _scratch,
    Column("person_id", Integer, primary_key=True, autoincrement=False),
    Column("message_id", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)

HEADS = Table(
    "scratch_heads",
    _scratch,
    Column("person_id", Integer, primary_key=True, autoincrement=False),
    Column("unit_id", Integer, primary_key=True, autoincrement=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)

SECTIONS = Table(
    "scratch_sections",
    _scratch,
    Column("step_id", Integer, primary_key=True),
    Column("audience_step_id", Integer, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("to_decide", Boolean(create_constraint=False), primary_key=True),
    Column("section", String),
    Column("position", Integer, nullable=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)

TOLD = Table(
    "scratch_told",
    _scratch,
    Column("message_id", Integer, primary_key=True),
    Column("task_id", Integer, primary_key=True),
    Column("news_id", Integer, primary_key=True),
    Column("section", String, nullable=False),
    Column("position", Integer, nullable=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)

SHOWN = Table(
    "scratch_shown",
    _scratch,
    Column("task_id", Integer, primary_key=True, autoincrement=False),
    Column("climbs", Boolean(create_constraint=False), nullable=False),
    prefixes=["TEMPORARY"],
)

MOVES = Table(
    "scratch_moves",
    _scratch,
    Column("derivation", String, primary_key=True),
    Column("due_on", Date, primary_key=True),
    Column("new_derivation", String, nullable=False),
    Column("new_due_on", Date, nullable=False),
    Column("reason", JSON, nullable=False),
    Column("ledger_detail", JSON, nullable=False),
    prefixes=["TEMPORARY"],
)


@cache
def _made(table: Table, dialect: Dialect) -> str:
    """Spell what makes a table: it is made for every batch anew."""
    return str(CreateTable(table).compile(dialect=dialect))


@contextmanager
def filled(
    session: Session, table: Table, rows: Sequence[Mapping[str, Any]] | Select[Any]
) -> Iterator[Table]:
    """Give the scratch table with these rows in it, or with what is selected for it, and drop it again."""
    connection = session.connection()
    connection.exec_driver_sql(_made(table, connection.dialect))
    if isinstance(rows, Select):
        connection.execute(insert(table).from_select([column.name for column in table.columns], rows))
    else:
        insert_many(session, table, rows)
    # without its size a planner takes a fresh table for an empty or a huge one, and joins it the slow way
    connection.exec_driver_sql(f"ANALYZE {table.name}")
    yield table
    connection.exec_driver_sql(f"DROP TABLE {table.name}")
