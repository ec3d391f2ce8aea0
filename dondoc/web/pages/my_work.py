"""The first page: what somebody has to do, and reporting progress in place."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Response

from dondoc.services.my_work import WantedWork, WorkPart, my_work
from dondoc.web.door import Visitor
from dondoc.web.paging import PageNumber
from dondoc.web.render import page
from dondoc.words.parts import WORK_PARTS

router = APIRouter()


@router.get("/")
def show(visit: Visitor, q: str = "", part: WorkPart | None = None, number: PageNumber = 1) -> Response:
    """Show a page of a person's open tasks."""
    wanted = WantedWork(part, q, number)
    work = my_work(visit.world, visit.person, wanted)
    kept = urlencode({name: value for name, value in (("q", q), ("part", part)) if value})
    return page(visit, "my_work.html", work=work, wanted=wanted, kept=kept, names=WORK_PARTS)
