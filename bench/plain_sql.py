"""The limit of a day's run: the reads it needs and the rows it wrote, as plain SQL on a copy from before.

What the run computes in the database is inserted from a scratch table, what passes through the program is
given to the driver row by row. Each row is written once, as it was in the end; no digest is worded.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Engine, Row

READ = (
    """SELECT DISTINCT ladder_id, clock_from, due_on, quiet_days, last_step
    FROM tasks WHERE next_look_on <= '{on}'""",
    """SELECT id, assignee_id, lead_unit_id, due_on FROM tasks
    WHERE due_on < '{on}' AND state IN ('assigned', 'in_progress', 'returned')""",
)
COMPUTED = {
    "escalations": "SELECT * FROM {lived}escalations WHERE raised_on = '{on}' ORDER BY id",
    "news": "SELECT * FROM {lived}news WHERE happened_on = '{on}' ORDER BY id",
}
MOVED = """SELECT id, last_step, next_look_on FROM {lived}tasks
WHERE id IN (SELECT task_id FROM {lived}escalations WHERE raised_on = '{on}')"""
MOVE = """UPDATE tasks SET last_step = m.last_step, next_look_on = m.next_look_on
FROM scratch_moved m WHERE m.id = tasks.id"""
OF_MESSAGES = "SELECT t.* FROM {table} t JOIN messages m ON m.id = t.message_id WHERE m.day = '{{on}}'"
WORDED = {
    "messages": "SELECT * FROM messages WHERE day = '{on}' ORDER BY id",
    **{table: OF_MESSAGES.format(table=table) for table in ("digest_lines", "deliveries", "task_links")},
}
ORDER = ("escalations", "messages", "news", "digest_lines", "deliveries", "task_links")
"""An order that foreign keys allow: messages stand before the news they tell."""


def replay(lived: Engine, plain: Engine, on: dt.date) -> tuple[float, int]:
    """Do the day's reads and writes in one transaction; return its seconds and how many rows it wrote."""
    with lived.connect() as source:
        worded = {table: source.execute(text(query.format(on=on))).all() for table, query in WORDED.items()}
    with plain.connect() as connection:
        for table, query in (COMPUTED | {"moved": MOVED}).items():
            bring(connection, lived, f"scratch_{table}", query.format(lived="{lived}", on=on))
        connection.commit()
        start = time.perf_counter()
        with connection.begin():
            rows = _write(connection, worded, on)
        return time.perf_counter() - start, rows


def _write(connection: Connection, worded: Mapping[str, Any], on: dt.date) -> int:
    for query in READ:
        connection.exec_driver_sql(query.format(on=on)).all()
    rows = 0
    for table in ORDER:
        if table in COMPUTED:
            rows += insert_staged(connection, table)
        else:
            rows += insert(connection, table, worded[table])
    return rows + connection.exec_driver_sql(MOVE).rowcount


def insert(connection: Connection, table: str, rows: Sequence[Row[Any]]) -> int:
    """Insert rows through the driver and return how many."""
    if rows:
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        marks = ", ".join(mark for _ in rows[0])
        columns = ", ".join(f'"{name}"' for name in rows[0]._fields)
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, [tuple(row) for row in rows])
    return len(rows)


def insert_staged(connection: Connection, table: str) -> int:
    """Insert what a table's scratch table holds, and return how many rows."""
    copied = f"INSERT INTO {table} SELECT * FROM scratch_{table}"  # noqa: S608 - our own names
    return connection.exec_driver_sql(copied).rowcount


def bring(connection: Connection, lived: Engine, table: str, query: str) -> None:
    """Bring what a query finds in the lived database into a scratch table."""
    if connection.dialect.name == "sqlite":
        connection.commit()
        raw: Any = connection.connection.driver_connection
        raw.execute("ATTACH ? AS lived", (lived.url.database,))
        raw.execute(f"CREATE TEMPORARY TABLE {table} AS {query.format(lived='lived.')}")
        raw.execute("DETACH lived")
        return
    found = query.format(lived="")
    like = f"CREATE TEMPORARY TABLE {table} AS {found} LIMIT 0"
    connection.exec_driver_sql(like)
    target: Any = connection.connection.driver_connection
    with lived.connect() as source:
        origin: Any = source.connection.driver_connection
        with (
            origin.cursor().copy(f"COPY ({found}) TO STDOUT") as out,
            target.cursor().copy(f"COPY {table} FROM STDIN") as into,
        ):
            for block in out:
                into.write(block)
    connection.exec_driver_sql(f"ANALYZE {table}")
