"""People, the posts they hold and the channels that reach them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import validates
from sqlmodel import Field, SQLModel

from models.base import one_of
from models.search import searchable, searchable_column


class Language(StrEnum):
    """The languages a person can be written to in."""

    VI = "vi"
    EN = "en"


class PostRole(StrEnum):
    """What a person is in a unit; head, else acting head, else all deputies answer for it."""

    HEAD = "head"
    ACTING_HEAD = "acting_head"
    DEPUTY = "deputy"
    OFFICER = "officer"
    CLERK = "clerk"


class Person(SQLModel, table=True):
    """Someone tasks can be given to or reported to, with or without a channel."""

    __tablename__ = "people"

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=60)
    name: str
    search: str = Field(default=None, sa_column=searchable_column("name"))
    """The name as it is searched; a new name brings a new one."""
    language: Language = Field(default=Language.VI, sa_type=one_of(Language))
    administrator: bool = False
    """May run what belongs to the operator: runs, loading the organisation and the calendar."""
    active: bool = True

    @validates("name")
    def _fold(self, _key: str, name: str) -> str:
        self.search = searchable(name)
        return name


class Post(SQLModel, table=True):
    """A person's place in a unit during a time."""

    __tablename__ = "posts"
    __table_args__ = (
        UniqueConstraint("unit_id", "person_id", "role", "valid_from"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="validity"),
        Index(
            "uq_posts_one_head",
            "unit_id",
            unique=True,
            sqlite_where=text("role = 'head' AND valid_to IS NULL"),
            postgresql_where=text("role = 'head' AND valid_to IS NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    role: PostRole = Field(sa_type=one_of(PostRole))
    title: str
    """The post as a document writes it, e.g. "Phó Cục trưởng phụ trách"."""
    valid_from: dt.date
    valid_to: dt.date | None = None


class Channel(SQLModel, table=True):
    """A way to reach a person: an Apprise address, tried in the order of `position`."""

    __tablename__ = "channels"
    __table_args__ = (UniqueConstraint("person_id", "position"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    position: int
    address: str
