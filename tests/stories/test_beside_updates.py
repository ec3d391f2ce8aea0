"""A daily run beside what people do, in processes of their own: as if one had come after the other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from sqlmodel import col, select

import databases
import updates
from day_process import _processes
from days import GIVEN
from dondoc import db
from dondoc.services.schedule import run_moment
from lived import CLERK
from models import URGED, Escalation, Installation, News, NewsKind, Person, Step, Task, TaskKind
from provinces import provinces
from small_world import SmallWorld
from updates import Update, updates_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    Way = Callable[[Engine, Path, Sequence[Update], int], None]

PROVINCES = ("QN", "TB")
HANDED_IN, EVE, BUSY = dt.date(2014, 5, 12), dt.date(2014, 5, 22), dt.date(2014, 5, 23)
"""The busy day is the first after the due date: a step of every open task is raised."""
NEXT = dt.date(2014, 5, 26)
UPDATES = [*updates_of("QN"), Update("declare", CLERK), *updates_of("TB")]
CLIMB = Update("climb", CLERK)
LEAVING = {one.code for one in UPDATES if one.what == "leave"}
STANDS = ("state", "percent", "assignee_id", "due_on", "quiet_since", "quiet_days", "next_look_on", "version")

RAISED = (
    sa.select(*map(col, (Task.code, Step.code, Escalation.due_on, Escalation.raised_on)))
    .select_from(Escalation)
    .join(Task)
    .join(Step, col(Step.id) == Escalation.step_id)
)
TOLD = (
    sa.select(*map(col, (Task.code, Person.code, News.kind, Step.code, News.happened_on)))
    .select_from(News)
    .join(Task, col(Task.id) == News.task_id)
    .join(Person, col(Person.id) == News.person_id)
    .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
    .outerjoin(Step, col(Step.id) == Escalation.step_id)
)

UNTOLD = (
    select(Person.code)
    .join(News)
    .join(Task, col(Task.id) == News.task_id)
    .where(col(News.message_id).is_(None), News.kind == NewsKind.ESCALATED)
    .where(col(Task.state).in_(URGED), Task.kind == TaskKind.ITEM)
)
"""Who was not told of a step, though the task is urged: what is handed in waits for its return."""

Left = dict[str, tuple[object, ...]]
"""What is left of each task: how it stands, what was raised, who was told."""


@pytest.fixture(scope="module")
def eve(postgres_url: str, migrated_postgres: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a nation on the eve of the busy day; never lived on itself."""
    url = databases.create_postgres(postgres_url, template=migrated_postgres)
    folder = tmp_path_factory.mktemp("evidence")
    with databases.engine_of(url) as engine:
        with db.session(engine) as session:
            world = SmallWorld(session)
            session.add(Person(code=CLERK, name="Quản trị", administrator=True))
            session.add(Installation(simulated=True, created_at=run_moment(GIVEN)))
            provinces(world, PROVINCES, 6)
        for name in PROVINCES:
            for number in (2, 3):
                handed_in = Update("submit", f"vien-{name.lower()}-{number}", f"{name}-{number}.0a")
                updates.do(engine, folder, HANDED_IN, handed_in)
        updates.run(engine, folder, EVE)
    return url


def lived(server: str, eve: str, folder: Path, live: Way, beside: Sequence[Update], done: int) -> Left:
    """Live the busy day in a way, and the day after it; return what that leaves."""
    with databases.copied(eve, folder, server) as url, databases.engine_of(url) as engine:
        live(engine, folder, beside, done)
        updates.run(engine, folder, NEXT)
        return left(engine)


def left(engine: Engine) -> Left:
    with db.session(engine) as session:
        assert set(session.exec(UNTOLD)) <= LEAVING
        steps, news = ([tuple(row) for row in session.execute(query)] for query in (RAISED, TOLD))
        return {
            task.code: (
                *(getattr(task, name) for name in STANDS),
                *(tuple(sorted(map(repr, rows))) for rows in (of(task, steps), of(task, news))),
            )
            for task in session.exec(select(Task))
        }


def of(task: Task, rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [row for row in rows if row[0] == task.code]


def updates_first(engine: Engine, folder: Path, beside: Sequence[Update], _done: int) -> None:
    for update in beside:
        updates.do(engine, folder, BUSY, update)
    updates.run(engine, folder, BUSY)


def run_first(engine: Engine, folder: Path, beside: Sequence[Update], _done: int) -> None:
    updates.run(engine, folder, BUSY)
    for update in beside:
        updates.do(engine, folder, BUSY, update)


def in_parallel(engine: Engine, folder: Path, beside: Sequence[Update], done: int) -> None:
    """Live the busy day in one process, and do the updates in another once so much of it is done."""
    url, begin = engine.url.render_as_string(hide_password=False), _processes.Barrier(2)
    processes = [
        _processes.Process(target=updates.run_slowly, args=(url, folder, BUSY, begin, done)),
        _processes.Process(target=updates.do_all, args=(url, folder, BUSY, beside, begin)),
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]


@pytest.mark.parametrize(
    ("others", "done"),
    [
        pytest.param(UPDATES, 0, id="people's updates and the calendar"),
        pytest.param([CLIMB], 1, id="a new ladder, when the day's surroundings have been read"),
    ],
)
def test_a_run_beside_updates_leaves_each_task_as_one_after_the_other(
    postgres_url: str, eve: str, tmp_path: Path, others: Sequence[Update], done: int
) -> None:
    first, then, beside = (
        lived(postgres_url, eve, tmp_path / name, live, others, done)
        for name, live in (("first", updates_first), ("then", run_first), ("beside", in_parallel))
    )
    assert any(first[code] != then[code] for code in first), "the order makes a difference"
    assert beside.keys() == first.keys() == then.keys()
    for code, stands in beside.items():
        assert stands in (first[code], then[code]), code
