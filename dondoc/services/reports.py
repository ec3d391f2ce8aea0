"""Reporting progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.rules.rights import Operation
from dondoc.services.ledger import record
from dondoc.services.reviews import settle_review
from dondoc.services.roles import require, task_roles
from dondoc.services.tasks import claim, require_kind, require_state
from models import TaskState

if TYPE_CHECKING:
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Task

WHOLE = 100


def report(world: World, occasion: Occasion, code: str, percent: int, note: str | None = None) -> Task:
    """Write down how far a task is; 100 per cent ends nothing, handing in does.

    A report about an undated task by whoever answers for its unit is its review. Raises BadInput for a
    percentage that is none; Refused without the right, for a task that is handed in, suspended or ended, and
    for a decision, on which there is no progress to report.
    """
    if not 0 <= percent <= WHOLE:
        raise BadInput("The progress must be from 0 to 100 per cent, not %(percent)s.", percent=percent)
    task = claim(world.session, code)
    person = require(Operation.TASK_REPORT, task_roles(world, occasion.person, task), occasion.person, code)
    require_kind(task, Operation.TASK_REPORT)
    require_state(task, Operation.TASK_REPORT)
    task.percent = percent
    task.state = TaskState.IN_PROGRESS
    reviewed = settle_review(world, task, person.id)
    record(
        world.session, occasion, Operation.TASK_REPORT, code, percent=percent, note=note, reviewed=reviewed
    )
    return task
