"""Ladders, and what one is to be."""

from __future__ import annotations

from pydantic import Field

from dondoc.web.api.shapes.base import Given, Name, Told, Yes
from models import Audience


class Step(Told):
    """A step of a ladder."""

    code: str = Field(description="Its code.", examples=["remind7"])
    working_days: int = Field(description="Working days from the due date, negative before it.")
    audience: Audience = Field(description="Whom it tells.")
    weekly: bool = Field(description="Whether it is told with the first completed run of the week only.")


class Ladder(Told):
    """A ladder with its steps, from the lowest to the highest."""

    ladder: str = Field(description="Its code.", examples=["default"])
    name: str = Field(description="Its name.")
    steps: list[Step] = Field(description="Its steps.")


class StepWanted(Given):
    """A step that a ladder is to have."""

    working_days: int = Field(
        description="Working days from the due date, negative before it.", strict=True, ge=-9999, le=9999
    )
    audience: Audience = Field(description="Whom it tells.")
    weekly: Yes = Field(default=False, description="Whether it is told once a week only.")


class LadderSteps(Given):
    """What a ladder is to be."""

    name: Name = Field(description="Its name.")
    steps: list[StepWanted] = Field(
        description="All its steps, at one distance one only; with the distance and audience it had, a step "
        "stays the one it was.",
        min_length=1,
        max_length=100,
    )
