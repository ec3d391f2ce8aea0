"""A limit of bench/ does what it is the limit of: the same rows with the same bytes, at a small size."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import SQLModel

import calendar_change
import daily_run
import databases
import digests
import issuing
import mails
import nation
import plain_sql
from dondoc import db
from smtp_server import SmtpServer
from stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

TASKS = 300
TABLES = sorted(SQLModel.metadata.tables)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the nation have two provinces with two offices each."""
    for name, number in {"DEPARTMENTS": 2, "OFFICES": 4, "PEOPLE": 30}.items():
        monkeypatch.setattr(nation, name, number)


@pytest.fixture
def stage(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    """An empty database, as a measurement is given one."""
    if database.startswith("sqlite"):
        file, before = tmp_path / "dondoc.sqlite3", tmp_path / "before.sqlite3"
        return Stage("sqlite", database, lambda: f"sqlite:///{shutil.copyfile(file, before)}")
    server = request.getfixturevalue("postgres_url")
    return Stage("postgresql", database, lambda: databases.create_postgres(server, template=database))


@pytest.fixture
def lived(stage: Stage) -> Iterator[Engine]:
    with databases.engine_of(stage.url) as engine:
        yield engine


def rows(engine: Engine, *left_out: str) -> dict[str, list[Any]]:
    """Return every row of the tables as the driver reads it; left out is what the limit need not write."""
    with engine.connect() as connection:
        return {
            table: sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{table}"').all()))  # noqa: S608 - our own names
            for table in TABLES
            if table not in left_out
        }


def test_issuing_is_beside_a_limit_that_writes_the_same(stage: Stage, lived: Engine) -> None:
    with db.session(lived) as session:
        issuing.fill(session, 3)
    lived.dispose()
    copy = stage.copy()
    issuing.issued(stage.url)
    with databases.engine_of(copy) as before:
        issuing.plain(lived, before, 3)
        assert rows(before) == rows(lived)


def test_a_calendar_change_is_beside_a_limit_that_writes_the_same(stage: Stage, lived: Engine) -> None:
    with db.session(lived) as session:
        calendar_change.fill(session, TASKS)
    lived.dispose()
    copy = stage.copy()
    calendar_change.change(stage.url)
    with databases.engine_of(copy) as before:
        assert rows(before)["tasks"] != rows(lived)["tasks"]
        calendar_change.plain(lived, before)
        assert rows(before) == rows(lived)


def test_the_days_are_beside_a_limit_that_writes_the_same(stage: Stage, lived: Engine) -> None:
    with db.session(lived) as session:
        nation.populate(session, TASKS)
    for on in (daily_run.WORST, daily_run.USUAL):
        lived.dispose()
        copy = stage.copy()
        daily_run.live(stage.url, on)
        with databases.engine_of(copy) as before:
            plain_sql.replay(lived, before, on)
            assert rows(before, "daily_runs") == rows(lived, "daily_runs")
        daily_run.leave(stage.url)


def test_digests_are_beside_a_limit_that_writes_the_same(stage: Stage, lived: Engine) -> None:
    with db.session(lived) as session:
        nation.populate(session, TASKS)
    lived.dispose()
    digests.swept(stage.url, daily_run.WORST)
    said = digests.worded(stage.copy(), daily_run.WORST)
    copy = stage.copy()
    digests.composed(stage.url, daily_run.WORST)
    with databases.engine_of(copy) as before:
        digests.bare(lived, before, said, daily_run.WORST)
        assert rows(before, "news", "daily_runs") == rows(lived, "news", "daily_runs")


def test_mails_are_beside_a_limit_that_sends_the_same(stage: Stage, lived: Engine) -> None:
    with SmtpServer() as server:
        with db.session(lived) as session:
            people = mails.write(session, 10, server.port)
        mails.delivered(stage.url, 10)
        sent = sorted(server.messages, key=repr)
        server.messages.clear()
        mails.plain(people, server.port)
        assert sorted(server.messages, key=repr) == sent
