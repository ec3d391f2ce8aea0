"""Where the number under a full section of a digest leads: to the reader's list of what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from dondoc.services.my_work import WorkPart
from dondoc.services.task_page import Part
from dondoc.web.door import Visitor
from notifications.digest import Section

if TYPE_CHECKING:
    from dondoc.web.door import Visit

router = APIRouter()

MINE = {
    Section.DUE_SOON: f"/?part={WorkPart.DUE_SOON}",
    Section.WAITING: f"/?part={WorkPart.WAITING}",
    Section.NEW: "/",
}
"""What a person is told as an assignee."""


@router.get("/lists/{section}")
def show(visit: Visitor, section: Section) -> Response:
    """Lead to the list."""
    return RedirectResponse(MINE.get(section) or _late(visit, section), status_code=303)


def _late(visit: Visit, section: Section) -> str:
    """Return the list of late tasks that a person answers for: their own, their unit's or the country's."""
    if section is not Section.LATE and visit.reach.board:
        return f"/national?part={Part.LATE}"
    organisation = visit.world.organisation
    for post in organisation.posts_of(visit.person.id):
        if post.unit_id in visit.reach.led:
            return f"/units/{organisation.units[post.unit_id].code}?part={Part.LATE}"
    return f"/?part={WorkPart.LATE}"
