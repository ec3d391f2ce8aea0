"""The words for what plans and items are and how they stand; enumeration members -> message ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from models import ItemKind, PeriodUnit, PlanState, TaskState

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

PERIODS: Mapping[PeriodUnit, str] = {
    PeriodUnit.WEEK: N_("every week"),
    PeriodUnit.MONTH: N_("every month"),
    PeriodUnit.QUARTER: N_("every quarter"),
    PeriodUnit.HALF_YEAR: N_("every half-year"),
    PeriodUnit.YEAR: N_("every year"),
}

OPINIONS: Mapping[TaskState, str] = {
    TaskState.ACCEPTED: N_("has given its opinion"),
    TaskState.CANCELLED: N_("gave no opinion"),
}
"""How a consulted unit stands; in every other state its opinion is awaited."""

LACKS: Mapping[str, str] = {
    "lead": N_("no lead unit"),
    "assignee": N_("no assignee"),
    "term": N_("no term, and no reason why there is none"),
}

LIKENESSES: Mapping[str, str] = {
    "name": N_("by its name"),
    "initials": N_("by its initials"),
    "no_tones": N_("by its name without tone marks"),
    "similar": N_("only alike, to be confirmed"),
    "none": N_("not known in the organisation"),
}
"""By which rule an owner the document names was recognised; see `dondoc.reading.unit_spellings`."""

FIELDS: Mapping[str, str] = {
    "text": N_("text"),
    "kind": N_("kind"),
    "field": N_("field of work"),
    "lead": N_("lead unit"),
    "lead_name": N_("owner named"),
    "owners": N_("owner recognised"),
    "coordinators": N_("coordinating units"),
    "assignee": N_("assignee"),
    "supervisor": N_("supervising unit"),
    "term": N_("term"),
    "no_term_reason": N_("reason for no term"),
    "due_on": N_("due date"),
    "due_time": N_("hour"),
    "urgency": N_("urgency"),
    "recurrence": N_("recurrence"),
    "period": N_("period"),
    "proof": N_("expected proof"),
    "note": N_("note"),
}
"""What a corrected document, or people, can change in an item."""

BECAME: Mapping[str, str] = {
    "changed": N_("changed in the corrected document"),
    "withdrawn": N_("no longer in the corrected document"),
    "new": N_("new in the corrected document"),
}
