"""Which people somebody may see: those who serve where their posts reach, and themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_
from sqlmodel import col, select

from dondoc.errors import Absent
from dondoc.services.visible import reach
from models import Person, Post

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from dondoc.services.world import World
    from models import PostRole


@dataclass(frozen=True)
class Place:
    """A person's place in a unit; `unit` is a code."""

    unit: str
    role: PostRole
    title: str


@dataclass(frozen=True)
class PersonView:
    """Somebody and the posts they hold on the day."""

    person: str
    name: str
    posts: tuple[Place, ...]


def visible_people(world: World, asker: Person) -> ColumnElement[bool]:
    """Return the condition on active people that the asker may see on the day."""
    seen = reach(world, asker)
    if seen.country:
        return and_(col(Person.active))
    serving = select(Post.person_id).where(
        col(Post.unit_id).in_(seen.units),
        col(Post.valid_from) <= world.on,
        or_(col(Post.valid_to).is_(None), col(Post.valid_to) >= world.on),
    )
    return and_(col(Person.active), or_(col(Person.id) == asker.id, col(Person.id).in_(serving)))


def find_person(world: World, asker: Person, code: str) -> Person:
    """Return a person; raises Absent where there is none, or none that the asker may see."""
    wanted = select(Person).where(Person.code == code, visible_people(world, asker))
    person = world.session.exec(wanted).one_or_none()
    if person is None:
        raise Absent("There is no person %(code)s that you may see.", code=code)
    return person


def people_after(world: World, asker: Person, code: str, most: int) -> list[PersonView]:
    """Return up to `most` people that the asker may see, by code, those after `code`."""
    wanted = select(Person).where(visible_people(world, asker), Person.code > code)
    return [view_of(world, person) for person in world.session.exec(wanted.order_by(Person.code).limit(most))]


def view_of(world: World, person: Person) -> PersonView:
    """Return a person as others see them."""
    units = world.organisation.units
    posts = world.organisation.posts_of(person.id)
    places = (Place(units[post.unit_id].code, post.role, post.title) for post in posts)
    return PersonView(person.code, person.name, tuple(places))
