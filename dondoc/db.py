"""The database: engines, sessions and the version check; only the edges come here."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session
from tenacity import retry, retry_if_exception_message, stop_after_delay, wait_random

from dondoc.errors import Refused
from dondoc.i18n import N_

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent.parent / "migrations"
BUSY_SECONDS = 30
SETTINGS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    # with SQLite's own 2 MB, a national day spends a third of its time on pages it has had before
    "cache_size = -32768",
    "wal_autocheckpoint = 16384",
    "temp_store = MEMORY",
)
"""What SQLite is told of a connection: it keeps 32 MB of pages, and twice as much in its log."""
PAGES_AT_HAND = "SET random_page_cost = 1.1"
"""What PostgreSQL is told of a connection: any page costs about as much as the next one.

By itself it thinks of a turning disk, and goes through all news for each batch of digests anew.
"""
WRITERS = 2
"""Transactions of a run at once where there may be several: the database is at one, we are at another."""
READS_ONLY = {"read_only": True, "postgresql_readonly": True}
_NO_DATABASE = N_("There is no Dondoc database here yet: run `dondoc init`.")


def engine(url: str) -> Engine:
    """Return an engine for a SQLite file or a PostgreSQL server; SQLite's folder must exist."""
    if make_url(url).get_backend_name() != "sqlite":
        made = create_engine(url, pool_pre_ping=True)
        event.listen(made, "connect", _set_up_postgresql)
        return made
    made = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(made, "connect", _set_up_sqlite)
    event.listen(made, "begin", _begin_sqlite)
    return made


def _set_up_postgresql(connection: Any, _record: object) -> None:
    connection.execute(PAGES_AT_HAND)
    connection.commit()


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # sqlite3 would open transactions by itself, late and never for writing: SQLAlchemy begins them instead
    connection.isolation_level = None
    _switch_to_wal(connection)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")


# SQLite waits for nobody while it switches, so of two who open a new database at once one is refused
@retry(
    retry=retry_if_exception_message("database is locked"),
    stop=stop_after_delay(BUSY_SECONDS),
    wait=wait_random(0, 0.05),
    reraise=True,
)
def _switch_to_wal(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    # a transaction that reads first and writes later could not wait for another writer: it would fail at once
    read_only = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def writers(of: Engine) -> int:
    """Return how many transactions of a run write at once: SQLite has one writer."""
    return 1 if of.dialect.name == "sqlite" else WRITERS


@contextmanager
def session(of: Engine | Connection, *, read_only: bool = False) -> Iterator[Session]:
    """Give a session that commits at the end and rolls back on any error.

    Rows stay readable after the commit, so that a command can print what it wrote. One that only reads
    says so: it waits for no writer.
    """
    with Session(of, expire_on_commit=False) as opened, opened.begin():
        if read_only:
            opened.connection(execution_options=READS_ONLY)
        yield opened


def migrate(of: Engine) -> None:
    """Bring the database to the newest version, from whatever it is at, empty included: wholly or not."""
    with of.connect() as connection:
        suspend_foreign_keys(connection)
        with connection.begin():
            command.upgrade(_alembic(connection), "head")


def suspend_foreign_keys(connection: Connection) -> None:
    """Let a migration copy and drop a SQLite table without its children following; before the transaction.

    The connection is never used again for anything else.
    """
    if connection.dialect.name == "sqlite":
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        connection.detach()


def version(of: Engine) -> str | None:
    """Return the version the database is of; None where there is none yet."""
    if of.dialect.name == "sqlite" and not Path(of.url.database or "").exists():
        return None  # connecting would make an empty one
    with of.connect().execution_options(read_only=True) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_older(found: str) -> bool:
    """Say whether a version is one that this program knows and has left behind."""
    known = ScriptDirectory(str(MIGRATIONS))
    older = {script.revision for script in known.walk_revisions()} - {known.get_current_head()}
    return found in older


def check_version(of: Engine) -> None:
    """Raise Refused where the database is not made yet, older or newer than this program."""
    found = version(of)
    if found is None:
        raise Refused(_NO_DATABASE)
    if found == ScriptDirectory(str(MIGRATIONS)).get_current_head():
        return
    if is_older(found):
        raise Refused("The database is of an older Dondoc (%(version)s): run `dondoc init`.", version=found)
    raise Refused("The database is of a newer Dondoc (%(version)s): update this program.", version=found)


def _alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
