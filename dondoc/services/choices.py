"""Whom a page proposes for the items of a plan: few questions to the database, and not the whole country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, or_, select

from dondoc.services.directory import Directory, Named
from dondoc.services.statements import rows_of
from models import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.services.world import World


def choices(world: World, subject_unit_id: int, named: Iterable[str | None]) -> Directory:
    """Return the units and people to choose from for a plan about a unit: its department's, the authority's.

    Beside them it knows the people whose codes are `named`; all others, for what somebody has written,
    `directory` does.
    """
    organisation = world.organisation
    department, top = organisation.department_of(subject_unit_id), organisation.general_department
    homes = {unit_id: organisation.department_of(unit_id) for unit_id in organisation.units}
    circles = tuple(
        tuple(unit_id for unit_id, home in homes.items() if home == circle)
        for circle in dict.fromkeys((department, top))
    )
    units = Named(
        names={unit.code: unit.name for unit in organisation.units.values()},
        aliases={},
        circles=tuple(tuple(organisation.units[unit_id].code for unit_id in circle) for circle in circles),
    )
    supervisors = tuple(units.label(organisation.units[unit_id].code) for unit_id in circles[-1])
    return Directory(units, supervisors, _people(world, circles, named))


def _people(world: World, circles: tuple[tuple[int, ...], ...], named: Iterable[str | None]) -> Named:
    """Return who serves in these units."""
    posts_in = world.organisation.posts_in
    serving = [dict.fromkeys(post.person_id for post in posts_in(circle)) for circle in circles]
    wanted = {person_id for circle in serving for person_id in circle}
    known = or_(col(Person.id).in_(wanted), col(Person.code).in_([code for code in named if code]))
    rows = rows_of(world.session, select(Person.id, Person.code, Person.name).where(known)).all()
    codes = {person_id: code for person_id, code, _name in rows}
    return Named(
        names={code: name for _id, code, name in rows},
        aliases={},
        circles=tuple(tuple(codes[person_id] for person_id in circle) for circle in serving),
    )
