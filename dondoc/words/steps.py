"""The words for why, how and with what result somebody was told; codes -> message ids.

Steps are data: a step of the users' own ladders that has no words here is shown by its code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from models import DeliveryState

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS: Mapping[str, str] = {
    "remind7": N_("reminder, 7 working days before"),
    "remind3": N_("reminder, 3 working days before"),
    "remind1": N_("reminder, 1 working day before"),
    "remind0": N_("reminder, last day"),
    "late": N_("overdue"),
    "department": N_("head of the provincial department"),
    "supervisor": N_("supervising unit"),
    "office": N_("Office of the General Department"),
    "office1": N_("Office of the General Department"),
    "office3": N_("Office of the General Department"),
    "office5": N_("Office of the General Department"),
    "director_general": N_("Director General"),
}

OCCASIONS: Mapping[str, str] = {  # sections of a digest and kinds of news, where no step was raised
    "due_soon": N_("due soon"),
    "waiting": N_("waits for a decision"),
    "climbed": N_("reported"),
    "weekly": N_("weekly summary"),
    "new": N_("new"),
    "escalated": N_("reported"),
    "given": N_("given"),
    "handed_over": N_("handover"),
    "returned": N_("returned"),
    "accepted": N_("accepted"),
    "moved": N_("due date moved"),
    "cancelled": N_("cancelled"),
}

CHANNELS: Mapping[str, str] = {"dmail": N_("mail"), "folder": N_("folder"), "slip": N_("slip")}

RESULTS: Mapping[str, str] = {
    DeliveryState.PENDING: N_("waits to be sent"),
    DeliveryState.SENT: N_("delivered"),
    DeliveryState.FAILED: N_("failed"),
    DeliveryState.PRINTED: N_("slip printed"),
    DeliveryState.VOID: N_("no longer needed"),
}
