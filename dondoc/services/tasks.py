"""Finding the task a deed is done to, and refusing what its state or its kind stands against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.errors import BadInput, Refused
from dondoc.i18n import N_
from dondoc.rules.rights import Operation
from dondoc.services.clocks import clock_of
from models import QUIET, URGED, Task, TaskKind, TaskState

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlmodel import Session

STATES: Mapping[Operation, Collection[TaskState]] = {
    Operation.TASK_REPORT: URGED,
    Operation.TASK_SUBMIT: URGED,
    Operation.TASK_ACCEPT: (TaskState.HANDED_IN,),
    Operation.TASK_RETURN: (TaskState.HANDED_IN,),
    Operation.TASK_ASSIGN: (*URGED, *QUIET),
}
"""The states in which each deed can be done, in the order in which a page offers them."""

AWAITED = (TaskKind.OPINION, TaskKind.APPROVAL, TaskKind.ACCEPTANCE, TaskKind.REVIEW)
"""Duties of the process that others wait for, decisions and reviews: they have no progress to report."""

KINDS: Mapping[Operation, Collection[TaskKind]] = {
    Operation.TASK_REPORT: (TaskKind.ITEM, TaskKind.MAKE_PLAN),
    Operation.TASK_SUBMIT: (TaskKind.ITEM,),
    Operation.TASK_ACCEPT: (TaskKind.ITEM,),
    Operation.TASK_RETURN: (TaskKind.ITEM,),
    Operation.TASK_ASSIGN: tuple(TaskKind),
}
"""The kinds of task to which each deed can be done."""

STANDS = {
    TaskState.ASSIGNED: N_("%(task)s has not been handed in: there is nothing to accept or to return."),
    TaskState.IN_PROGRESS: N_("%(task)s has not been handed in: there is nothing to accept or to return."),
    TaskState.RETURNED: N_("%(task)s was returned and has not been handed in again."),
    TaskState.HANDED_IN: N_("%(task)s is handed in and waits to be accepted or returned."),
    TaskState.SUSPENDED: N_("%(task)s is suspended."),
    TaskState.ACCEPTED: N_("%(task)s has been accepted: it is done."),
    TaskState.CANCELLED: N_("%(task)s has been cancelled."),
}

DONE_BY = {
    TaskKind.MAKE_PLAN: N_("%(task)s is done by submitting the plan %(about)s."),
    TaskKind.OPINION: N_("%(task)s is done by giving the opinion on the plan %(about)s."),
    TaskKind.APPROVAL: N_("%(task)s is done by approving or returning the plan %(about)s."),
    TaskKind.ACCEPTANCE: N_("%(task)s is done by accepting or returning the work on task %(about)s."),
    TaskKind.REVIEW: N_("%(task)s is done by reporting progress on task %(about)s."),
}


def find(session: Session, code: str) -> Task:
    """Return the task of that code, to be read only; raises BadInput where there is none."""
    return _known(session.exec(select(Task).where(Task.code == code)).one_or_none(), code)


def claim(session: Session, code: str) -> Task:
    """Return the task as it is now and hold its row until the transaction ends: of two at once, one waits.

    Raises BadInput where there is no such task.
    """
    wanted = select(Task).where(Task.code == code).with_for_update().execution_options(populate_existing=True)
    return _known(session.exec(wanted).one_or_none(), code)


def require_state(task: Task, operation: Operation) -> None:
    """Refuse, saying how the task stands, unless it is in a state in which the deed can be done.

    Nothing is done to a damaged task before it is mended.
    """
    clock_of(task)
    if task.state not in STATES[operation]:
        raise Refused(STANDS[task.state], task=task.code)


def require_kind(task: Task, operation: Operation) -> None:
    """Refuse a deed that is not done to a duty of the process, saying what does that duty instead."""
    if task.kind not in KINDS[operation]:
        raise Refused(DONE_BY[task.kind], task=task.code, about=task.title)  # a duty has its object's code


def _known(task: Task | None, code: str) -> Task:
    if task is None:
        raise BadInput("There is no task %(task)s: the list of tasks has them all.", task=code)
    return task
