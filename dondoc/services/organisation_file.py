"""The organisation as a file would say it: a form changes one entry of it, and it is loaded like any file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.reading.organisation import OrganisationFile, PersonEntry, PostEntry, UnitEntry
from dondoc.services.loading import last_day
from models import Person, Post, Unit

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

# What stands in the database was checked when it came in: entries are made without checking it again.


def as_file(session: Session, on: dt.date) -> OrganisationFile:
    """Return the file that, loaded on the day, changes nothing.

    It says nothing of channels, so that they stay as they are, nor of people and posts that are gone.
    """
    units = session.exec(select(Unit).order_by(col(Unit.id))).all()
    codes = {unit.id: unit.code for unit in units}
    posts: dict[int, list[PostEntry]] = defaultdict(list)
    for post in session.exec(select(Post).order_by(col(Post.id))):
        if goes_on(post, on):
            posts[post.person_id].append(_post(post, codes))
    people = session.exec(select(Person).where(Person.active).order_by(col(Person.id)))
    return OrganisationFile.model_construct(
        valid_from=on,
        units=tuple(_unit(unit, codes) for unit in units),
        people=tuple(_person(person, tuple(posts[person.id])) for person in people),
    )


def goes_on(post: Post, on: dt.date) -> bool:
    """Say whether loading a file without this post would end it."""
    return post.valid_to is None or post.valid_to > last_day(post, on)


def _unit(unit: Unit, codes: dict[int, str]) -> UnitEntry:
    return UnitEntry.model_construct(
        code=unit.code,
        name=unit.name,
        kind=unit.kind,
        parent=codes[unit.parent_id] if unit.parent_id is not None else None,
        aliases=tuple(unit.aliases),
        supervises=tuple(unit.supervises),
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
    )


def _person(person: Person, posts: tuple[PostEntry, ...]) -> PersonEntry:
    return PersonEntry.model_construct(
        code=person.code, name=person.name, language=person.language, posts=posts, channels=None
    )


def _post(post: Post, codes: dict[int, str]) -> PostEntry:
    return PostEntry.model_construct(
        unit=codes[post.unit_id],
        role=post.role,
        title=post.title,
        valid_from=post.valid_from,
        valid_to=post.valid_to,
    )
