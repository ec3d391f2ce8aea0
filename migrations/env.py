"""How Alembic reaches the database: the connection it is handed, else the one the settings name."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection
from sqlmodel.sql.sqltypes import AutoString

from dondoc import db, settings
from models import UtcDateTime, metadata

LOCK_SECONDS = 10
MIGRATING = 7_036_014  # one number for all who migrate: PostgreSQL lets one of them through at a time


def run() -> None:
    """Migrate on the given connection, inside its transaction, or on one of our own."""
    given = context.config.attributes.get("connection")
    if given is not None:
        migrate(given)
        return
    engine = db.engine(settings.load().database_url)
    with engine.connect() as connection:
        db.suspend_foreign_keys(connection)
        with connection.begin():
            migrate(connection)
    engine.dispose()


def migrate(connection: Connection) -> None:
    """Run the wanted migrations: all of them or none."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=render_item,
        render_as_batch=True,  # SQLite changes a table by copying it
        compare_server_default=True,
        transactional_ddl=False,  # the transaction is opened above, around the lock and every version
    )
    context.run_migrations()
    if connection.dialect.name == "sqlite":
        refuse_orphans(connection)


def render_item(kind: str, column_type: object, _context: object) -> str | Literal[False]:
    """Write the database's types into a new migration, not ours: it must run when those have changed."""
    if kind == "type" and isinstance(column_type, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(column_type, AutoString):
        return f"sa.String(length={column_type.length})" if column_type.length else "sa.String()"
    return False


def refuse_orphans(connection: Connection) -> None:
    """Fail, and so roll back, where a migration left a row whose parent is gone."""
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        message = f"the migration leaves rows without their parent: {orphans[:3]}"
        raise RuntimeError(message)


run()
