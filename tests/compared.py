"""What the model says, as it is compared with what a life has left in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model import Duty, Model

SHOWN = 10
"""A section names so many tasks; the rest is a number."""


def steps(model: Model) -> set[tuple[object, ...]]:
    return {
        (duty.code, rung[0], *raised)
        for duty in model.duties.values()
        for rung, raised in duty.raised.items()
    }


def as_left(duty: Duty) -> tuple[object, ...]:
    return duty.assignee, duty.due, frozenset(duty.quiet), duty.handed_in, duty.ended


def require_lines(found: set[tuple[str, str]], owed: set[tuple[str, str]]) -> None:
    """Each section names what it must, up to ten."""
    assert found <= owed
    for section in {section for section, _task in owed}:
        named, meant = (sum(one == section for one, _task in lines) for lines in (found, owed))
        assert named == min(meant, SHOWN) or section == "new", (section, found ^ owed)
