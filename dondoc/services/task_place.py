"""Where a task belongs: the plan it came from, and what a duty of the process is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import Plan, Task

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True)
class Place:
    """Codes, None where there is none: the plan of a task, and the task that a decision is about."""

    plan: str | None
    about: str | None


def place_of(session: Session, task: Task) -> Place:
    """Return where a task belongs; whoever may see the task may see both."""
    plan = session.get(Plan, task.plan_id) if task.plan_id else None
    about = session.get(Task, task.about_task_id) if task.about_task_id else None
    return Place(plan.code if plan else None, about.code if about else None)
