"""Where a task belongs: the plan it came from, and what a duty of the process is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import bindparam, select

from dondoc.services.statements import rows_of
from models import Plan, Task

if TYPE_CHECKING:
    from sqlmodel import Session

PLAN = select(Plan.code).where(Plan.id == bindparam("plan"))
ABOUT = select(Task.code).where(Task.id == bindparam("task"))


@dataclass(frozen=True)
class Place:
    """Codes, None where there is none: the plan of a task, and the task that a decision is about."""

    plan: str | None
    about: str | None


def place_of(session: Session, task: Task) -> Place:
    """Return where a task belongs; whoever may see the task may see both."""
    plan = rows_of(session, PLAN, plan=task.plan_id).scalar() if task.plan_id else None
    about = rows_of(session, ABOUT, task=task.about_task_id).scalar() if task.about_task_id else None
    return Place(plan, about)
