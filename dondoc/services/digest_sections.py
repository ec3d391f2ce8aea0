"""Under which section of a digest a step is told: the rule, and its answers for every pair of steps."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from models import Audience, NewsKind
from notifications.digest import Section

if TYPE_CHECKING:
    from models import Step

OWNERS = (Audience.ASSIGNEE, Audience.ASSIGNEE_AND_HEAD)
"""Audiences that see a late task among their own, every day; no line of its own tells them of the step."""

NO_STEP = 0
"""What stands for the step of news that no step is the reason of."""


class Rung(NamedTuple):
    """What the rule asks of a step."""

    id: int
    position: int
    working_days: int
    audience: Audience
    weekly: bool

    @classmethod
    def of(cls, step: Step) -> Rung:
        """Return what the rule asks of this one."""
        return cls(step.id, step.position, step.working_days, step.audience, step.weekly)


@lru_cache(1)
def sections(rungs: tuple[Rung, ...]) -> list[dict[str, Any]]:
    """Ask the rule about every news there can be: each step and the step whose audience hears of it."""
    return [
        {
            "step_id": step.id if step else NO_STEP,
            "audience_step_id": heard.id if heard else NO_STEP,
            "kind": kind,
            "to_decide": to_decide,
            "section": _section(kind, to_decide, step, heard),
            "position": step.position if step else 0,
        }
        for kind, to_decide in product(NewsKind, (False, True))
        for step, heard in (product(rungs, rungs) if kind is NewsKind.ESCALATED else [(None, None)])
    ]


def _section(
    kind: NewsKind,
    to_decide: bool,  # noqa: FBT001 - a fact of the task
    step: Rung | None,
    heard: Rung | None,
) -> Section | None:
    """Return the section news belongs to; None for what late and waiting lines tell already.

    `heard` is the step whose audience was told, `to_decide` whether the task waits for a decision.
    """
    if step is None or heard is None:
        return None if to_decide and kind is NewsKind.GIVEN else Section.NEW
    if to_decide and heard.audience is Audience.ASSIGNEE:
        return None
    if step.working_days <= 0:
        return Section.DUE_SOON
    if heard.audience in OWNERS:
        return None
    return Section.WEEKLY if heard.weekly else Section.CLIMBED
