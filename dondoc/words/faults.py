"""The words for kinds of things that a run set aside; kinds -> message ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from models import DeliveryState, FaultKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dondoc.services.day_report import NotedKind

FAULT_KINDS: Mapping[NotedKind, str] = {
    FaultKind.TASK: N_("Task"),
    FaultKind.DUTY: N_("Standing duty"),
    FaultKind.AUDIENCE: N_("Unit"),
    FaultKind.DEPARTMENT: N_("Unit"),
    FaultKind.TEMPLATE: N_("Digest"),
    FaultKind.DIGEST: N_("Digest"),
    FaultKind.COMPOSING: N_("Composing digests"),
    FaultKind.DELIVERY: N_("Sending messages"),
    FaultKind.OPERATOR: N_("Operator"),
    DeliveryState.PENDING: N_("Message"),
    DeliveryState.FAILED: N_("Message"),
}
