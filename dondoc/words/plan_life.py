"""The words for what was done to a plan; what the ledger calls it -> message ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.rules.rights import Operation

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAN_DEEDS: Mapping[str, str] = {
    Operation.PLAN_DRAFT: N_("drafted from its document"),
    "plan.set": N_("item changed"),
    "plan.import": N_("workbook taken back"),
    Operation.PLAN_OPEN: N_("sent out to be made"),
    Operation.PLAN_CONSULT: N_("put to the coordinating units"),
    Operation.PLAN_OPINE: N_("opinion given"),
    Operation.PLAN_SUBMIT: N_("submitted to the Director General"),
    Operation.PLAN_APPROVE: N_("approved by the Director General"),
    Operation.PLAN_RETURN: N_("returned to be made again"),
    Operation.PLAN_ISSUE: N_("issuing asked for"),
    "plan.issued": N_("tasks given out"),
    Operation.PLAN_CLOSE: N_("plan closed"),
}

VERSIONS = (
    Operation.PLAN_DRAFT,
    "plan.import",
    Operation.PLAN_SUBMIT,
    Operation.PLAN_RETURN,
    Operation.PLAN_APPROVE,
    "plan.issued",
)
"""The deeds between which a plan reads differently, or is decided on."""
CORRECTED = N_("corrected by a later document")
"""A draft's line in the ledger that names a document it was corrected by."""
