"""The migrations: from empty to the newest, no drift from the models, wholly or not at all."""

from __future__ import annotations

import datetime as dt
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlmodel import col, select

from databases import create_postgres, engine_of, migrated
from dondoc import db
from dondoc.errors import Refused
from dondoc.services import duties
from models import Escalation, News, NewsKind, Step, metadata
from small_world import SmallWorld

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    else:
        url = create_postgres(request.getfixturevalue("postgres_url"))
    with engine_of(url) as engine:
        yield engine


def test_it_makes_every_table_and_no_drift(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_four_at_once_make_it_once(empty: Engine) -> None:
    address = empty.url.render_as_string(hide_password=False)
    with ProcessPoolExecutor(4, multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(migrated, [address] * 4)) == [address] * 4
    db.check_version(empty)


def test_words_kept_before_stay_as_they_are(engine: Engine) -> None:
    """Take the way back to before sentences were kept in parts, and forward again."""
    reason = 'Thiếu "phụ lục" 100%'
    with db.session(engine) as session:
        small = SmallWorld(session)
        task = small.task("T-1a", None, dt.date(2014, 5, 9))
        duties.tell(small.on(dt.date(2014, 5, 9)), task, NewsKind.RETURNED, detail=reason)
    kept = gone_back(engine, "0019", "SELECT detail FROM news WHERE detail IS NOT NULL")
    assert kept == [(reason,)]
    db.migrate(engine)
    with db.session(engine) as session:
        told = session.exec(select(News.detail).where(col(News.detail).is_not(None))).all()
    assert told == [reason]


def test_whose_audience_was_told_stays_known(engine: Engine) -> None:
    """Take the way back to before it stood with the step, and forward again."""
    with db.session(engine) as session:
        steps = passed_on(session)
    told = "SELECT e.step_id, n.audience_step_id FROM news n JOIN escalations e ON e.id = n.escalation_id"
    assert gone_back(engine, "0020", told) == [steps]
    db.migrate(engine)
    with db.session(engine) as session:
        assert session.exec(select(Escalation.step_id, Escalation.audience_step_id)).all() == [steps]


def passed_on(session: Session) -> tuple[int, int]:
    """Raise a step of a task to the audience of another; return both."""
    on = dt.date(2014, 5, 9)
    task = SmallWorld(session).task("T-1a", None, on)
    step, told, *_ = session.exec(select(Step.id).order_by(col(Step.id))).all()
    raised = Escalation(
        task_id=task.id, version=1, step_id=step, audience_step_id=told, due_on=on, raised_on=on, attempt=1
    )
    session.add(raised)
    session.flush()
    news = News(person_id=task.assignee_id, task_id=task.id, kind=NewsKind.ESCALATED, happened_on=on)
    news.escalation_id = raised.id
    session.add(news)
    return step, told


def gone_back(engine: Engine, version: str, query: str) -> list[tuple[object, ...]]:
    """Bring the database back to an older version, and return what a query finds there."""
    with engine.connect() as connection:
        db.suspend_foreign_keys(connection)
        with connection.begin():
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(db.MIGRATIONS))
            command.downgrade(config, version)
            return [tuple(row) for row in connection.execute(text(query))]


def test_it_leaves_nothing_when_it_fails(empty: Engine) -> None:
    with empty.begin() as connection:  # in the way of the second half of the migrations
        connection.execute(text("CREATE TABLE ledger (id INTEGER)"))
    with pytest.raises(Exception, match="ledger"):
        db.migrate(empty)
    assert inspect(empty).get_table_names() == ["ledger"]


def test_it_keeps_foreign_keys_afterwards(engine: Engine) -> None:
    db.migrate(engine)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1


@pytest.mark.parametrize(
    ("version", "sentence"),
    [("9999", "newer Dondoc .9999."), ("0001", "older Dondoc .0001.")],
)
def test_it_refuses_another_version(engine: Engine, version: str, sentence: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    with pytest.raises(Refused, match=sentence):
        db.check_version(engine)


def test_it_refuses_an_empty_database(empty: Engine) -> None:
    with pytest.raises(Refused, match="no Dondoc database here"):
        db.check_version(empty)


def test_looking_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no Dondoc database here"):
        db.check_version(db.engine(f"sqlite:///{tmp_path / 'none.sqlite3'}"))
    assert list(tmp_path.iterdir()) == []
