"""What every connection to a database is told: what a crash may cost, and how its pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

TOLD: dict[str, dict[str, object]] = {
    "sqlite": {
        "PRAGMA journal_mode": "wal",
        "PRAGMA synchronous": 2,  # full: what is committed outlives a power cut
        "PRAGMA foreign_keys": 1,
        "PRAGMA cache_size": -32768,
    },
    "postgresql": {"SHOW random_page_cost": "1.1"},
}


def test_every_connection_is_told_what_its_database_does_not_know_by_itself(engine: Engine) -> None:
    told = TOLD[engine.dialect.name]
    for _ in range(2):
        with engine.connect() as connection:
            assert {ask: connection.exec_driver_sql(ask).scalar_one() for ask in told} == told
            connection.rollback()
            assert {ask: connection.exec_driver_sql(ask).scalar_one() for ask in told} == told
        engine.dispose()
