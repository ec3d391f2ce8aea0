"""What tests of every level share."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from hypothesis import settings

import databases
from dondoc import db
from dondoc.hosting import server
from smtp_server import SmtpServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine
    from sqlmodel import Session

settings.register_profile("any machine", settings.default, deadline=None)  # this one may be busy
settings.load_profile("any machine")

MEMORY = Path("/dev/shm")  # noqa: S108 - Linux's own file system in memory; what is made in it is pytest's
ROOM = 4 << 30
"""Bytes; the whole suite takes less than one of four on every core."""


def pytest_configure() -> None:
    """Keep the tests' files in memory where there is room: every commit of a database waits for a disk."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir():
        return
    if min(shutil.disk_usage(MEMORY).free, psutil.virtual_memory().available) > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no setting of the developer's own reach a test."""
    for name in [name for name in os.environ if name.startswith(("DONDOC_", "PREFECT_"))]:
        monkeypatch.delenv(name)


@pytest.fixture
def smtp_server() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with databases.postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str) -> str:
    return databases.migrated(databases.create_postgres(postgres_url))


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "dondoc.sqlite3"
    databases.migrated(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Prefect keeps in a data folder, made once: on a copy its server starts three times as fast."""
    folder = tmp_path_factory.mktemp("prefect")
    with server.running(folder) as (api, process):
        server.wait_for(api, process)
    return folder / "prefect"


@pytest.fixture(scope="session")
def prefect_server(prefect_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prefect server for any folder's flows: give it to a command as PREFECT_API_URL."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copytree(prefect_home, folder / "prefect")
    with server.running(folder) as (api, process):
        server.wait_for(api, process)
        yield api


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated database without rows, for this test alone."""
    if request.param == "sqlite":
        file = tmp_path / "dondoc.sqlite3"
        shutil.copyfile(request.getfixturevalue("migrated_sqlite"), file)
        yield f"sqlite:///{file}"
        return
    server = request.getfixturevalue("postgres_url")
    url = databases.create_postgres(server, template=request.getfixturevalue("migrated_postgres"))
    yield url
    databases.drop_postgres(server, url)


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    with databases.engine_of(database) as engine:
        yield engine


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session in one transaction, committed at the end of the test as the edges do."""
    with db.session(engine) as session:
        yield session
