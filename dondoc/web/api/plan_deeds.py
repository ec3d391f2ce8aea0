"""What is done to a plan in its life; each deed answers with the plan as it then is."""

from __future__ import annotations

from fastapi import APIRouter, Response

from dondoc.services import approval, plan_closing, plan_life
from dondoc.services.visible import find_plan
from dondoc.web.api.asked import PlanCode
from dondoc.web.api.description import CHANGE
from dondoc.web.api.door import Change, Changer
from dondoc.web.api.plans import plan_shape
from dondoc.web.api.shapes.plan import Approve, Opine, PlanInFull, ReturnPlan

router = APIRouter(prefix="/plans/{code}", tags=["plans"], responses=CHANGE)


@router.post("/open", summary="Open a draft", response_model=PlanInFull)
def open_plan(change: Changer, code: PlanCode) -> Response:
    """Send a draft out to be made: the clock of making it starts."""
    find_plan(change.world, change.person, code)
    plan_life.open_plan(change.world, change.occasion, code)
    return _as_it_is(change, code)


@router.post("/consult", summary="Ask for opinions", response_model=PlanInFull)
def consult(change: Changer, code: PlanCode) -> Response:
    """Ask the coordinating units of the item that orders the plan for their opinions."""
    find_plan(change.world, change.person, code)
    plan_life.consult(change.world, change.occasion, code)
    return _as_it_is(change, code)


@router.post("/opine", summary="Give an opinion", response_model=PlanInFull)
def opine(change: Changer, code: PlanCode, given: Opine) -> Response:
    """Give the opinion of the units that the person speaks for."""
    find_plan(change.world, change.person, code)
    plan_life.opine(change.world, change.occasion, code, given.text)
    return _as_it_is(change, code)


@router.post("/submit", summary="Submit", response_model=PlanInFull)
def submit_plan(change: Changer, code: PlanCode) -> Response:
    """Lay the plan before the Director General."""
    find_plan(change.world, change.person, code)
    plan_life.submit(change.world, change.occasion, code)
    return _as_it_is(change, code)


@router.post("/approve", summary="Approve", response_model=PlanInFull)
def approve(change: Changer, code: PlanCode, given: Approve) -> Response:
    """Approve a submitted plan; its tasks are given out soon after."""
    find_plan(change.world, change.person, code)
    approval.approve(change.world, change.occasion, code, given.confirm_past)
    return _as_it_is(change, code)


@router.post("/return", summary="Return", response_model=PlanInFull)
def return_plan(change: Changer, code: PlanCode, given: ReturnPlan) -> Response:
    """Give a submitted plan back to be made again."""
    find_plan(change.world, change.person, code)
    approval.return_(change.world, change.occasion, code, given.reason)
    return _as_it_is(change, code)


@router.post("/close", summary="Close", response_model=PlanInFull)
def close(change: Changer, code: PlanCode) -> Response:
    """Close a plan in force once all its tasks have ended."""
    find_plan(change.world, change.person, code)
    plan_closing.close(change.world, change.occasion, code)
    return _as_it_is(change, code)


def _as_it_is(change: Change, code: str) -> Response:
    return change.answer(plan_shape(change, code))
