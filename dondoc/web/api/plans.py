"""Plans: listed and shown."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from dondoc.services.plan_allowed import allowed
from dondoc.services.plan_facts import facts_of
from dondoc.services.plan_list import Filters
from dondoc.services.plan_view import shown
from dondoc.services.visible import find_plan
from dondoc.services.visible_lists import plans_after
from dondoc.web.api.asked import Cursor, Limit, PlanCode, page_of
from dondoc.web.api.description import problems
from dondoc.web.api.door import Call, Caller
from dondoc.web.api.shapes.base import Code, Given, Page, Searched
from dondoc.web.api.shapes.plan import PlanInFull, PlanLine
from dondoc.web.api.tags import TAGGED, UNCHANGED, IfNoneMatch, tagged
from models import PlanState

if TYPE_CHECKING:
    from models import Plan

router = APIRouter(prefix="/plans", tags=["plans"])


class PlanQuery(Given):
    """Which plans are wanted, and which page of them."""

    unit: Code | None = Field(default=None, description="Only of this unit.")
    state: PlanState | None = Field(default=None, description="Only in this state.")
    late: bool = Field(default=False, description="Only with a task that is overdue on the day.")
    q: Searched = Field(default="", description="Only with these words in code, document or unit.")
    limit: Limit = 50
    cursor: Cursor = ""


@router.get("", summary="List plans", response_model=Page[PlanLine])
def list_plans(call: Caller, asked: Annotated[PlanQuery, Query()]) -> Page[PlanLine]:
    """Return the plans that the person may see, by code."""
    wanted = Filters(asked.q, asked.state, asked.unit or "", asked.late)
    rows = plans_after(call.world, call.person, wanted, asked.cursor, asked.limit + 1)
    return page_of(PlanLine, rows, asked.limit, lambda row: row.plan)


@router.get(
    "/{code}",
    summary="Show a plan",
    response_model=PlanInFull,
    responses={200: TAGGED, 304: UNCHANGED, **problems(404)},
)
def show_plan(call: Caller, code: PlanCode, if_none_match: IfNoneMatch = None) -> Response:
    """Return a plan with its opinions and items, with its state as `ETag`."""
    return tagged(plan_shape(call, find_plan(call.world, call.person, code)), if_none_match)


def plan_shape(call: Call, plan: Plan) -> PlanInFull:
    """Return a plan as the person of the call sees it."""
    view = asdict(shown(call.world, plan.code))
    may = allowed(call.world, call.person, facts_of(call.world.session, plan))
    return PlanInFull(**(view.pop("line") | view), may=list(may))
