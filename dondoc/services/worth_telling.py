"""What is worth telling: the conditions under which a late task or a fact belongs in a digest of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_
from sqlmodel import col

from dondoc.services.statements import among
from models import URGED, Audience, Escalation, News, NewsKind, Task, TaskKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement

    from dondoc.services.world import World

DECISIONS = (TaskKind.OPINION, TaskKind.APPROVAL, TaskKind.ACCEPTANCE)
"""Kinds of task by which somebody decides on what others did; a review is none."""


def is_late(on: dt.date) -> ColumnElement[bool]:
    """Return the condition of being overdue on a day; it follows from the due date and rests on no run."""
    return and_(among(Task.state, URGED), col(Task.due_on) < on)


def still_matters(world: World, *, first_of_week: bool) -> ColumnElement[bool]:
    """Return the condition under which untold news is worth telling.

    A step matters while the task is urged, and a reminder only to whoever has the task now; a weekly step
    waits for the first run of the week. That somebody is to decide matters until it is decided, everything
    else always. Joins News, Task and the Escalation of the news, where it has one.
    """
    steps = world.all_steps.values()
    reminders = [step.id for step in steps if step.audience is Audience.ASSIGNEE]
    weekly = [step.id for step in steps if step.weekly]
    is_step, is_urged = col(News.kind) == NewsKind.ESCALATED, among(Task.state, URGED)
    reminder_of_another = and_(
        among(Escalation.audience_step_id, reminders), col(Task.assignee_id) != col(News.person_id)
    )
    step_matters = and_(is_urged, ~reminder_of_another)
    if not first_of_week:
        step_matters = and_(step_matters, ~among(Escalation.audience_step_id, weekly))
    is_to_decide = and_(col(News.kind) == NewsKind.GIVEN, among(Task.kind, DECISIONS))
    return or_(and_(is_step, step_matters), and_(~is_step, or_(~is_to_decide, is_urged)))
