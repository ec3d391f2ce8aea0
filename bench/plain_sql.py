"""The limit of a day's run: the reads it needs and the rows it wrote, as plain SQL on a copy from before.

What the run computes in the database is inserted from a scratch table, what passes through the program is
given to the driver row by row. Each row is written once, as it was in the end, but for news: the sweep owes
it before a digest can tell it. What digests show is read once for all; no digest is worded.
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
READ_TO_TELL = (
    """SELECT n.id, n.message_id, n.task_id, n.kind, e.audience_step_id, e.step_id, t.kind
    FROM messages m JOIN news n ON n.message_id = m.id JOIN tasks t ON t.id = n.task_id
    LEFT JOIN escalations e ON e.id = n.escalation_id WHERE m.day = '{on}'""",
    """SELECT l.message_id, l.section, l.step_id, t.id, t.code, t.kind, t.title, t.lead_unit_id,
    t.department_id, t.state, t.assignee_id, p.name, t.ladder_id, t.clock_from, t.due_on, t.due_time,
    t.quiet_days, t.last_step, t.next_look_on, CASE WHEN l.section IN ('late', 'climbed', 'weekly') THEN (
        SELECT max(s.position) FROM escalations e JOIN steps s ON s.id = e.audience_step_id
        WHERE e.task_id = t.id AND e.version = t.version
    ) END FROM messages m JOIN digest_lines l ON l.message_id = m.id
    JOIN tasks t ON t.id = l.task_id JOIN people p ON p.id = t.assignee_id WHERE m.day = '{on}'""",
)
"""What the digests of the day tell, and what their lines say: of what is late, how far it has climbed too."""
NEWS = "id, person_id, task_id, kind, escalation_id, happened_on, detail"
COMPUTED = {
    "escalations": "SELECT * FROM {lived}escalations WHERE raised_on = '{on}' ORDER BY id",
    "news": "SELECT * FROM {lived}news WHERE happened_on = '{on}' ORDER BY id",
}
MOVED = """SELECT id, last_step, next_look_on FROM {lived}tasks
WHERE id IN (SELECT task_id FROM {lived}escalations WHERE raised_on = '{on}')"""
MOVE = """UPDATE tasks SET last_step = m.last_step, next_look_on = m.next_look_on
FROM scratch_moved m WHERE m.id = tasks.id"""
OWE = f"INSERT INTO news ({NEWS}) SELECT {NEWS} FROM scratch_news"  # noqa: S608 - our own names
CLAIMED = """SELECT n.id, n.message_id FROM {lived}news n JOIN {lived}messages m ON m.id = n.message_id
WHERE m.day = '{on}'"""
CLAIM = "UPDATE news SET message_id = c.message_id FROM scratch_claimed c WHERE c.id = news.id"
OF_MESSAGES = ("digest_lines", "deliveries", "task_links")
OF_A_DAY = "SELECT t.* FROM {table} t JOIN messages m ON m.id = t.message_id WHERE m.day = '{{on}}'"
WORDED = {
    "messages": "SELECT * FROM messages WHERE day = '{on}' ORDER BY id",
    **{table: OF_A_DAY.format(table=table) for table in OF_MESSAGES},
}


def replay(lived: Engine, plain: Engine, on: dt.date) -> tuple[float, int]:
    """Do the day's reads and writes in one transaction; return its seconds and how many rows it wrote."""
    with lived.connect() as source:
        worded = {table: source.execute(text(query.format(on=on))).all() for table, query in WORDED.items()}
    with plain.connect() as connection:
        for table, query in (COMPUTED | {"moved": MOVED, "claimed": CLAIMED}).items():
            bring(connection, lived, f"scratch_{table}", query.format(lived="{lived}", on=on))
        connection.commit()
        start = time.perf_counter()
        with connection.begin():
            rows = _write(connection, worded, on)
        return time.perf_counter() - start, rows


def _write(connection: Connection, worded: Mapping[str, Any], on: dt.date) -> int:
    _read(connection, READ, on)
    rows = insert_staged(connection, "escalations")
    rows += sum(connection.exec_driver_sql(written).rowcount for written in (OWE, MOVE))
    rows += insert(connection, "messages", worded["messages"])
    rows += connection.exec_driver_sql(CLAIM).rowcount
    rows += sum(insert(connection, table, worded[table]) for table in OF_MESSAGES)
    _read(connection, READ_TO_TELL, on)
    return rows


def _read(connection: Connection, queries: Sequence[str], on: dt.date) -> None:
    for query in queries:
        for _ in connection.exec_driver_sql(query.format(on=on)):
            pass  # the rows are wanted, one after the other


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
