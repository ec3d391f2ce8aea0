"""The document of a plan: shown, and put in the place of the one before where it is corrected."""

from __future__ import annotations

from fastapi import APIRouter, Response

from dondoc.services.checking import checking
from dondoc.services.drafts import draft
from dondoc.services.plans import find
from dondoc.services.visible import find_plan
from dondoc.web.api.asked import PlanCode
from dondoc.web.api.description import HELD_CHANGE, problems
from dondoc.web.api.door import Caller
from dondoc.web.api.drafts import Uploaded
from dondoc.web.api.held import HeldPlan
from dondoc.web.api.shapes.document import Drafted, PlanDocument
from dondoc.web.api.tags import TAGGED

router = APIRouter(prefix="/plans/{code}/document", tags=["plans"])


@router.get("", summary="Show the document of a plan", responses=problems(404))
def show_document(call: Caller, code: PlanCode) -> PlanDocument:
    """Return the text that the items of a plan quote, and what of it is in none of them."""
    plan = find_plan(call.world, call.person, code)
    return PlanDocument.model_validate(checking(call.world, call.person, plan))


@router.post("", summary="Correct it", response_model=Drafted, responses={200: TAGGED, **HELD_CHANGE})
def correct_document(uploaded: Uploaded, plan: HeldPlan) -> Response:
    """Put a corrected document in the place of the one before; what people set and cut stays where it can."""
    world, unit_id = plan.world, find(plan.world.session, plan.code).subject_unit_id
    subject = world.unit_code(unit_id)
    drafted = draft(world, plan.occasion, uploaded.reading, uploaded.name, subject, plan.code)
    return plan.answer(Drafted.model_validate(drafted))
