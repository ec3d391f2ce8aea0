"""Units and people."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Given, Told
from models import Language, PostRole, UnitKind


class Post(Told):
    """A person's place in a unit."""

    unit: str = Field(description="Code of the unit.")
    role: PostRole = Field(description="What the person is there.")
    title: str = Field(description="The post as documents write it; may be empty.")


class Person(Told):
    """Somebody who serves."""

    person: str = Field(description="Their code.", examples=["hp-tran-van-a"])
    name: str = Field(description="Their name.")
    posts: list[Post] = Field(description="The posts they hold on the day.")


class Me(Person):
    """Whom the token acts for."""

    language: Language = Field(description="The language Dondoc writes to them in.")
    administrator: bool = Field(description="Whether they look after the installation.")
    on: dt.date = Field(description="The day it is: today in Viet Nam, in a simulated folder the day lived.")


class MyChoice(Given):
    """What somebody chooses for themselves."""

    language: Language = Field(description="The language of the page and of messages.")


class Unit(Told):
    """A unit of the organisation."""

    unit: str = Field(description="Its code.", examples=["HP"])
    name: str = Field(description="Its name.")
    kind: UnitKind = Field(description="What it is.")
    parent: str | None = Field(description="Code of the unit above; null at the top.")
    aliases: list[str] = Field(description="Other names that documents use for it.")
    supervises: list[str] = Field(description="The fields of work it supervises.")
    answering: list[str] = Field(description="Codes of the people who answer for it; empty: nobody does.")
