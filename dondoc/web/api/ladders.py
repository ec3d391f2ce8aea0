"""The ladders: their steps, whom each tells and when, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response
from sqlmodel import col, select

from dondoc.reading.ladders import LadderEntry, StepEntry, misplaced
from dondoc.rules.rights import Operation
from dondoc.services import ladders
from dondoc.services.roles import require, roles
from dondoc.services.world import World
from dondoc.web.api.asked import LadderCode
from dondoc.web.api.description import CHANGE, problems
from dondoc.web.api.door import Caller, Changer
from dondoc.web.api.shapes.ladder import Ladder, LadderSteps, Step
from models import Ladder as Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models import Step as StepRow

router = APIRouter(prefix="/ladders", tags=["administration"])


@router.get("", summary="List ladders", responses=problems(403))
def list_ladders(call: Caller) -> list[Ladder]:
    """Return every ladder with its steps, to who may change them."""
    require(Operation.LADDER_LOAD, roles(call.world, call.person), call.person)
    rows = call.world.session.exec(select(Row).order_by(col(Row.id))).all()
    return [_shape(row, call.world.steps[row.id]) for row in rows]


@router.put("/{code}", summary="Change a ladder", response_model=Ladder, responses=CHANGE)
def change_ladder(change: Changer, code: LadderCode, given: LadderSteps) -> Response:
    """Let a ladder have these steps and no other; open tasks go on from where they are."""
    session, occasion = change.world.session, change.occasion
    row = ladders.begin(session, occasion, code)
    ladders.load(session, _entry(code, given), occasion)
    return change.answer(_shape(row, World(session, change.world.on).steps[row.id]))


def _entry(code: str, given: LadderSteps) -> LadderEntry:
    """Return what is asked for; raises BadInput for two steps at one distance."""
    steps = tuple(
        StepEntry(
            code=f"{step.audience}{step.working_days}",
            at=step.working_days,
            audience=step.audience,
            weekly=step.weekly,
        )
        for step in sorted(given.steps, key=lambda step: step.working_days)
    )
    for _position, reason in misplaced(steps):
        raise reason
    return LadderEntry(code=code, name=given.name, steps=steps)


def _shape(row: Row, steps: Sequence[StepRow]) -> Ladder:
    return Ladder(ladder=row.code, name=row.name, steps=[Step.model_validate(step) for step in steps])
