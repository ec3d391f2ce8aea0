"""The first page: what somebody has to do, and reporting progress in place."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from fastapi import Query as Asked

from dondoc.services.my_work import my_work
from dondoc.web.door import Visitor
from dondoc.web.render import page

router = APIRouter()


@router.get("/")
def show(visit: Visitor, q: Annotated[str, Asked()] = "") -> Response:
    """Show a person's open tasks."""
    return page(visit, "my_work.html", work=my_work(visit.world, visit.person, q), q=q)
