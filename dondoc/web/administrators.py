"""The door of the administration: its pages are not there for anybody else.

Both ask nothing of the database: a thread for each would take longer than the question.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from dondoc.errors import Absent
from dondoc.rules.rights import Operation, Role, may
from dondoc.services.roles import roles
from dondoc.web.door import Visit, Visitor


async def administrator(visit: Visitor) -> Visit:
    """Let an administrator in; raises Absent for everybody else."""
    if Role.ADMINISTRATOR not in roles(visit.world, visit.person):
        raise Absent("There is no such page.")
    return visit


async def calendar_keeper(visit: Visitor) -> Visit:
    """Let in who may load the calendar; raises Absent for everybody else."""
    if not may(Operation.CALENDAR_LOAD, roles(visit.world, visit.person)):
        raise Absent("There is no such page.")
    return visit


Administrator = Annotated[Visit, Depends(administrator, scope="function")]
CalendarKeeper = Annotated[Visit, Depends(calendar_keeper, scope="function")]
