"""The door of what is administered: it is not there for anybody else, as on the page.

It asks nothing of the database: a thread for it would take longer than the question.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from dondoc.errors import Absent
from dondoc.i18n import N_
from dondoc.rules.rights import Role
from dondoc.services.roles import roles
from dondoc.web.api.door import Call, Caller


async def administrator(call: Caller) -> Call:
    """Let in who acts for an administrator; raises Absent for everybody else."""
    if Role.ADMINISTRATOR not in roles(call.world, call.person):
        raise Absent(N_("There is nothing here that you may see."))
    return call


Administrator = Annotated[Call, Depends(administrator, scope="function")]
