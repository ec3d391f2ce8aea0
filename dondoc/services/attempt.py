"""An attempt at a day's run: the day may be run again, and each attempt reports what it did itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.world import World


@dataclass(frozen=True)
class Attempt:
    """The day, the number of this attempt at it, and the moment it began."""

    on: dt.date
    number: int
    now: dt.datetime
    world: World = field(repr=False, compare=False)
    """The surroundings as they were when the attempt began, read once for all its transactions."""
