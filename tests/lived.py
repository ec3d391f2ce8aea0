"""The same lives on a real database: days run and deeds done by the services, and what they leave there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlmodel import col, select

from days import DUE, GIVEN, Days
from dondoc.errors import Refused
from dondoc.reading.ladders import LadderEntry, StepEntry
from dondoc.reading.organisation import OrganisationFile
from dondoc.rules.calendar import Entry
from dondoc.rules.quiet import Quiet
from dondoc.services import (
    acceptance,
    approval,
    assignment,
    calendar_entries,
    daily,
    issuing,
    ladders,
    organisation,
    plan_closing,
    plan_edits,
    plan_life,
    reports,
    submissions,
)
from dondoc.services.evidence import Folder
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import run_moment
from dondoc.services.world import World
from models import ENDED, Audience, DigestLine, Escalation, Message, News, Person, Step, Task
from outcome import outcome
from small_plan import SmallPlan
from small_world import UNITS, SmallWorld

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session

    from dondoc.services.day_report import DayReport
    from model import Rung
    from model_world import Staff

CLERK = "quan-tri"
"""Loads calendar and organisation, and has no post in it."""


class Lived:
    """Begins with three tasks given on 9 May 2014, one undated, and the small plan as a draft."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.days = Days(engine, folder)
        self.store = Folder(folder / "evidence")
        with self.days.sessions() as session:
            small = SmallPlan(session)
            self.plan = small.plan.code
            session.add(Person(code=CLERK, name="Quản trị", administrator=True))
            give_three(small.world)

    def run(self, on: dt.date) -> DayReport:
        return self.days.run(on)

    def preview(self, on: dt.date, today: dt.date) -> DayReport:
        """Look at a day ahead as `run daily --dry-run` does; it must leave nothing behind."""
        before = self.left()
        with self.days.sessions() as session:
            seen = daily.preview(session, on, run_moment(today), today)
        assert self.left() == before
        return seen

    def does(self, what: str, person: str, on: dt.date, *words: Any) -> bool:
        """Let a person do something; say whether it was done, or was refused."""
        try:
            with self.days.sessions() as session:
                who = session.exec(select(Person).where(Person.code == person)).one()
                moment = run_moment(on) + dt.timedelta(hours=1)
                self.deeds[what](World(session, on), Occasion(who, "tester", on, moment), *words)
        except Refused:
            return False
        return True

    @property
    def deeds(self) -> dict[str, Callable[..., object]]:
        return {
            "report": lambda world, by, code: reports.report(world, by, code, percent=50),
            "submit": self._submit,
            "accept": lambda world, by, code: acceptance.accept(world, by, code, self.store),
            "return": lambda world, by, code: acceptance.return_(world, by, code, "Chưa đủ minh chứng"),
            "assign": assignment.assign,
            "plan open": self._to_plan(plan_life.open_plan),
            "plan consult": self._to_plan(plan_life.consult),
            "plan opine": self._to_plan(plan_life.opine, "Nhất trí"),
            "plan submit": self._to_plan(plan_life.submit),
            "plan return": self._to_plan(approval.return_, "Cần bổ sung"),
            "plan approve": self._to_plan(approval.approve, "Đã thống nhất"),
            "plan issue": self._issue,
            "plan close": self._to_plan(plan_closing.close),
            "plan set": self._set,
            "calendar": self._declare,
            "ladder": self._climb,
            "organisation": self._load,
        }

    def _to_plan(self, service: Callable[..., object], *words: str) -> Callable[..., object]:
        return lambda world, by: service(world, by, self.plan, *words)

    def _submit(self, world: World, occasion: Occasion, code: str) -> None:
        cited = [f"15/BC, {occasion.on:%d/%m/%Y}"]
        submissions.submit(world, occasion, code, self.store, documents=cited)

    def _issue(self, world: World, occasion: Occasion) -> None:
        issuing.request(world, occasion, self.plan)
        issuing.issue(world.session, self.plan, occasion.on, occasion.now)

    def _set(self, world: World, occasion: Occasion, facts: dict[str, Any]) -> None:
        plan_edits.edit(world, occasion, self.plan, "3.1", plan_edits.Edit(**facts))

    def _climb(self, world: World, occasion: Occasion, ladder: str, rungs: tuple[Rung, ...]) -> None:
        steps = tuple(
            StepEntry(code=code, at=days, audience=audience, weekly=audience is Audience.DIRECTOR_GENERAL)
            for code, days, audience in rungs
        )
        entry = LadderEntry(code=ladder, name=ladder, steps=steps)
        ladders.load(world.session, entry, occasion)

    def _declare(self, world: World, occasion: Occasion, day: dt.date, works: bool) -> None:
        entry = Entry(day, works, "Hoán đổi", "Công văn 01/CV")
        calendar_entries.load(world.session, [entry], occasion, "cong-van.yaml")

    def _load(self, world: World, occasion: Occasion, staff: Staff) -> None:
        organisation.load(world.session, as_file(staff), occasion, "to-chuc.yaml")

    def left(self) -> dict[str, list[str]]:
        with self.days.sessions() as session:
            return outcome(session)

    def duties(self, session: Session) -> dict[str, tuple[Any, ...]]:
        """Return of each task its owner, due date, quiet days behind it, hand-in, and whether it ended."""
        found = session.exec(select(Task, Person.code).join(Person, col(Person.id) == Task.assignee_id))
        return {
            task.code: (
                person,
                task.due_on,
                _days(Quiet.parse(task.quiet_days)),
                task.quiet_since,
                task.state in ENDED,
            )
            for task, person in found
        }

    def raised(self, session: Session) -> set[tuple[Any, ...]]:
        """Return task, step, the day it was due, the day it was raised, and whom it told."""
        told: dict[int, list[str]] = {}
        heard = select(News.escalation_id, Person.code).join(Person, col(Person.id) == News.person_id)
        for escalation, person in session.exec(heard.where(col(News.escalation_id).is_not(None))):
            told.setdefault(escalation or 0, []).append(person)
        steps = (
            sa.select(
                *map(col, (Escalation.id, Task.code, Step.code, Escalation.due_on, Escalation.raised_on))
            )
            .select_from(Escalation)
            .join(Task, col(Task.id) == Escalation.task_id)
            .join(Step, col(Step.id) == Escalation.step_id)
        )
        return {(*step, tuple(sorted(told.get(number, [])))) for number, *step in session.execute(steps)}

    def letters(self, session: Session, on: dt.date) -> dict[str, set[tuple[str, str]]]:
        """Return section and task of each line of the digests of a day, by person."""
        lines = (
            select(Person.code, DigestLine.section, Task.code)
            .select_from(Message)
            .join(Person, col(Person.id) == Message.person_id)
            .join(DigestLine, col(DigestLine.message_id) == Message.id)
            .join(Task, col(Task.id) == DigestLine.task_id)
            .where(Message.day == on)
        )
        found: dict[str, set[tuple[str, str]]] = {}
        for person, section, task in session.exec(lines):
            found.setdefault(person, set()).add((section, task))
        return found


def give_three(world: SmallWorld) -> None:
    """Give a dated and an undated task to the room's officer, and one to a department of the authority."""
    world.task("T-1a", DUE, GIVEN)
    world.task("T-2a", None, GIVEN)
    own = {"lead_unit_id": world.units["TC-TCCB"], "assignee_id": world.people["vu"]}
    world.task("T-3a", DUE, GIVEN, ladder="authority", **own)


def as_file(staff: Staff) -> OrganisationFile:
    """Write the organisation as a file says it, as it is from the day it is loaded."""
    units = [
        {"code": code, "name": name, "kind": kind, "parent": parent} for code, name, kind, parent in UNITS
    ]
    people = [
        {"code": code, "name": code, "posts": [{"unit": unit, "role": role, "title": role}]}
        for code, (unit, role) in staff.posts.items()
    ]
    return OrganisationFile.model_validate({"units": units, "people": people})


def _days(quiet: Quiet) -> frozenset[dt.date]:
    return frozenset(
        first + dt.timedelta(days=n) for first, until in quiet.spells for n in range((until - first).days)
    )
