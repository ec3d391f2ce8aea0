"""Invented people in a small organisation: rows in memory, which a test may store as they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dondoc.reading.shipped_calendar import shipped_entries
from dondoc.rules.calendar import WorkCalendar
from dondoc.rules.organisation import Organisation
from models import Audience, Ladder, Person, Post, PostRole, Step, Unit, UnitKind

if TYPE_CHECKING:
    from sqlmodel import Session

SINCE = dt.date(2013, 1, 1)
CALENDAR = WorkCalendar.of(shipped_entries())

UNITS = {
    "TC": (UnitKind.GENERAL_DEPARTMENT, None),
    "VP": (UnitKind.OFFICE, "TC"),
    "TCCB": (UnitKind.DEPARTMENT, "TC"),
    "NV1": (UnitKind.DEPARTMENT, "TC"),
    "HP": (UnitKind.PROVINCIAL_DEPARTMENT, "TC"),
    "HP-NV": (UnitKind.ROOM, "HP"),
    "HP-LC": (UnitKind.DISTRICT_OFFICE, "HP"),
    "QN": (UnitKind.PROVINCIAL_DEPARTMENT, "TC"),
}
SUPERVISES = {"TCCB": ["tổ chức cán bộ"], "NV1": ["nghiệp vụ"]}

PEOPLE = {
    "dg": ("TC", PostRole.HEAD),
    "ddg": ("TC", PostRole.DEPUTY),
    "vp-head": ("VP", PostRole.HEAD),
    "vp-officer": ("VP", PostRole.OFFICER),
    "tccb-head": ("TCCB", PostRole.HEAD),
    "nv1-head": ("NV1", PostRole.HEAD),
    "nv1-officer": ("NV1", PostRole.OFFICER),
    "hp-head": ("HP", PostRole.HEAD),
    "hp-deputy": ("HP", PostRole.DEPUTY),
    "room-head": ("HP-NV", PostRole.ACTING_HEAD),
    "room-officer": ("HP-NV", PostRole.OFFICER),
    "lc-deputy-1": ("HP-LC", PostRole.DEPUTY),
    "lc-deputy-2": ("HP-LC", PostRole.DEPUTY),
    "lc-officer": ("HP-LC", PostRole.OFFICER),
    "qn-head": ("QN", PostRole.HEAD),
}

LADDERS = {
    "default": (
        (-7, Audience.ASSIGNEE),
        (-3, Audience.ASSIGNEE),
        (-1, Audience.ASSIGNEE),
        (0, Audience.ASSIGNEE),
        (1, Audience.ASSIGNEE_AND_HEAD),
        (3, Audience.DEPARTMENT_HEAD),
        (5, Audience.SUPERVISOR),
        (10, Audience.OFFICE),
        (20, Audience.DIRECTOR_GENERAL),
    ),
    "authority": (
        (-1, Audience.ASSIGNEE),
        (0, Audience.ASSIGNEE),
        (1, Audience.HEAD),
        (5, Audience.OFFICE),
        (10, Audience.DIRECTOR_GENERAL),
    ),
    "director_general": ((0, Audience.ASSIGNEE), (1, Audience.OFFICE)),
    "review": ((0, Audience.ASSIGNEE), (3, Audience.DEPARTMENT_HEAD)),
}

UNIT_IDS = {code: number for number, code in enumerate(UNITS, start=1)}
PERSON_IDS = {code: number for number, code in enumerate(PEOPLE, start=1)}
LADDER_IDS = {code: number for number, code in enumerate(LADDERS, start=1)}


def units() -> list[Unit]:
    return [
        Unit(
            id=UNIT_IDS[code],
            code=code,
            name=code,
            kind=kind,
            parent_id=UNIT_IDS[parent] if parent else None,
            supervises=SUPERVISES.get(code, []),
            valid_from=SINCE,
        )
        for code, (kind, parent) in UNITS.items()
    ]


def post(person: str, unit: str, role: PostRole, first: dt.date = SINCE, last: dt.date | None = None) -> Post:
    return Post(
        unit_id=UNIT_IDS[unit],
        person_id=PERSON_IDS[person],
        role=role,
        title=role.value,
        valid_from=first,
        valid_to=last,
    )


def posts() -> list[Post]:
    return [post(person, unit, role) for person, (unit, role) in PEOPLE.items()]


def people() -> list[Person]:
    return [Person(id=number, code=code, name=code) for code, number in PERSON_IDS.items()]


def steps(ladder: str = "default") -> list[Step]:
    return [
        Step(
            ladder_id=LADDER_IDS[ladder],
            position=position,
            code=f"{ladder}{days:+}",
            working_days=days,
            audience=audience,
        )
        for position, (days, audience) in enumerate(LADDERS[ladder], start=1)
    ]


def organisation(on: dt.date, *more: Post, without: str = "") -> Organisation:
    """Return the cast as it is on a day, with more posts, and without one person."""
    there = [one for one in posts() if one.person_id != PERSON_IDS.get(without)]
    return Organisation(units(), [*there, *more], on)


def codes(person_ids: tuple[int, ...]) -> set[str]:
    names = {number: code for code, number in PERSON_IDS.items()}
    return {names[number] for number in person_ids}


def store(session: Session) -> None:
    """Keep the whole cast and its ladders in a database."""
    ladders = [Ladder(id=number, code=code, name=code) for code, number in LADDER_IDS.items()]
    session.add_all([*people(), *ladders])
    for unit in units():
        session.add(unit)
        session.flush()
    session.add_all([*posts(), *(step for ladder in LADDERS for step in steps(ladder))])
    session.flush()
