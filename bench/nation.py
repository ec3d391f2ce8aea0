"""The national picture: 63 provincial departments, 700 district offices, 10,000 people, and open tasks.

30 % of the tasks are overdue, 10 % fall due within three working days, the rest later; none was looked at.
With a number of `busy` tasks, so many are spread that way and the rest fall due after more than a year.
Where plans are asked for, each task was issued from an item of one (`nation_plans`).
"""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from dondoc.reading.ladders import shipped_ladders
from dondoc.reading.shipped_calendar import shipped_entries
from dondoc.rules.ladder import Clock, next_look
from dondoc.services.installation import install
from dondoc.services.occasion import Occasion
from dondoc.services.world import World
from models import (
    Channel,
    Document,
    Item,
    Person,
    Plan,
    Post,
    PostRole,
    Task,
    TaskKind,
    TaskState,
    Unit,
    UnitKind,
)
from nation_plans import Plans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session, SQLModel

DEPARTMENTS = 63
OFFICES = 700
PEOPLE = 10_000
VU = 6
TODAY = dt.date(2014, 5, 27)
SINCE = dt.date(2014, 1, 1)
GIVEN = dt.date(2014, 3, 3)
CHUNK = 20_000
BUSY = 0.4
"""The share of tasks that are overdue or fall due within three working days."""
LATER = 400


def populate(session: Session, tasks: int, busy: int | None = None, *, planned: bool = False) -> None:
    """Fill an empty database with the nation and its open tasks, and the plans they come from."""
    now = dt.datetime.combine(GIVEN, dt.time(), dt.UTC)
    nobody = Occasion(person=None, os_user="bench", on=GIVEN, now=now)
    install(session, shipped_entries(), shipped_ladders(), nobody, simulated=True)
    leads = _organisation(session)
    made = _tasks(World(session, TODAY), leads, tasks, tasks if busy is None else busy)
    _insert(session, Task, _issued(session, leads, list(made)) if planned else made)


def _issued(
    session: Session, leads: list[tuple[int, int, list[int]]], tasks: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Make the plans, and return the tasks as they were issued from them."""
    departments = sorted({department for _, department, _ in leads})
    plans = Plans([departments.index(department) for _, department, _ in leads], len(departments), len(tasks))
    for number, task in enumerate(tasks):
        task.update(plans.columns(number))
    _insert(session, Document, plans.documents())
    _insert(session, Plan, plans.plans(departments))
    _insert(session, Item, plans.items(iter(tasks)))
    return iter(tasks)


def _organisation(session: Session) -> list[tuple[int, int, list[int]]]:
    """Make units and people; return each office with its department and its officers."""
    top = _unit(session, "TC", UnitKind.GENERAL_DEPARTMENT, None)
    headed = [top, _unit(session, "TC-VP", UnitKind.OFFICE, top)]
    headed += [_unit(session, f"TC-V{n}", UnitKind.DEPARTMENT, top) for n in range(VU)]
    departments = [_unit(session, f"P{n}", UnitKind.PROVINCIAL_DEPARTMENT, top) for n in range(DEPARTMENTS)]
    offices = {
        _unit(session, f"D{n}", UnitKind.DISTRICT_OFFICE, departments[n % DEPARTMENTS]): n % DEPARTMENTS
        for n in range(OFFICES)
    }
    heads = [*headed, *departments, *offices]
    people = _people(session)
    places = [(unit, PostRole.HEAD) for unit in heads]
    ordered = list(offices)
    places += [(ordered[number % OFFICES], PostRole.OFFICER) for number in range(len(heads), PEOPLE)]
    officers: dict[int, list[int]] = {office: [] for office in offices}
    for person, (unit, role) in zip(people, places, strict=True):
        session.add(Post(unit_id=unit, person_id=person, role=role, title="", valid_from=SINCE))
        if role is PostRole.OFFICER:
            officers[unit].append(person)
    return [(office, departments[place], officers[office]) for office, place in offices.items()]


def _unit(session: Session, code: str, kind: UnitKind, parent: int | None) -> int:
    unit = Unit(code=code, name=code, kind=kind, parent_id=parent, valid_from=SINCE)
    session.add(unit)
    session.flush()
    return unit.id


def _people(session: Session) -> list[int]:
    """Make everybody, each with a channel, and return their row ids."""
    people = [Person(code=f"p{number}", name=f"Nguyễn Văn {number}") for number in range(PEOPLE)]
    session.add_all(people)
    session.flush()
    session.add_all(Channel(person_id=one.id, position=1, address=f"memory://{one.code}") for one in people)
    return [one.id for one in people]


def _tasks(
    world: World, leads: list[tuple[int, int, list[int]]], count: int, busy: int
) -> Iterator[dict[str, Any]]:
    draw = random.Random(18)  # noqa: S311 - the same nation every time
    supervisors = [unit.id for unit in world.organisation.units.values() if unit.code.startswith("TC-V")]
    ladder, steps = world.ladders["default"], world.steps[world.ladders["default"]]
    looks: dict[dt.date, dt.date | None] = {}
    for number in range(count):
        share = draw.random() * (1 if busy == count else BUSY)
        due = _due(world, share, draw) if number < busy else TODAY + dt.timedelta(days=LATER)
        if due not in looks:
            looks[due] = next_look(steps, 0, Clock(due, GIVEN), world.calendar)
        office, department, officers = leads[number % len(leads)]
        supervisor = draw.choice(supervisors)
        yield {
            "code": f"P-2014-01.{number}a", "kind": TaskKind.ITEM, "title": f"Việc {number}", "round": 1,
            "department_id": department, "lead_unit_id": office, "assignee_id": draw.choice(officers),
            "supervisor_unit_id": supervisor, "acceptor_unit_id": supervisor, "state": TaskState.ASSIGNED,
            "percent": 0, "issued_on": GIVEN, "original_due_on": due, "due_on": due, "ladder_id": ladder,
            "version": 1, "clock_from": GIVEN, "last_step": 0, "quiet_days": "", "next_look_on": looks[due],
        }  # fmt: skip


def _due(world: World, share: float, draw: random.Random) -> dt.date:
    if share < 0.3:  # noqa: PLR2004 - the overdue
        return world.calendar.add_working_days(TODAY, -draw.randint(1, 40))
    if share < 0.4:  # noqa: PLR2004 - those that fall due within three working days
        return world.calendar.add_working_days(TODAY, draw.randint(0, 3))
    return world.calendar.add_working_days(TODAY, draw.randint(4, 200))


def _insert(session: Session, model: type[SQLModel], rows: Iterator[dict[str, Any]]) -> None:
    chunk: list[dict[str, Any]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            session.execute(insert(model), chunk)
            chunk = []
    if chunk:
        session.execute(insert(model), chunk)
