"""Statements that both databases understand, spelled by each one's dialect."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, overload

from sqlalchemy import literal_column
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from sqlalchemy import Column, ColumnElement, CursorResult, Dialect, Executable, Select, Table
    from sqlalchemy.dialects.postgresql import Insert
    from sqlmodel import Session, SQLModel
    from sqlmodel.sql.expression import SelectOfScalar

Entity = TypeVar("Entity")


def insert_once(session: Session, model: type[SQLModel] | Table) -> Insert:
    """Return an INSERT that leaves out what the table has already: its unique constraints decide."""
    table: Any = model
    if session.connection().dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()  # type: ignore[return-value]
    return postgresql.insert(table).on_conflict_do_nothing()


def among(column: Any, values: Collection[StrEnum | int]) -> ColumnElement[bool]:
    """Return the condition of being one of our own values, which are written into the statement.

    SQLite uses an index over some rows only where it sees that the condition is the index's own.
    """
    written = (f"'{value}'" if isinstance(value, StrEnum) else str(value) for value in values)
    found: ColumnElement[bool] = column.in_([literal_column(each) for each in written])
    return found


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a model."""
    table: Table = model.__table__  # type: ignore[attr-defined] # SQLModel leaves it to SQLAlchemy to say so
    return table


def rows_of(session: Session, query: Executable, **asked: object) -> CursorResult[Any]:
    """Ask for plain rows, of which there may be very many: looking for entities in each doubles the time.

    A change of many rows goes the same way: the session writes its statement anew for every execution.
    """
    session.flush()
    return session.connection().execute(query, asked)


@overload
def look_at(session: Session, query: SelectOfScalar[Entity], **asked: object) -> Sequence[Entity]: ...
@overload
def look_at(session: Session, query: Select[Any], **asked: object) -> Sequence[Any]: ...
def look_at(session: Session, query: Select[Any], **asked: object) -> Sequence[Any]:
    """Ask for what is only looked at: plain rows with their entity's columns, which cannot be changed."""
    return rows_of(session, query, **asked).all()


def look_over(session: Session, *models: type[SQLModel]) -> None:
    """Let PostgreSQL see how full tables are that this day has filled.

    It looks by itself within minutes; until then it takes them for empty, and goes through all their rows for
    each question. A table that somebody else looks over is left to them. SQLite asks the tables themselves.
    """
    if session.connection().dialect.name == "postgresql":
        names = ", ".join(table_of(model).name for model in models)
        session.connection().exec_driver_sql(f"ANALYZE (SKIP_LOCKED) {names}")


def insert_many(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns in the same order; the rest is the database's own default.

    By the driver: SQLAlchemy's way takes five times as long, and on PostgreSQL only COPY is quick.
    """
    if not rows:
        return
    connection = session.connection()
    columns = [table.c[name] for name in rows[0]]
    named = ", ".join(f'"{column.name}"' for column in columns)
    processors = [_processor(column, connection.dialect) for column in columns]
    changed = [(place, process) for place, process in enumerate(processors) if process]
    written = [tuple(_written(list(row.values()), changed) if changed else row.values()) for row in rows]
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" for _ in columns)
        statement = f"INSERT INTO {table.name} ({named}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, written)
        return
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({named}) FROM STDIN") as copy:
        for values in written:
            copy.write_row(values)


def _written(values: list[Any], changed: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    """Bring the values of one row into the driver's form: few columns need it."""
    for place, process in changed:
        values[place] = process(values[place])
    return values


def _processor(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """Return what brings a value of a column into the driver's form, where it is not in it."""
    return column.type.dialect_impl(dialect).bind_processor(dialect)
