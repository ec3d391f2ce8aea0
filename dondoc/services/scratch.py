"""Scratch tables: decisions go in, one statement joins them to the tasks, nothing stays.

Each has a key over what it is joined by: without one, SQLite would go through the whole table for every task.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Column, Date, Integer, MetaData, String, Table, UniqueConstraint

from dondoc.services.statements import insert_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlmodel import Session

_scratch = MetaData()

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
)

AUDIENCES = Table(
    "scratch_audiences",
    _scratch,
    Column("step_id", Integer, primary_key=True),
    Column("lead_unit_id", Integer, primary_key=True),
    Column("supervisor_unit_id", Integer, primary_key=True),
    Column("assignee_id", Integer, primary_key=True),
    Column("person_id", Integer, primary_key=True),
    Column("audience_step_id", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)

SHOWN = Table(
    "scratch_shown",
    _scratch,
    Column("task_id", Integer, primary_key=True, autoincrement=False),
    prefixes=["TEMPORARY"],
)

MOVES = Table(
    "scratch_moves",
    _scratch,
    Column("derivation", String, primary_key=True),
    Column("due_on", Date, primary_key=True),
    Column("new_derivation", String, nullable=False),
    Column("new_due_on", Date, nullable=False),
    Column("reason", String, nullable=False),
    Column("ledger_detail", JSON, nullable=False),
    prefixes=["TEMPORARY"],
)


@contextmanager
def filled(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> Iterator[Table]:
    """Give the scratch table with these rows in it, and drop it again."""
    connection = session.connection()
    table.create(connection)
    insert_many(session, table, rows)
    if connection.dialect.name == "postgresql":
        # without its size the planner takes a fresh table for an empty one, and joins it the slow way
        connection.exec_driver_sql(f"ANALYZE {table.name}")
    yield table
    table.drop(connection)
