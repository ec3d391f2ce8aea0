"""What it means that a run set something aside, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from models import DeliveryState, FaultKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dondoc.services.day_report import NotedKind

MEANINGS: Mapping[NotedKind, str] = {
    FaultKind.TASK: N_(
        "What is kept of the task is damaged, so nobody was told of it. Let the operator of Dondoc mend it; "
        "the next run takes it up again."
    ),
    FaultKind.DUTY: N_(
        "The period of this standing duty that has ended could not be given out. Check its lead unit and its "
        "assignee; the next run tries again."
    ),
    FaultKind.AUDIENCE: N_(
        "Nobody can be told of overdue tasks of this unit: neither it nor those above it have anybody who "
        "answers for them. Give the unit a head; the next run tells them."
    ),
    FaultKind.DEPARTMENT: N_(
        "The tasks of this department could not be gone through, so none of their steps was raised. Let the "
        "operator of Dondoc look into it; the next run raises what is owed."
    ),
    FaultKind.TEMPLATE: N_(
        "This person's digest could not be put in words; what it was to say waits for the next one. Let the "
        "operator of Dondoc look into the templates of messages."
    ),
    FaultKind.DIGEST: N_(
        "The database refused this person's digest; what it was to say waits for the next one. Let the "
        "operator of Dondoc look into the database."
    ),
    FaultKind.COMPOSING: N_(
        "Part of the digests could not be composed; what they were to say waits for the next ones. Let the "
        "operator of Dondoc look into it."
    ),
    FaultKind.DELIVERY: N_(
        "Sending broke off; the messages that are left wait in the outbox and are tried again. Let the "
        "operator of Dondoc look into it."
    ),
    FaultKind.OPERATOR: N_(
        "The operator could not be told that the run did not end well. Let the address in the setting "
        "DONDOC_OPERATOR be put right."
    ),
    DeliveryState.PENDING: N_(
        "The message to this person has not left yet and is tried again. Where it goes on, check the address "
        "and the server it names."
    ),
    DeliveryState.FAILED: N_(
        "This person's channel does not take messages: it went by the next one, else as a slip for the "
        "unit's office. Put the channel right on the page of the person."
    ),
}
