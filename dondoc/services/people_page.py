"""People as the administration shows them: found without tone marks, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from models import Channel, Person
from models.search import searchable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.services.world import World

ON_A_PAGE = 50


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
    found = [person for person, _code in _found(world, words)]
    shown = found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    return PeoplePage(tuple(_lines(world, shown)), len(found), page, max(1, -(-len(found) // ON_A_PAGE)))


def people_found_after(world: World, words: str, code: str, most: int) -> list[PersonLine]:
    """Return up to `most` people whose name or code `words` find, by code, those after `code`."""
    return _lines(world, [person for person, known in _found(world, words) if known > code][:most])


def _found(world: World, words: str) -> list[tuple[int, str]]:
    """Return the row ids and codes of the people whom `words` find, by code."""
    wanted = searchable(words)
    rows = world.session.exec(select(Person.id, Person.code, Person.name).order_by(Person.code))
    return [
        (person, code)
        for person, code, name in rows
        if wanted in searchable(name) or wanted in code.casefold()
    ]


def _lines(world: World, shown: Sequence[int]) -> list[PersonLine]:
    people = world.session.exec(select(Person).where(col(Person.id).in_(shown)).order_by(Person.code)).all()
    channels: dict[int, list[str]] = defaultdict(list)
    kept = select(Channel).where(col(Channel.person_id).in_(shown)).order_by(col(Channel.position))
    for channel in world.session.exec(kept):
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
