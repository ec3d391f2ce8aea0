"""What the person of a token has to do, a part at a time."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AfterValidator

from dondoc.services.my_work import PARTS, Place, in_parts, my_work_after
from dondoc.web.api.asked import CODE, Limit
from dondoc.web.api.door import Caller
from dondoc.web.api.shapes.my_work import MyWork

router = APIRouter(tags=["me"])
START = ""


def _known(cursor: str) -> str:
    """Return a cursor that names a place, or the start; raises ValueError for any other."""
    _place(cursor)
    return cursor


Cursor = Annotated[
    str,
    Query(
        max_length=120,
        description="`next_cursor` of the page before; left out: the first page.",
        examples=["late:2014-05-22:HP-2014-01.3.2.2a"],
    ),
    AfterValidator(_known),
]


@router.get("/my-work", summary="What the person has to do")
def my_tasks(call: Caller, limit: Limit = 50, cursor: Cursor = START) -> MyWork:
    """Return a page of the person's open tasks, each in one part only, by due date; undated ones last.

    The pages go through the parts in their order; what a page has none of is empty in it.
    """
    found = my_work_after(call.world, call.person, _place(cursor), limit + 1)
    shown, more = found[:limit], len(found) > limit
    parts = in_parts(shown)
    return MyWork(**parts, next_cursor=":".join(map(str, shown[-1][0])) if more else None)


def _place(cursor: str) -> Place | None:
    if cursor == START:
        return None
    part, day, code = cursor.split(":", 2)
    if part not in PARTS or not re.match(CODE, code):
        raise ValueError(cursor)
    return Place(part, dt.date.fromisoformat(day), code)
