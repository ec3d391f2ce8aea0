"""A small organisation with ladders, for tests of services: six people, one task after another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.rules.sentences import as_kept
from dondoc.rules.terms import DueDate
from dondoc.services.duties import Duty, give
from dondoc.services.world import World
from models import Audience, Channel, Ladder, Person, Post, PostRole, Step, Task, TaskKind, Unit, UnitKind

if TYPE_CHECKING:
    from sqlmodel import Session

SINCE = dt.date(2014, 1, 1)

UNITS = (
    ("TC", "Tổng cục", UnitKind.GENERAL_DEPARTMENT, None),
    ("TC-VP", "Văn phòng Tổng cục", UnitKind.OFFICE, "TC"),
    ("TC-TCCB", "Vụ Tổ chức cán bộ", UnitKind.DEPARTMENT, "TC"),
    ("HP", "Cục Hải Phòng", UnitKind.PROVINCIAL_DEPARTMENT, "TC"),
    ("HP-TCCB", "Phòng Tổ chức cán bộ", UnitKind.ROOM, "HP"),
)

PEOPLE = (
    ("tong", "Đỗ Tổng", "TC", PostRole.HEAD),
    ("chanh", "Lê Chánh", "TC-VP", PostRole.HEAD),
    ("vu", "Vũ Trưởng", "TC-TCCB", PostRole.HEAD),
    ("cuc", "Phạm Cục", "HP", PostRole.ACTING_HEAD),
    ("phong", "Mai Phòng", "HP-TCCB", PostRole.HEAD),
    ("vien", "An Viên", "HP-TCCB", PostRole.OFFICER),
)

LADDERS: dict[str, tuple[tuple[str, int, Audience], ...]] = {
    "default": (
        ("remind7", -7, Audience.ASSIGNEE),
        ("remind3", -3, Audience.ASSIGNEE),
        ("remind1", -1, Audience.ASSIGNEE),
        ("remind0", 0, Audience.ASSIGNEE),
        ("late", 1, Audience.ASSIGNEE_AND_HEAD),
        ("department", 3, Audience.DEPARTMENT_HEAD),
        ("supervisor", 5, Audience.SUPERVISOR),
        ("office", 10, Audience.OFFICE),
        ("director_general", 20, Audience.DIRECTOR_GENERAL),
    ),
    "authority": (
        ("remind", -1, Audience.ASSIGNEE),
        ("head", 1, Audience.HEAD),
        ("office", 5, Audience.OFFICE),
        ("director_general", 10, Audience.DIRECTOR_GENERAL),
    ),
    "director_general": (("remind", -1, Audience.ASSIGNEE), ("office", 1, Audience.OFFICE)),
    "review": (("review", 0, Audience.ASSIGNEE), ("department", 3, Audience.DEPARTMENT_HEAD)),
}


class SmallWorld:
    """Rows of the small organisation by code, in one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.units: dict[str, int] = {}
        self.people: dict[str, int] = {}
        for unit in UNITS:
            self.unit(*unit)
        for person in PEOPLE:
            self.person(*person)
        self._make_ladders()

    def on(self, day: dt.date) -> World:
        return World(self.session, day)

    def task(self, code: str, due_on: dt.date | None, given_on: dt.date, **changes: object) -> Task:
        """Give a task of the small room to its officer."""
        due = None if due_on is None else DueDate(due_on, None, as_kept(""), due_on)
        duty = {
            "kind": TaskKind.ITEM,
            "code": code,
            "title": f"Việc {code}",
            "lead_unit_id": self.units["HP-TCCB"],
            "assignee_id": self.people["vien"],
            "supervisor_unit_id": self.units["TC-TCCB"],
            "ladder": "default",
            "due": due,
        }
        return give(self.on(given_on), Duty(**(duty | changes)))  # type: ignore[arg-type]

    def code_of(self, person_id: int) -> str:
        return self.session.exec(select(Person.code).where(Person.id == person_id)).one()

    def unit(self, code: str, name: str, kind: UnitKind, parent: str | None) -> None:
        """Add a unit."""
        parent_id = self.units[parent] if parent else None
        unit = Unit(code=code, name=name, kind=kind, parent_id=parent_id, valid_from=SINCE)
        self._add(unit)
        self.units[code] = unit.id

    def person(self, code: str, name: str, unit: str, role: PostRole) -> None:
        """Add somebody with a post and a channel."""
        person = Person(code=code, name=name)
        self._add(person)
        self.people[code] = person.id
        post = Post(unit_id=self.units[unit], person_id=person.id, role=role, title="", valid_from=SINCE)
        self._add(post)
        self._add(Channel(person_id=person.id, position=1, address=f"memory://{code}"))

    def _make_ladders(self) -> None:
        for code, steps in LADDERS.items():
            ladder = Ladder(code=code, name=code)
            self._add(ladder)
            for position, (name, days, audience) in enumerate(steps, start=1):
                step = Step(
                    ladder_id=ladder.id, position=position, code=name, working_days=days, audience=audience
                )
                step.weekly = audience is Audience.DIRECTOR_GENERAL
                self._add(step)

    def _add(self, row: object) -> None:
        self.session.add(row)
        self.session.flush()
