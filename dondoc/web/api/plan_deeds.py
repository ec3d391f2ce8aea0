"""What is done to a plan: each deed names the state it was decided on, and answers with the new one."""

from __future__ import annotations

from fastapi import APIRouter, Response

from dondoc.services import approval, issuing, plan_closing, plan_life
from dondoc.web.api.description import HELD_CHANGE
from dondoc.web.api.held import HeldPlan
from dondoc.web.api.shapes.plan import Approve, Opine, PlanInFull, ReturnPlan
from dondoc.web.api.tags import TAGGED

router = APIRouter(prefix="/plans/{code}", tags=["plans"], responses={200: TAGGED, **HELD_CHANGE})


@router.post("/open", summary="Open a draft", response_model=PlanInFull)
def open_plan(plan: HeldPlan) -> Response:
    """Send a draft out to be made: the clock of making it starts."""
    plan_life.open_plan(plan.world, plan.occasion, plan.code)
    return plan.answer()


@router.post("/consult", summary="Ask for opinions", response_model=PlanInFull)
def consult(plan: HeldPlan) -> Response:
    """Ask the coordinating units of the item that orders the plan for their opinions."""
    plan_life.consult(plan.world, plan.occasion, plan.code)
    return plan.answer()


@router.post("/opine", summary="Give an opinion", response_model=PlanInFull)
def opine(plan: HeldPlan, given: Opine) -> Response:
    """Give the opinion of the units that the person speaks for."""
    plan_life.opine(plan.world, plan.occasion, plan.code, given.text)
    return plan.answer()


@router.post("/submit", summary="Submit", response_model=PlanInFull)
def submit_plan(plan: HeldPlan) -> Response:
    """Lay the plan before the Director General."""
    plan_life.submit(plan.world, plan.occasion, plan.code)
    return plan.answer()


@router.post("/approve", summary="Approve", response_model=PlanInFull)
def approve(plan: HeldPlan, given: Approve) -> Response:
    """Approve a submitted plan; its tasks are given out within a few minutes."""
    approval.approve(plan.world, plan.occasion, plan.code, given.confirm_past)
    return plan.answer()


@router.post("/return", summary="Return", response_model=PlanInFull)
def return_plan(plan: HeldPlan, given: ReturnPlan) -> Response:
    """Give a submitted plan back to be made again."""
    approval.return_(plan.world, plan.occasion, plan.code, given.reason)
    return plan.answer()


@router.post("/issue", summary="Issue", response_model=PlanInFull)
def issue(plan: HeldPlan) -> Response:
    """Ask for the tasks of an approved plan; they are given out within a few minutes."""
    issuing.request(plan.world, plan.occasion, plan.code)
    return plan.answer()


@router.post("/close", summary="Close", response_model=PlanInFull)
def close(plan: HeldPlan) -> Response:
    """Close a plan in force once all its tasks have ended."""
    plan_closing.close(plan.world, plan.occasion, plan.code)
    return plan.answer()
