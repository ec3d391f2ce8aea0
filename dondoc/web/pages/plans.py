"""The list of plans, its filters in the address."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Response
from fastapi import Query as Asked

from dondoc.services.names import names
from dondoc.services.plan_list import Filters, plan_page, units_with_plans
from dondoc.web.door import Visitor
from dondoc.web.render import page
from dondoc.words.plans import STATES
from models import PlanState

router = APIRouter()


@router.get("/plans")
def show(
    visit: Visitor,
    q: Annotated[str, Asked(max_length=200)] = "",
    state: str = "",
    unit: str = "",
    late: str = "",
    number: Annotated[int, Asked(alias="page")] = 1,
) -> Response:
    """Show the plans that somebody may see; what is no state asks for every state."""
    chosen = PlanState(state) if state in set(PlanState) else None
    filters = Filters(q, chosen, unit, bool(late))
    asked = {"q": q, "state": chosen or "", "unit": unit, "late": late}
    return page(
        visit,
        "plans.html",
        found=plan_page(visit.world, visit.reach, visit.person, filters, number),
        filters=filters,
        query=urlencode({name: value for name, value in asked.items() if value}),
        units=units_with_plans(visit.world, visit.reach, visit.person),
        names=names(visit.world, ()),
        states=STATES,
    )
