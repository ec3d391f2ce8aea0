"""A unit as the administration changes it, with those who hold its posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from dondoc.errors import Absent
from dondoc.services.organisation_file import goes_on
from models import ENDED, Person, Post, Task, Unit

if TYPE_CHECKING:
    from dondoc.services.world import World


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
    posts = select(Post, Person).join(Person).where(Post.unit_id == unit.id).order_by(col(Post.id))
    led = select(func.count()).select_from(Task).where(Task.lead_unit_id == unit.id)
    return UnitCard(
        unit,
        session.exec(select(Unit.code).where(Unit.id == unit.parent_id)).one_or_none(),
        tuple((post, person) for post, person in session.exec(posts) if goes_on(post, world.on)),
        session.exec(led.where(col(Task.state).not_in(ENDED))).one(),
    )
