"""People as the administration shows them: found without tone marks, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_
from sqlmodel import col, select

from dondoc.services.conditions import ESCAPE, EVERY, SHAPES, Condition, a_page, escaped, rows_at
from dondoc.services.statements import look_at, rows_of
from models import Channel, Person
from models.search import searchable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select

    from dondoc.services.world import World

ON_A_PAGE = 50
FIRST = select(Person).order_by(Person.code)
WORDS: Any = bindparam("words")
NAMED = or_(
    col(Person.search).contains(WORDS, escape=ESCAPE),
    func.lower(Person.code).contains(WORDS, escape=ESCAPE),
)
CHANNELS = (
    select(Channel)
    .where(col(Channel.person_id).in_(bindparam("people", expanding=True)))
    .order_by(col(Channel.position))
)


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
    counted, listed = _statements(found.holds)
    total = rows_of(world.session, counted, **found.asked).scalar_one()
    lines = _lines(world, look_at(world.session, listed, **found.asked, **rows_at(page, ON_A_PAGE)))
    return PeoplePage(tuple(lines), total, page, max(1, -(-total // ON_A_PAGE)))


def people_found_after(world: World, words: str, code: str, most: int) -> list[PersonLine]:
    """Return up to `most` people whose name or code `words` find, by code, those after `code`."""
    found = _found(words)
    wanted = FIRST.where(found.holds, Person.code > code).limit(most)
    return _lines(world, look_at(world.session, wanted, **found.asked))


@lru_cache(SHAPES)
def _statements(found: ColumnElement[bool]) -> tuple[Select[Any], Select[Any]]:
    """Return how people are counted, and how a page of them is listed."""
    return select(func.count()).select_from(Person).where(found), a_page(FIRST.where(found))


def _found(words: str) -> Condition:
    """Return the condition on the people whom `words` find; everybody without words."""
    wanted = searchable(words)
    return Condition(NAMED, {"words": escaped(wanted)}) if wanted else EVERY


def _lines(world: World, people: Sequence[Person]) -> list[PersonLine]:
    channels: dict[int, list[str]] = defaultdict(list)
    for channel in look_at(world.session, CHANNELS, people=[person.id for person in people]):
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
