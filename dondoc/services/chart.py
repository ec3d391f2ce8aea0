"""The organisation as it is on a day, told as a tree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from models import Channel, Person, PostRole, Unit, UnitKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from dondoc.services.world import World

RANK = {role: place for place, role in enumerate(PostRole)}
"""Heads come before acting heads, those before deputies, and so on."""


@dataclass(frozen=True)
class Holder:
    """A person in a post. Of their channels only the kind is told: an address may hold a password."""

    code: str
    name: str
    role: PostRole
    title: str
    valid_from: dt.date
    channels: tuple[str, ...]


@dataclass(frozen=True)
class Branch:
    """A unit with its people, `depth` levels below the top."""

    code: str
    name: str
    kind: UnitKind
    parent: str | None
    depth: int
    aliases: tuple[str, ...]
    supervises: tuple[str, ...]
    valid_from: dt.date
    people: tuple[Holder, ...]


def branches(world: World) -> list[Branch]:
    """Return the units of the day, each after its parent, with those who hold a post in it."""
    units, holders = world.organisation.units, _holders(world)
    return [_branch(units, unit, depth, holders[unit.id]) for unit, depth in world.organisation.in_order]


def people_without_post(world: World) -> list[Person]:
    """Return the active people who hold no post on the day, administrators among them."""
    people = world.session.exec(select(Person).where(Person.active).order_by(col(Person.code)))
    return [person for person in people if not world.organisation.serves(person.id)]


def _branch(units: Mapping[int, Unit], unit: Unit, depth: int, people: Sequence[Holder]) -> Branch:
    parent = units.get(unit.parent_id or 0)
    return Branch(
        code=unit.code,
        name=unit.name,
        kind=unit.kind,
        parent=parent.code if parent else None,
        depth=depth,
        aliases=tuple(unit.aliases),
        supervises=tuple(unit.supervises),
        valid_from=unit.valid_from,
        people=tuple(sorted(people, key=lambda one: (RANK[one.role], one.code))),
    )


def _holders(world: World) -> defaultdict[int, list[Holder]]:
    people = {person.id: person for person in world.session.exec(select(Person))}
    channels: dict[int, list[str]] = defaultdict(list)
    for channel in world.session.exec(select(Channel).order_by(col(Channel.position))):
        channels[channel.person_id].append(channel.address.partition("://")[0])
    found = defaultdict[int, list[Holder]](list)
    for post in world.organisation.posts:
        person, kinds = people[post.person_id], tuple(channels[post.person_id])
        found[post.unit_id].append(
            Holder(person.code, person.name, post.role, post.title, post.valid_from, kinds)
        )
    return found
