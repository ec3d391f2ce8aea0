"""What heads and the General Department look at: what waits for a decision, who has how much, the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query

from dondoc.rules.judgement import Cell
from dondoc.services.board import climbed, standing, trend
from dondoc.services.inbox import inbox
from dondoc.services.load import load_page
from dondoc.services.visible import find_unit
from dondoc.services.visible_board import board_tasks
from dondoc.web.api.asked import UnitCode
from dondoc.web.api.description import problems
from dondoc.web.api.door import Call, Caller
from dondoc.web.api.shapes.base import Code
from dondoc.web.api.shapes.boards import Climbed, Inbox, LoadPage, National, Standing, Week

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.services.board import Row

router = APIRouter()
Number = Annotated[int, Query(ge=1, le=100_000, description="Which page, from 1.")]


@router.get("/inbox", summary="What waits for the person's decision", tags=["me"])
def show_inbox(call: Caller, page: Number = 1) -> Inbox:
    """Return a page of the decisions that wait, the oldest due first; a page too far is the last one."""
    return Inbox.model_validate(inbox(call.world, call.person, page))


@router.get("/units/{code}/load", summary="Who has how much", tags=["organisation"], responses=problems(404))
def show_load(call: Caller, code: UnitCode, page: Number = 1) -> LoadPage:
    """Return a page of the open tasks of a unit and those below it, counted by assignee."""
    unit = find_unit(call.world, call.person, code)
    units = set(call.world.organisation.below(unit.id))
    return LoadPage.model_validate(load_page(call.world, units, page))


@router.get("/national", summary="The national board", tags=["boards"], responses=problems(404))
def show_board(
    call: Caller,
    department: Annotated[Code | None, Query(description="Only of this provincial department.")] = None,
    supervisor: Annotated[Code | None, Query(description="Only of this supervising unit's field.")] = None,
) -> National:
    """Return how the tasks of the country stand; for the General Department only."""
    which = board_tasks(call.world, call.reach, call.person, department or "", supervisor or "")
    departments, supervisors = standing(call.world, which)
    return National(
        on=call.world.on,
        departments=_standing(call, departments),
        supervisors=_standing(call, supervisors),
        trend=[Week.model_validate(week) for week in trend(call.world, which)],
        climbed=[
            Climbed(
                task=one.task,
                title=one.title,
                unit=call.world.unit_code(one.unit_id),
                audience=one.audience,
                raised_on=one.raised_on,
            )
            for one in climbed(call.world, which)
        ],
    )


def _standing(call: Call, rows: Iterable[Row]) -> list[Standing]:
    return [
        Standing(
            unit=call.world.unit_code(row.unit_id),
            **{cell.value: row.cells[cell] for cell in Cell},
            undated=row.undated,
            total=row.total,
            late_share=row.late_share,
        )
        for row in rows
    ]
