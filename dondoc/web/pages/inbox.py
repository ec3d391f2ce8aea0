"""What waits for somebody's decision; each line is decided where it stands."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from fastapi import Query as Asked

from dondoc.services.inbox import inbox
from dondoc.services.names import names
from dondoc.web.door import Visitor
from dondoc.web.render import page

router = APIRouter()


@router.get("/inbox")
def show(visit: Visitor, number: Annotated[int, Asked(alias="page")] = 1) -> Response:
    """Show the decisions that wait, the oldest due first."""
    waiting = inbox(visit.world, visit.person, number)
    return page(visit, "inbox.html", inbox=waiting, names=names(visit.world, ()))
