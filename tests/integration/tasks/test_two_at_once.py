"""Two people, one task, one moment: one deed is done, the other refused."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

import cast
import databases
from dondoc import db
from dondoc.errors import Refused
from models import Task, TaskState
from stage import Stage, may

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Deed = Callable[[Stage], object]


def submit(person: str) -> Deed:
    return lambda stage: stage.submit(person, may(20))


def accept(person: str) -> Deed:
    return lambda stage: stage.accept(person, may(21))


def return_(person: str) -> Deed:
    return lambda stage: stage.return_(person, may(21))


@pytest.mark.parametrize(
    ("handed_in", "deeds", "ends"),
    [
        pytest.param(
            False, (submit("room-officer"), submit("room-head")), {TaskState.HANDED_IN}, id="handed in twice"
        ),
        pytest.param(
            True, (accept("nv1-head"), accept("nv1-head")), {TaskState.ACCEPTED}, id="accepted twice"
        ),
        pytest.param(
            True,
            (accept("nv1-head"), return_("nv1-head")),
            {TaskState.ACCEPTED, TaskState.RETURNED},
            id="accepted and returned",
        ),
    ],
)
def test_one_is_done_and_the_other_refused(
    database: str, tmp_path: Path, handed_in: bool, deeds: tuple[Deed, Deed], ends: set[TaskState]
) -> None:
    prepare(database, tmp_path, handed_in=handed_in)
    ready = Barrier(2)

    def play(deed: Deed) -> object:
        with databases.engine_of(database) as engine:
            ready.wait()
            try:
                with db.session(engine) as session:
                    deed(Stage(session, tmp_path))
            except Refused as refused:
                return refused
        return None

    with ThreadPoolExecutor(2) as both:
        results = list(both.map(play, deeds))
    assert sorted(type(result).__name__ for result in results) == ["NoneType", "Refused"]
    with databases.engine_of(database) as engine, db.session(engine) as session:
        assert Stage(session, tmp_path).task().state in ends


def prepare(database: str, folder: Path, *, handed_in: bool) -> None:
    with databases.engine_of(database) as engine, db.session(engine) as session:
        cast.store(session)
        stage = Stage(session, folder)
        stage.give()
        if handed_in:
            stage.submit("room-officer", may(20))


# on SQLite one writing transaction never overlaps another
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_claim_sees_what_was_committed_meanwhile(database: str, tmp_path: Path) -> None:
    prepare(database, tmp_path, handed_in=True)
    with databases.engine_of(database) as engine, db.session(engine) as first:
        seen = first.get_one(Task, 1)
        assert seen.state is TaskState.HANDED_IN
        with db.session(engine) as second:
            Stage(second, tmp_path).accept("nv1-head", may(21))
        with pytest.raises(Refused, match="has been accepted"):
            Stage(first, tmp_path).accept("nv1-head", may(21))
