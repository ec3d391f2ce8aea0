"""The limit of a day's run: the reads it needs and the rows it wrote, as plain SQL on a copy from before."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Engine

SITUATIONS = """SELECT DISTINCT ladder_id, clock_from, due_on, quiet_days, last_step
FROM tasks WHERE next_look_on <= :on"""
LATE = """SELECT id, assignee_id, lead_unit_id, due_on
FROM tasks WHERE due_on < :on AND state IN ('assigned', 'in_progress', 'returned')"""
MOVED = """SELECT id, last_step, next_look_on
FROM tasks WHERE id IN (SELECT task_id FROM escalations WHERE raised_on = :on)"""

WRITTEN = {
    "escalations": "SELECT * FROM escalations WHERE raised_on = :on ORDER BY id",
    "messages": "SELECT * FROM messages WHERE day = :on ORDER BY id",
    "news": "SELECT * FROM news WHERE happened_on = :on ORDER BY id",
    "digest_lines": "SELECT l.* FROM digest_lines l JOIN messages m ON m.id = l.message_id WHERE m.day = :on",
    "deliveries": "SELECT d.* FROM deliveries d JOIN messages m ON m.id = d.message_id WHERE m.day = :on",
}
"""What the run wrote, in an order that foreign keys allow."""


def replay(lived: Engine, plain: Engine, on: dt.date) -> float:
    """Do the day's reads and writes and move the tasks on, in one transaction; return its seconds."""
    with lived.connect() as connection:
        rows = {table: _rows(connection, query, on) for table, query in WRITTEN.items()}
        moved = _rows(connection, MOVED, on)
    start = time.perf_counter()
    with plain.begin() as connection:
        for query in (SITUATIONS, LATE):
            connection.execute(text(query), {"on": on}).all()
        for table, written in rows.items():
            _insert(connection, table, written)
        _insert_many(
            connection,
            "UPDATE tasks SET last_step = :last_step, next_look_on = :next_look_on WHERE id = :id",
            moved,
        )
    return time.perf_counter() - start


def _rows(connection: Connection, query: str, on: dt.date) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(text(query), {"on": on}).mappings()]


def _insert(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    _insert_many(connection, f"INSERT INTO {table} ({columns}) VALUES ({values})", rows)  # noqa: S608 - our own names


def _insert_many(connection: Connection, statement: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(text(statement), rows)
