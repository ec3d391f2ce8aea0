"""Plans: listed and shown."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter

from dondoc.services.plan_view import shown
from dondoc.services.visible import find_plan
from dondoc.services.visible_lists import plans_after
from dondoc.web.api.asked import Cursor, Limit, PlanCode, page_of
from dondoc.web.api.description import problems
from dondoc.web.api.door import Call, Caller
from dondoc.web.api.shapes.base import Page
from dondoc.web.api.shapes.plan import PlanInFull, PlanLine

router = APIRouter(prefix="/plans", tags=["plans"])


@router.get("", summary="List plans", response_model=Page[PlanLine])
def list_plans(call: Caller, limit: Limit = 50, cursor: Cursor = "") -> Page[PlanLine]:
    """Return the plans that the person may see, by code."""
    rows = plans_after(call.world, call.person, cursor, limit + 1)
    return page_of(PlanLine, rows, limit, lambda row: row.plan)


@router.get("/{code}", summary="Show a plan", responses=problems(404))
def show_plan(call: Caller, code: PlanCode) -> PlanInFull:
    """Return a plan with its opinions and items."""
    find_plan(call.world, call.person, code)
    return plan_shape(call, code)


def plan_shape(call: Call, code: str) -> PlanInFull:
    """Return a plan in full."""
    view = asdict(shown(call.world, code))
    return PlanInFull(**view.pop("line") | view)
