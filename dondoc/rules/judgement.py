"""Whether work came in time, and the four cells of the official statistics."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from dondoc.rules.vietnamese import VIET_NAM

if TYPE_CHECKING:
    import datetime as dt


class Cell(StrEnum):
    """The four cells."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OPEN_WITHIN_TERM = "open_within_term"
    OPEN_OVERDUE = "open_overdue"


def on_time(due_on: dt.date, due_time: dt.time | None, on: dt.date, at: dt.datetime | None = None) -> bool:
    """Say whether what was done on the day `on`, at the moment `at`, met its due date.

    The hour counts on the due date itself, where the term has one. A deed registered on a later day than
    it counts for has no hour, and meets it.
    """
    if on != due_on or due_time is None or at is None:
        return on <= due_on
    local = at.astimezone(VIET_NAM)
    return local.date() != on or local.time() <= due_time


def judge(
    due_on: dt.date | None, due_time: dt.time | None, on: dt.date, at: dt.datetime | None, *, done: bool
) -> Cell | None:
    """Return the cell of a task; None for an undated one.

    `on` and `at` are those of the hand-in that was accepted or is waiting; of a task with neither, the
    day asked about and None.
    """
    if due_on is None:
        return None
    if on_time(due_on, due_time, on, at):
        return Cell.DONE_ON_TIME if done else Cell.OPEN_WITHIN_TERM
    return Cell.DONE_LATE if done else Cell.OPEN_OVERDUE
