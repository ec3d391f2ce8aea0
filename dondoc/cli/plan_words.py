"""The words for what plans and items are and how they stand; enumeration members -> message ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from models import ItemKind, PlanState, TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

STATES: Mapping[PlanState, str] = {
    PlanState.DRAFT: N_("draft"),
    PlanState.OPEN: N_("opened"),
    PlanState.CONSULTING: N_("in consultation"),
    PlanState.SUBMITTED: N_("submitted"),
    PlanState.APPROVED: N_("approved"),
    PlanState.IN_FORCE: N_("in force"),
    PlanState.CLOSED: N_("closed"),
}

KINDS: Mapping[ItemKind, str] = {
    ItemKind.DELIVERABLE: N_("deliverable"),
    ItemKind.STANDING: N_("standing duty"),
    ItemKind.TARGET: N_("target"),
    ItemKind.AUTHORITY: N_("duty of the authority"),
}

OPINIONS: Mapping[TaskState, str] = {
    TaskState.ACCEPTED: N_("has given its opinion"),
    TaskState.CANCELLED: N_("gave no opinion"),
}
"""How a consulted unit stands; in every other state its opinion is awaited."""

LACKS: Mapping[str, str] = {
    "lead": N_("no lead unit"),
    "assignee": N_("no assignee"),
    "term": N_("no term and no reason for none"),
}
