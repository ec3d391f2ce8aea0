"""Holding a run up in the database, so that a test may act in the middle of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlmodel import select

from models import Person, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine

WAITING_FOR_A_UNIT = """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
AND wait_event_type = 'Lock' AND query LIKE '%%FROM units%%FOR NO KEY UPDATE'"""


@contextmanager
def steps_held_up(engine: Engine) -> Iterator[Callable[[], int]]:
    """Keep everybody from raising a step; give a function that says how many want to."""
    with engine.connect() as holder, holder.begin():
        holder.exec_driver_sql("LOCK TABLE escalations IN SHARE MODE")

        def who_wait() -> int:
            with engine.connect() as other:
                waiting = (
                    "SELECT count(*) FROM pg_locks WHERE relation = 'escalations'::regclass AND NOT granted"
                )
                return int(other.exec_driver_sql(waiting).scalar_one())

        yield who_wait


@contextmanager
def somebody_at(engine: Engine, department: str) -> Iterator[Callable[[], bool]]:
    """Keep a department from being swept; give a function that says whether somebody waits for it."""
    with engine.connect() as holder, holder.begin():
        taken = select(Unit.id).where(Unit.code == department).with_for_update(key_share=True)
        holder.execute(taken)

        def is_waited_for() -> bool:
            with engine.connect() as other:
                return bool(other.exec_driver_sql(WAITING_FOR_A_UNIT).scalar_one())

        yield is_waited_for


@contextmanager
def somebody_telling(engine: Engine, person: str) -> Iterator[None]:
    """Keep everybody who looks first from composing for a person."""
    with engine.connect() as holder, holder.begin():
        taken = select(Person.id).where(Person.code == person).with_for_update(key_share=True)
        assert holder.execute(taken).first()
        yield
