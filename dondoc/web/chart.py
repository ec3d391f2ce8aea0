"""Drawing weeks as bars: across in per cent, so that all weeks fit any screen; up in pixels, as words are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dondoc.services.board import Week

HEIGHT = 160
GAP = 0.12
"""The part of a week's room left free on either side of its bars."""


@dataclass(frozen=True)
class Bar:
    """One value: its place and size, the values beside each other at the foot of the picture."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    value: int


@dataclass(frozen=True)
class Chart:
    """The bars of some weeks, and where the name of each week stands."""

    height: int
    bars: tuple[Bar, ...]
    days: tuple[tuple[float, dt.date], ...]


def chart(weeks: Sequence[Week]) -> Chart:
    """Return overdue and done of each week as two bars, all on one scale."""
    highest = max((max(week.overdue, week.done) for week in weeks), default=0) or 1
    room = 100 / len(weeks)
    wide = room * (1 - 2 * GAP) / 2
    bars = tuple(
        _bar(kind, value, highest, room * (number + GAP) + wide * place, wide)
        for number, week in enumerate(weeks)
        for place, (kind, value) in enumerate((("overdue", week.overdue), ("done", week.done)))
    )
    days = tuple((room * (number + 0.5), week.on) for number, week in enumerate(weeks))
    return Chart(HEIGHT, bars, days)


def _bar(kind: str, value: int, highest: int, x: float, width: float) -> Bar:
    height = HEIGHT * value / highest
    return Bar(kind, round(x, 2), round(HEIGHT - height, 1), round(width, 2), round(height, 1), value)
