"""A person as the administration changes them: posts that go on, channels without their passwords."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from dondoc.errors import Absent
from dondoc.services.organisation_file import goes_on
from models import ENDED, Channel, Person, Post, Task, Unit
from notifications.recipients import recipient_of

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.world import World
    from models import PostRole


@dataclass(frozen=True)
class PostLine:
    """A post that goes on; its place in the list is its number in the form."""

    unit: str
    unit_name: str
    role: PostRole
    title: str
    valid_from: dt.date
    valid_to: dt.date | None


@dataclass(frozen=True)
class PersonCard:
    """Somebody with posts, the kind and recipient of each channel, and how many open tasks they have."""

    person: Person
    posts: tuple[PostLine, ...]
    channels: tuple[tuple[str, str], ...]
    tasks: int


def person_card(world: World, code: str) -> PersonCard:
    """Return the person of that code, active or not; raises Absent where there is none."""
    person = world.session.exec(select(Person).where(Person.code == code)).one_or_none()
    if person is None:
        raise Absent("There is no person %(person)s.", person=code)
    addresses = select(Channel.address).where(Channel.person_id == person.id).order_by(col(Channel.position))
    open_tasks = select(func.count()).select_from(Task).where(Task.assignee_id == person.id)
    return PersonCard(
        person,
        _posts(world, person),
        tuple((one.partition("://")[0], recipient_of(one)) for one in world.session.exec(addresses)),
        world.session.exec(open_tasks.where(col(Task.state).not_in(ENDED))).one(),
    )


def _posts(world: World, person: Person) -> tuple[PostLine, ...]:
    held = select(Post, Unit.code, Unit.name).join(Unit).where(Post.person_id == person.id)
    return tuple(
        PostLine(unit, name, post.role, post.title, post.valid_from, post.valid_to)
        for post, unit, name in world.session.exec(held.order_by(col(Post.id)))
        if goes_on(post, world.on)
    )
