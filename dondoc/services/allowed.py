"""Which deeds a person may do to a task as it stands: what its page offers, by the rules the deeds ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.rules.rights import may
from dondoc.services.roles import task_roles
from dondoc.services.tasks import KINDS, STATES

if TYPE_CHECKING:
    from dondoc.rules.rights import Operation, Role
    from dondoc.services.world import World
    from models import Person, Task


def allowed(world: World, person: Person, task: Task) -> tuple[Operation, ...]:
    """Return what a person may do to a task now."""
    return allowed_as(task_roles(world, person, task), task)


def allowed_as(roles: frozenset[Role], task: Task) -> tuple[Operation, ...]:
    """Return what somebody with these roles may do to a task now."""
    return tuple(
        operation
        for operation, states in STATES.items()
        if task.state in states and task.kind in KINDS[operation] and may(operation, roles)
    )
