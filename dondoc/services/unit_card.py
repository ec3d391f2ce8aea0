"""A unit as the administration changes it, with those who hold its posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, func, select

from dondoc.errors import Absent
from dondoc.services.organisation_file import goes_on
from dondoc.services.statements import among, rows_of
from models import ENDED, Person, Post, Task, Unit

if TYPE_CHECKING:
    from dondoc.services.world import World

POSTS = select(Post, Person).join(Person).where(Post.unit_id == bindparam("unit")).order_by(col(Post.id))
LED = (
    select(func.count())
    .select_from(Task)
    .where(Task.lead_unit_id == bindparam("unit"), ~among(Task.state, ENDED))
)


@dataclass(frozen=True)
class UnitCard:
    """A unit, the code of the one above it, its posts that go on, and how many open tasks it leads."""

    unit: Unit
    parent: str | None
    posts: tuple[tuple[Post, Person], ...]
    tasks: int


def unit_card(world: World, code: str) -> UnitCard:
    """Return the unit of that code, abolished or not; raises Absent where there is none."""
    session = world.session
    unit = session.exec(select(Unit).where(Unit.code == code)).one_or_none()
    if unit is None:
        raise Absent("There is no unit %(unit)s.", unit=code)
    posts = session.exec(POSTS, params={"unit": unit.id})
    return UnitCard(
        unit,
        world.unit_code(unit.parent_id) if unit.parent_id else None,
        tuple((post, person) for post, person in posts if goes_on(post, world.on)),
        rows_of(session, LED, unit=unit.id).scalar_one(),
    )
