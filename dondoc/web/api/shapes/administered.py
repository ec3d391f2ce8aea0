"""People and units as administrators see and change them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from dondoc.web.api.shapes.base import Code, Given, Name, Told, Yes
from models import Language, PostRole, UnitKind

Address = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9+.-]*://[^\s\x00]+$", max_length=2000)]
First = dt.date(1946, 1, 1)
Last = dt.date(2100, 12, 31)
Day = Annotated[dt.date, Field(ge=First, le=Last)]


class PersonLine(Told):
    """Somebody there is or was."""

    person: str = Field(description="Their code.", examples=["hp-tran-van-a"])
    name: str = Field(description="Their name.")
    active: bool = Field(description="Whether they work here; nothing is sent to who does not.")
    administrator: bool = Field(description="Whether they look after the installation.")
    posts: list[str] = Field(description="The posts they hold on the day, in words.")
    channels: list[str] = Field(description="The kinds of their channels, in the order they are tried.")


class PostHeld(Told):
    """A post that goes on."""

    unit: str = Field(description="Code of the unit.", examples=["HP"])
    role: PostRole = Field(description="What the person is there.")
    title: str = Field(description="The post as documents write it.")
    valid_from: dt.date = Field(description="Its first day.")
    valid_to: dt.date | None = Field(description="Its last day; null: it goes on.")


class ChannelShown(Told):
    """A channel; its address may hold a password and is not told."""

    kind: str = Field(description="The scheme of its address.", examples=["dmail"])
    recipient: str = Field(description="The mail address it leads to; empty for one of another kind.")


class PersonInFull(Told):
    """A person as administrators change them."""

    person: str = Field(description="Their code.", examples=["hp-tran-van-a"])
    name: str = Field(description="Their name.")
    language: Language = Field(description="The language Dondoc writes to them in.")
    active: bool = Field(description="Whether they work here.")
    administrator: bool = Field(description="Whether they look after the installation: then always active.")
    posts: list[PostHeld] = Field(description="The posts that go on; their number is their place, from 0.")
    channels: list[ChannelShown] = Field(
        description="In the order they are tried; their position is their place, from 1. Empty: slips."
    )
    open_tasks: int = Field(description="How many tasks that have not ended are theirs.", ge=0)


class PersonNew(Given):
    """Somebody who comes."""

    code: Code = Field(description="Their code, small letters and digits: it stays.", examples=["hp-le-moi"])
    name: Name = Field(description="Their name.")
    language: Language = Field(default=Language.VI, description="The language Dondoc writes to them in.")


class PersonEdit(Given):
    """What becomes of a person; what is left out or null stays as it is."""

    name: Name | None = Field(default=None, description="Their name.")
    language: Language | None = Field(
        default=None, description="The language Dondoc writes to them in, in place of what they have chosen."
    )
    active: Yes | None = Field(
        default=None,
        description="false: they have left, their posts ended yesterday and nothing is sent to them any "
        "more; true: they are back, without a post. An administrator stays.",
    )


class PostNew(Given):
    """A post somebody gets."""

    unit: Code = Field(description="Code of the unit.", examples=["HP"])
    role: PostRole = Field(description="What the person is there.")
    title: Name = Field(description="The post as documents write it.", examples=["Phó Cục trưởng"])
    valid_from: Day | None = Field(default=None, description="Its first day; left out or null: today.")
    valid_to: Day | None = Field(default=None, description="Its last day; left out or null: it goes on.")


class PostEdit(Given):
    """What becomes of a post; what is left out stays as it is."""

    title: Name | None = Field(default=None, description="The post as documents write it; null: as it is.")
    valid_to: Day | None = Field(default=None, description="Its last day; null: it goes on.")


class ChannelNew(Given):
    """A channel to be tried after those there are."""

    address: Address = Field(
        description="An Apprise address; it is not told again.",
        examples=["dmail://user:password@mail.example.vn:587/hp-a@example.vn?from=dondoc@example.vn"],
    )


class UnitHolder(Told):
    """Somebody who holds a post in a unit."""

    person: str = Field(description="Their code.", examples=["hp-tran-van-a"])
    role: PostRole = Field(description="What the person is there.")
    title: str = Field(description="The post as documents write it.")
    valid_from: dt.date = Field(description="Its first day.")
    valid_to: dt.date | None = Field(description="Its last day; null: it goes on.")


class UnitInFull(Told):
    """A unit as administrators change it."""

    unit: str = Field(description="Its code.", examples=["HP"])
    name: str = Field(description="Its name.")
    kind: UnitKind = Field(description="What it is.")
    parent: str | None = Field(description="Code of the unit above; null at the top.")
    aliases: list[str] = Field(description="Other names that documents use for it, the longest first.")
    supervises: list[str] = Field(description="The fields of work it supervises.")
    valid_from: dt.date = Field(description="Its first day.")
    valid_to: dt.date | None = Field(description="Its last day; null: it goes on.")
    posts: list[UnitHolder] = Field(description="The posts in it that go on.")
    open_tasks: int = Field(description="How many tasks that have not ended it leads.", ge=0)


Names = Annotated[list[Name], Field(max_length=100)]


class UnitEdit(Given):
    """What becomes of a unit; what is left out stays as it is."""

    name: Name | None = Field(default=None, description="Its name; null: as it is.")
    kind: UnitKind | None = Field(default=None, description="What it is; null: as it is.")
    parent: Code | None = Field(default=None, description="Code of the unit above; null: none.")
    aliases: Names | None = Field(default=None, description="Other names for it, all; null: as they are.")
    supervises: Names | None = Field(default=None, description="Fields it supervises, all; null: as now.")
    valid_from: Day | None = Field(default=None, description="Its first day; null: as it is.")
    valid_to: Day | None = Field(
        default=None, description="Its last day: the posts in it end with it; null: it goes on."
    )


class UnitNew(UnitEdit):
    """A unit that comes; null or left out: the first day is today, the rest is empty."""

    code: Code = Field(description="Its code, capital letters and digits: it stays.", examples=["HP-TCCB"])
    name: Name = Field(description="Its name.")
    kind: UnitKind = Field(description="What it is.")
