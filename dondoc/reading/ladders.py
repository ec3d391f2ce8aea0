"""Ladder files in: which ladders a new data folder begins with."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.yamlfile import Entry, Words, YamlFile
from models import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable


class StepEntry(Entry):
    """A step `at` a distance from the due date in working days, negative before it."""

    code: Words
    at: int
    audience: Annotated[Audience, Field(strict=False)]
    weekly: bool = False


class LadderEntry(Entry):
    """A ladder with its steps from the lowest to the highest."""

    code: Words
    name: Words
    steps: Annotated[tuple[StepEntry, ...], Field(strict=False, min_length=1)]


class LadderFile(Entry):
    """All ladders of a file."""

    ladders: Annotated[tuple[LadderEntry, ...], Field(strict=False, min_length=1)]


def read_ladders(path: Traversable) -> tuple[LadderEntry, ...]:
    """Read a ladder file (.yaml); raises BadInput naming file, line, entry and reason of a mistake."""
    file = YamlFile.read(path)
    ladders = file.check(LadderFile).ladders
    for number, ladder in enumerate(ladders):
        for position, reason in misplaced(ladder.steps):
            file.refuse(("ladders", number, "steps", position, "at"), reason)
        for position, reason in _repeated(ladder.steps):
            file.refuse(("ladders", number, "steps", position, "code"), reason)
    return ladders


def _repeated(steps: Sequence[StepEntry]) -> Iterator[tuple[int, BadInput]]:
    """Go through the steps that have the code of one before them, by their place from 0."""
    codes: set[str] = set()
    for position, step in enumerate(steps):
        if step.code in codes:
            yield position, BadInput(N_("another step of the ladder has this code"))
        codes.add(step.code)


def misplaced(steps: Sequence[StepEntry]) -> Iterator[tuple[int, BadInput]]:
    """Go through the steps that do not stand after the one before them, by their place from 0."""
    for position, (below, step) in enumerate(pairwise(steps), start=1):
        if step.at <= below.at:
            yield position, BadInput(N_("a step must stand after the one before it"))


def shipped_ladders() -> tuple[LadderEntry, ...]:
    """Return the ladders shipped with Dondoc."""
    return read_ladders(resources.files("dondoc") / "data" / "ladders.yaml")
