"""What a file of organisation or calendar, or one change of an administrator, changes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field

from dondoc.services.ladders import CLIMBS
from dondoc.services.touched import CHOSE, ENDS, LEAVES, MOVES
from dondoc.web.api.shapes.base import Told

if TYPE_CHECKING:
    from dondoc.services.touched import Taken, Touch


class Touching(StrEnum):
    """What becomes of somebody or something that feels a change."""

    LEAVES = "leaves"
    ENDS = "ends"
    MOVES = "moves"
    CHOSE = "chose"
    CLIMBS = "climbs"


TOUCHING = {
    LEAVES: Touching.LEAVES,
    ENDS: Touching.ENDS,
    MOVES: Touching.MOVES,
    CHOSE: Touching.CHOSE,
    CLIMBS: Touching.CLIMBS,
}


class Touched(Told):
    """Who or what feels the change."""

    code: str = Field(description="Code of the person, unit or ladder.", examples=["hp-tran-van-a"])
    what: Touching = Field(
        description="`leaves`: a person with open tasks then holds no post; `ends`, `moves`: a unit "
        "that leads open tasks; `chose`: a person whose own choice of a language is set aside; `climbs`: "
        "a ladder that open tasks stand on."
    )
    tasks: int = Field(description="How many open tasks feel it.", ge=0)

    @classmethod
    def of(cls, touch: Touch) -> Touched:
        """Return what a service found."""
        return cls(code=touch.code, what=TOUCHING[touch.msgid], tasks=touch.tasks)


class Changed(Told):
    """What a change changes, by code; a post is named as `hp-tran-van-a@HP:head`, a step as `+5`."""

    added: list[str] = Field(description="What is new.")
    changed: dict[str, dict[str, tuple[Any, Any]]] = Field(
        description="What is different: by code and field, the value before and the value after.",
        examples=[{"HP": {"name": ["Cục Hải Phòng", "Cục THADS thành phố Hải Phòng"]}}],
    )
    ended: list[str] = Field(description="What has ended, or a file no longer holds.")
    touches: list[Touched] = Field(description="Who and what feels it.")

    @classmethod
    def of(cls, taken: Taken) -> Self:
        """Return what a service did, or would do."""
        touches = [Touched.of(touch) for touch in taken.touches]
        return cls(**vars(taken.difference), touches=touches)


class Loaded(Changed):
    """What a file of the organisation changes."""

    unchanged: list[str] = Field(description="What is as it was.")


class LoadedDays(Told):
    """What a file of official entries changed in the calendar."""

    added: list[dt.date] = Field(description="Days that had no entry.")
    changed: list[dt.date] = Field(description="Days whose entry is another now.")
    unchanged: list[dt.date] = Field(description="Days whose entry is as it was.")
    moved: int = Field(description="How many due dates of open tasks moved.", ge=0)
