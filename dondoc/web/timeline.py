"""The timeline of a plan as a picture: where in time each due date stands, in per cent of its width."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.rules.judgement import Cell
from dondoc.rules.rights import Operation
from models import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.services.plan_story import ItemStory, PlanStory

ROW = 28
"""Pixels from one item to the next."""
HEAD = 44
"""Pixels above the first item, for the months and the name of today."""
MOST_MONTHS = 5
"""Names of months that fit beside each other on the narrowest screen."""
STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
"""How many months lie between two names, whichever is the smallest to fit."""
MIDDLE = (15, 85)
"""Per cent between which the name of today stands over its line; beyond, it stands beside."""


@dataclass(frozen=True)
class Mark:
    """A due date; `cell` is how the work stands against it."""

    x: float
    cell: Cell
    due_on: dt.date
    code: str


@dataclass(frozen=True)
class Bar:
    """The time a standing duty goes on: from the day its plan is in force to the end of the picture."""

    x: float
    until: float
    begins: dt.date
    ended_on: dt.date | None


@dataclass(frozen=True)
class Row:
    """An item with its marks, and its bar where it is never done; one that nothing dates has neither."""

    ref: str
    y: int
    marks: tuple[Mark, ...]
    bar: Bar | None
    undated: bool


@dataclass(frozen=True)
class Tick:
    """The first day of a month that is named."""

    x: float
    month: dt.date


@dataclass(frozen=True)
class Timeline:
    """The picture: its height in pixels, everything else in per cent of its width."""

    first: dt.date
    last: dt.date
    today: float
    anchor: str
    height: int
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]


def timeline(story: PlanStory, on: dt.date) -> Timeline | None:
    """Return the timeline of a plan on a day; None where nothing in it has a due date."""
    kept = [item for item in story.items if item.view.drop_reason is None]
    dues = [due_on for item in kept for _, _, due_on in _dues(item, on)]
    if not dues:
        return None
    begins = story.line.in_force_on or on
    first, last = min(*dues, begins, on).replace(day=1), _next_month(max(*dues, on))
    today = _place(on, first, last)
    return Timeline(
        first=first,
        last=last,
        today=today,
        anchor="start" if today < MIDDLE[0] else "end" if today > MIDDLE[1] else "middle",
        height=HEAD + ROW * len(kept),
        ticks=tuple(Tick(_place(month, first, last), month) for month in _months(first, last)),
        rows=tuple(_rows(kept, on, first, last, _bar(story, on, first, last))),
    )


def _bar(story: PlanStory, on: dt.date, first: dt.date, last: dt.date) -> Bar:
    """Return the bar of standing duties; before they are given out it begins on the day asked about."""
    begins = story.line.in_force_on or on
    closed = (deed.on for deed in story.history if deed.operation == Operation.PLAN_CLOSE)
    ended_on = next(closed, None)
    return Bar(_place(begins, first, last), _place(ended_on or last, first, last), begins, ended_on)


def _rows(kept: Sequence[ItemStory], on: dt.date, first: dt.date, last: dt.date, bar: Bar) -> Iterator[Row]:
    for number, item in enumerate(kept):
        marks = tuple(
            Mark(_place(due_on, first, last), cell, due_on, code) for code, cell, due_on in _dues(item, on)
        )
        stands = item.view.kind is ItemKind.STANDING
        y = HEAD + ROW * number + ROW // 2
        yield Row(item.view.ref, y, marks, bar if stands else None, not marks and not stands)


def _dues(item: ItemStory, on: dt.date) -> Iterator[tuple[str, Cell, dt.date]]:
    """Go through the due dates of an item: of its tasks, before they are given out of the item itself."""
    for task in item.tasks:
        if task.line.due_on is not None and task.cell is not None:
            yield task.line.task, task.cell, task.line.due_on
    if not item.tasks and item.view.due_on is not None:
        late = item.view.due_on < on
        yield item.view.item, Cell.OPEN_OVERDUE if late else Cell.OPEN_WITHIN_TERM, item.view.due_on


def _place(day: dt.date, first: dt.date, last: dt.date) -> float:
    return round(100 * (day - first).days / (last - first).days, 2)


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Go through the months that are named."""
    count = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in STEPS if count <= step * MOST_MONTHS), STEPS[-1])
    month = first
    for number in range(count):
        if number % step == 0:
            yield month
        month = _next_month(month)


def _next_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
