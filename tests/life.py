"""A life of the small organisation: days lived or missed, and people trying what they may and may not do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

from days import DUE, GIVEN, Days
from dondoc.errors import Refused
from dondoc.services import acceptance, assignment, reports, submissions
from dondoc.services.evidence import Folder
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import run_moment
from dondoc.services.world import World
from models import Person
from outcome import outcome
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session

    from notifications.sender import Letter

DATED, UNDATED = "T-1a", "T-2a"
DAYS = ("live", "miss", "again")


@dataclass(frozen=True)
class Event:
    """So many days that are lived or missed, the day run again, or what a person does to a task."""

    what: str
    days: int = 1
    person: str = ""
    task: str = DATED
    heir: str = ""


class Life:
    """Begins on 9 May 2014 with a dated and an undated task of An Viên."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.days = Days(engine, folder)
        self.today = GIVEN
        self._store = Folder(folder / "evidence")
        with self.days.sessions() as session:
            world = SmallWorld(session)
            world.task(DATED, DUE, GIVEN)
            world.task(UNDATED, None, GIVEN)
        self.run()

    def happens(self, event: Event) -> bool:
        """Let something happen; say whether it did, or was refused and left nothing behind."""
        if event.what not in DAYS:
            return self._act(event)
        for step in {"live": [1] * event.days, "miss": [event.days], "again": [0]}[event.what]:
            self.today += dt.timedelta(days=step)
            self.run()
        return True

    def run(self) -> None:
        report = self.days.run(self.today)
        assert not report.failed, report.failed

    def letters(self, person: str) -> list[Letter]:
        """Return what a person was sent today."""
        return [
            letter
            for to, letter in self.days.sender.sent
            if to == f"memory://{person}" and letter.day == self.today
        ]

    def left(self) -> dict[str, list[str]]:
        with self.days.sessions() as session:
            return outcome(session)

    def _act(self, event: Event) -> bool:
        before = self.left()
        try:
            with self.days.sessions() as session:
                self._try(session, event)
        except Refused:
            assert self.left() == before
            return False
        return True

    def _try(self, session: Session, event: Event) -> None:
        world = World(session, self.today)
        person = session.exec(select(Person).where(Person.code == event.person)).one()
        occasion = Occasion(person, "tester", self.today, run_moment(self.today) + dt.timedelta(hours=1))
        match event.what:
            case "report":
                reports.report(world, occasion, event.task, percent=50)
            case "submit":
                cited = [f"15/BC, {self.today:%d/%m/%Y}"]
                submissions.submit(world, occasion, event.task, self._store, documents=cited)
            case "accept":
                acceptance.accept(world, occasion, event.task, self._store)
            case "return":
                acceptance.return_(world, occasion, event.task, "Chưa đủ minh chứng")
            case "assign":
                assignment.assign(world, occasion, event.task, event.heir)
