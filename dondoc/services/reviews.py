"""The review of an undated task: settled by a report of whoever answers for its unit, and given anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from dondoc.services.clocks import end
from dondoc.services.duties import give_review
from models import ENDED, Task, TaskKind, TaskState

if TYPE_CHECKING:
    from dondoc.services.world import World


def open_review(world: World, task: Task) -> Task | None:
    """Return the review of a task that is still to be done; a dated task has none."""
    wanted = select(Task).where(
        Task.about_task_id == task.id,
        Task.kind == TaskKind.REVIEW,
        col(Task.state).not_in(ENDED),
    )
    return world.session.exec(wanted.with_for_update()).one_or_none()


def settle_review(world: World, task: Task, person_id: int) -> bool:
    """Take a report as the review where its reporter answers for the unit: the next comes a month on."""
    review = open_review(world, task)
    if review is None:
        return False
    if person_id not in (review.assignee_id, *world.organisation.answering_for(task.lead_unit_id)):
        return False
    end(review, TaskState.ACCEPTED, world.on)
    give_review(world, task, number=review.round + 1)
    return True


def cancel_review(world: World, task: Task) -> None:
    """End the open review, if any: the task waits for somebody else, or is done."""
    if review := open_review(world, task):
        end(review, TaskState.CANCELLED, world.on)


def resume_reviews(world: World, task: Task) -> None:
    """Give an undated task that came back to its owner its next review."""
    if task.due_on is None:
        past = select(func.max(Task.round)).where(Task.about_task_id == task.id, Task.kind == TaskKind.REVIEW)
        give_review(world, task, number=(world.session.exec(past).one() or 0) + 1)
