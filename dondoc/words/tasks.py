"""The words for what tasks are and how they stand; enumeration members -> message ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.rules.judgement import Cell
from dondoc.rules.rights import Operation
from dondoc.services.acceptance import GIVE_BACK
from dondoc.services.rederive import MOVED_BY_CALENDAR
from models import Audience, TaskKind, TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

STATES: Mapping[TaskState, str] = {
    TaskState.ASSIGNED: N_("assigned"),
    TaskState.IN_PROGRESS: N_("in progress"),
    TaskState.HANDED_IN: N_("handed in"),
    TaskState.RETURNED: N_("returned"),
    TaskState.SUSPENDED: N_("suspended"),
    TaskState.ACCEPTED: N_("accepted"),
    TaskState.CANCELLED: N_("cancelled"),
}

TITLES: Mapping[TaskKind, str] = {  # the others have a title of their own
    TaskKind.MAKE_PLAN: N_("Make the plan %(code)s"),
    TaskKind.OPINION: N_("Give an opinion on the plan %(code)s"),
    TaskKind.APPROVAL: N_("Approve the plan %(code)s"),
    TaskKind.ACCEPTANCE: N_("Accept or return the work on task %(code)s"),
    TaskKind.REVIEW: N_("Review task %(code)s, which has no term yet"),
}

CELLS: Mapping[Cell, str] = {
    Cell.DONE_ON_TIME: N_("done on time"),
    Cell.DONE_LATE: N_("done late"),
    Cell.OPEN_WITHIN_TERM: N_("not done, within term"),
    Cell.OPEN_OVERDUE: N_("not done, overdue"),
}

AUDIENCES: Mapping[Audience, str] = {
    Audience.ASSIGNEE: N_("assignee"),
    Audience.ASSIGNEE_AND_HEAD: N_("assignee, head of unit"),
    Audience.HEAD: N_("head of unit"),
    Audience.DEPARTMENT_HEAD: N_("head of the provincial department"),
    Audience.SUPERVISOR: N_("supervising unit"),
    Audience.OFFICE: N_("Office of the General Department"),
    Audience.DIRECTOR_GENERAL: N_("Director General"),
}

DEEDS: Mapping[str, str] = {
    Operation.TASK_REPORT: N_("progress report"),
    Operation.TASK_SUBMIT: N_("hand-in"),
    Operation.TASK_ACCEPT: N_("acceptance"),
    Operation.TASK_RETURN: N_("return to the owner"),
    Operation.TASK_ASSIGN: N_("handover"),
    GIVE_BACK: N_("late days of the decision given back"),
    MOVED_BY_CALENDAR: N_("moved by a change of the calendar"),
}

DETAILS: Mapping[str, str] = {
    "percent": N_("per cent"),
    "note": N_("note"),
    "reason": N_("reason"),
    "from": N_("from"),
    "to": N_("to"),
    "working_days": N_("working days"),
    "link": N_("by the signed link no."),
}
"""What of a ledger line's detail the page shows; the rest is for programs."""
