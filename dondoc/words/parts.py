"""The words for the parts of a list of tasks, and of somebody's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.services.my_work import WorkPart
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

WORK_PARTS: Mapping[WorkPart, str] = {
    WorkPart.LATE: N_("Overdue"),
    WorkPart.DUE_SOON: N_("Due soon"),
    WorkPart.WAITING: N_("Waits for my decision"),
    WorkPart.HANDED_IN: N_("Handed in, waits to be accepted"),
    WorkPart.REST: N_("Other tasks"),
}
