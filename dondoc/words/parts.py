"""The words for the parts of a list of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.services.task_page import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTS: Mapping[Part, str] = {
    Part.OPEN: N_("Open"),
    Part.LATE: N_("Overdue now"),
    Part.SOON: N_("Soon due"),
    Part.HANDED_IN: N_("Waits to be accepted"),
    Part.UNDATED: N_("No term set"),
    Part.DONE: N_("Done"),
}
