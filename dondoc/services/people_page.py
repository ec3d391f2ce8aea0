"""People as the administration shows them: found without tone marks, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, true
from sqlmodel import col, select

from models import Channel, Person
from models.search import searchable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlmodel.sql.expression import SelectOfScalar

    from dondoc.services.world import World

ON_A_PAGE = 50
FIRST = select(Person).order_by(Person.code)


@dataclass(frozen=True)
class PersonLine:
    """A person with their posts, and the kinds of their channels: an address may hold a password."""

    code: str
    name: str
    posts: tuple[str, ...]
    channels: tuple[str, ...]
    active: bool
    administrator: bool


@dataclass(frozen=True)
class PeoplePage:
    """One page of the people found."""

    lines: tuple[PersonLine, ...]
    total: int
    page: int
    pages: int


def people_page(world: World, words: str, page: int) -> PeoplePage:
    """Return a page of the people whose name or code `words` find, by code."""
    found = _found(words)
    total = world.session.exec(select(func.count()).select_from(Person).where(found)).one()
    lines = _lines(world, FIRST.where(found).limit(ON_A_PAGE).offset((page - 1) * ON_A_PAGE))
    return PeoplePage(tuple(lines), total, page, max(1, -(-total // ON_A_PAGE)))


def people_found_after(world: World, words: str, code: str, most: int) -> list[PersonLine]:
    """Return up to `most` people whose name or code `words` find, by code, those after `code`."""
    return _lines(world, FIRST.where(_found(words), Person.code > code).limit(most))


def _found(words: str) -> ColumnElement[bool]:
    """Return the condition on the people whom `words` find; everybody without words."""
    wanted = searchable(words)
    if not wanted:
        return true()
    return or_(
        col(Person.search).contains(wanted, autoescape=True),
        func.lower(Person.code).contains(wanted, autoescape=True),
    )


def _lines(world: World, wanted: SelectOfScalar[Person]) -> list[PersonLine]:
    people = world.session.exec(wanted).all()
    channels: dict[int, list[str]] = defaultdict(list)
    kept = select(Channel).where(col(Channel.person_id).in_([person.id for person in people]))
    for channel in world.session.exec(kept.order_by(col(Channel.position))):
        channels[channel.person_id].append(channel.address.partition("://")[0])
    return [_line(world, person, channels[person.id]) for person in people]


def _line(world: World, person: Person, channels: Sequence[str]) -> PersonLine:
    organisation = world.organisation
    posts = (
        f"{post.title}, {organisation.units[post.unit_id].name}" for post in organisation.posts_of(person.id)
    )
    return PersonLine(
        person.code, person.name, tuple(posts), tuple(channels), person.active, person.administrator
    )
