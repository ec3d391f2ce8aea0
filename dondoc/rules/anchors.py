"""The events of a plan's own life that a term can be counted from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.rules.terms import Term

APPROVAL = re.compile(r"phê *duyệt", re.IGNORECASE)
ISSUE = re.compile(r"được *giao|giao *(nhiệm *vụ|việc)|nhận *(nhiệm *vụ|việc)|ngày *giao", re.IGNORECASE)


@dataclass(frozen=True)
class Milestones:
    """The days of a plan's life: its approval, and the day its tasks are given out."""

    approved_on: dt.date
    issued_on: dt.date


def anchored(term: Term, milestones: Milestones) -> Term:
    """Return the term with its anchor's day where that is the plan's approval or issue, else as it was."""
    if term.amount is None or term.anchor_day is not None or term.anchor is None:
        return term
    if APPROVAL.search(term.anchor):
        return replace(term, anchor_day=milestones.approved_on)
    if ISSUE.search(term.anchor):
        return replace(term, anchor_day=milestones.issued_on)
    return term
