"""An order in a sentence: how plainly its words order, where it stands, and who is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dondoc.reading.text import Span


class Force(IntEnum):
    """How plainly words order: a verb, bare or with a body named, may also tell of work done."""

    BARE = 1
    NAMED = 2
    MODAL = 3
    STRONG = 4


@dataclass(frozen=True)
class Order:
    """An order in a sentence: where its word stands, where what is ordered begins, and who is named."""

    force: Force
    start: int
    end: int
    leads: tuple[Span, ...] = ()
