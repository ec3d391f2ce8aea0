"""What people do on the day of a run: each to a task of their own, or to whom and when tasks are told."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlmodel import select

import databases
from days import Days
from dondoc import db
from dondoc.reading.ladders import LadderEntry, StepEntry
from dondoc.rules.calendar import Entry
from dondoc.services import (
    acceptance,
    assignment,
    calendar_entries,
    ladders,
    person_edits,
    reports,
    submissions,
)
from dondoc.services.evidence import Folder
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import run_moment
from dondoc.services.world import World
from lived import CLERK
from models import Audience, Person
from small_world import LADDERS

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier
    from pathlib import Path

    from sqlalchemy import Engine

SATURDAY = Entry(dt.date(2014, 5, 24), working=True, name="Làm bù", document="Công văn số 8/CV")
SOONER = {1: ("head", 1, Audience.HEAD), 3: ("department", 2, Audience.DEPARTMENT_HEAD)}
"""Steps of the default ladder, by their distance, that others take the place of."""

PAUSE = 0.05
"""Seconds between two transactions of a run that others are to come between."""


@dataclass(frozen=True)
class Update:
    """What somebody does, to which task, or to whom."""

    what: str
    person: str
    code: str = ""


def updates_of(province: str) -> list[Update]:
    """Return what is done in a province whose officers have a task each: to each another thing."""
    officer, tasks = f"vien-{province.lower()}", [f"{province}-{number}.0a" for number in range(6)]
    return [
        Update("report", f"{officer}-0", tasks[0]),
        Update("submit", f"{officer}-1", tasks[1]),
        Update("return", "vu", tasks[2]),
        Update("accept", "vu", tasks[3]),
        Update("assign", f"phong-{province.lower()}", tasks[4]),
        Update("leave", CLERK, f"{officer}-5"),
    ]


def do(engine: Engine, folder: Path, on: dt.date, update: Update) -> None:
    """Do it in a transaction of its own."""
    with db.session(engine) as session:
        who = session.exec(select(Person).where(Person.code == update.person)).one()
        world, store = World(session, on), Folder(folder)
        occasion = Occasion(who, "tester", on, run_moment(on))
        match update.what:
            case "report":
                reports.report(world, occasion, update.code, 40)
            case "submit":
                submissions.submit(world, occasion, update.code, store, documents=[f"15/BC, {on:%d/%m/%Y}"])
            case "return":
                acceptance.return_(world, occasion, update.code, "Chưa đủ minh chứng")
            case "accept":
                acceptance.accept(world, occasion, update.code, store)
            case "assign":
                assignment.assign(world, occasion, update.code, f"vien-{update.code[:2].lower()}-0")
            case "leave":
                person_edits.change_person(session, occasion, update.code, {}, active=False)
            case "declare":
                calendar_entries.load(session, [SATURDAY], occasion, "cong-van.yaml")
            case "climb":
                ladders.load(session, sooner(), occasion)


def sooner() -> LadderEntry:
    """Return the default ladder as a file says it that lets tasks climb sooner."""
    steps = [SOONER.get(step[1], step) for step in LADDERS["default"]]
    stated = tuple(StepEntry(code=code, at=at, audience=audience) for code, at, audience in steps)
    return LadderEntry(code="default", name="Leo sớm", steps=stated)


def run(engine: Engine, folder: Path, on: dt.date) -> None:
    """Live a day."""
    assert Days(engine, folder).run(on).failed == ()


def run_slowly(url: str, folder: Path, on: dt.date, begin: Barrier, done: int) -> None:
    """Live a day in a process of its own, slowly; what comes beside it begins when so much of it is done."""
    commits = itertools.count(1)

    def pause(_connection: object) -> None:
        time.sleep(PAUSE)
        if next(commits) == done:
            begin.wait()

    with databases.engine_of(url) as engine:
        event.listen(engine, "commit", pause)
        if not done:
            begin.wait()
        run(engine, folder, on)


def do_all(url: str, folder: Path, on: dt.date, updates: list[Update], begin: Barrier) -> None:
    """Do updates one after the other, in a process of its own."""
    with databases.engine_of(url) as engine:
        begin.wait()
        for update in updates:
            time.sleep(random.random() * PAUSE)  # noqa: S311 - any moment will do
            do(engine, folder, on, update)
