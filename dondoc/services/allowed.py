"""Which deeds a person may do to a task as it stands: what its page offers, by the rules the deeds ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.rules.rights import Operation, may
from dondoc.services.my_work import DECISIONS
from dondoc.services.roles import task_roles
from dondoc.services.tasks import STATES
from models import TaskKind

if TYPE_CHECKING:
    from dondoc.services.world import World
    from models import Person, Task

ITEMS_ONLY = (Operation.TASK_SUBMIT, Operation.TASK_ACCEPT, Operation.TASK_RETURN)
"""The duties of the process itself are done by the deeds they are about."""


def allowed(world: World, person: Person, task: Task) -> tuple[Operation, ...]:
    """Return what a person may do to a task now."""
    roles = task_roles(world, person, task)
    return tuple(
        operation
        for operation, states in STATES.items()
        if task.state in states
        and (task.kind is TaskKind.ITEM or operation not in ITEMS_ONLY)
        and (task.kind not in DECISIONS or operation is not Operation.TASK_REPORT)
        and may(operation, roles)
    )
