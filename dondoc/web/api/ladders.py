"""The ladders: their steps, whom each tells and when, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Response
from sqlmodel import col, select

from dondoc.errors import Absent, AtField
from dondoc.reading.ladders import LadderEntry, StepEntry, misplaced
from dondoc.rules.rights import Operation
from dondoc.services import ladders
from dondoc.services.roles import require, roles
from dondoc.services.world import World
from dondoc.web.api.asked import LadderCode
from dondoc.web.api.description import CHANGE, HELD_CHANGE, problems
from dondoc.web.api.door import Caller, Changer
from dondoc.web.api.held import Held
from dondoc.web.api.shapes.files import Changed
from dondoc.web.api.shapes.ladder import Ladder, LadderSteps, Step
from dondoc.web.api.tags import TAGGED, UNCHANGED, IfMatch, IfNoneMatch, tagged
from dondoc.web.api.trial import undone
from models import Ladder as Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.web.api.door import Call
    from models import Step as StepRow

router = APIRouter(prefix="/ladders", tags=["administration"])


@router.get("", summary="List ladders", responses=problems(403))
def list_ladders(call: Caller) -> list[Ladder]:
    """Return every ladder with its steps, to who may change them."""
    require(Operation.LADDER_LOAD, roles(call.world, call.person), call.person)
    rows = call.world.session.exec(select(Row).order_by(col(Row.id))).all()
    return [_shape(row, call.world.steps[row.id]) for row in rows]


@router.get(
    "/{code}",
    summary="Show a ladder",
    response_model=Ladder,
    responses={200: TAGGED, 304: UNCHANGED, **problems(403, 404)},
)
def show_ladder(call: Caller, code: LadderCode, if_none_match: IfNoneMatch = None) -> Response:
    """Return a ladder with its steps, and its state as `ETag`, to who may change it."""
    require(Operation.LADDER_LOAD, roles(call.world, call.person), call.person)
    return tagged(_ladder(call, code), if_none_match)


def _held(change: Changer, code: LadderCode, if_match: IfMatch = None) -> Held:
    """Hold a ladder for who may change it."""
    ladders.begin(change.world.session, change.occasion, code)
    return Held(change, code, _ladder).decided_on(if_match)


@router.put(
    "/{code}", summary="Change a ladder", response_model=Ladder, responses={200: TAGGED, **HELD_CHANGE}
)
def change_ladder(ladder: Annotated[Held, Depends(_held)], given: LadderSteps) -> Response:
    """Let a ladder have these steps and no other; open tasks go on from where they are."""
    ladders.load(ladder.world.session, _entry(ladder.code, given), ladder.occasion)
    return ladder.answer()


@router.post(
    "/{code}/compare", summary="Show what changing a ladder changes", response_model=Changed, responses=CHANGE
)
def compare_ladder(change: Changer, code: LadderCode, given: LadderSteps) -> Response:
    """Return what these steps would change, each by its distance, and what climbs; change nothing."""
    session = change.world.session
    with undone(change):
        ladders.begin(session, change.occasion, code)  # who may not is told nothing of the steps
        shape = Changed.of(ladders.load(session, _entry(code, given), change.occasion))
    return change.answer(shape)


def _entry(code: str, given: LadderSteps) -> LadderEntry:
    """Return what is asked for; raises AtField for two steps at one distance."""
    in_order = sorted(enumerate(given.steps), key=lambda numbered: numbered[1].working_days)
    steps = tuple(
        StepEntry(
            code=f"{step.audience}{step.working_days}",
            at=step.working_days,
            audience=step.audience,
            weekly=step.weekly,
        )
        for _number, step in in_order
    )
    for position, reason in misplaced(steps):
        number, _step = in_order[position]
        raise AtField(".".join(("steps", str(number), "working_days")), reason)
    return LadderEntry(code=code, name=given.name, steps=steps)


def _ladder(call: Call, code: str) -> Ladder:
    """Return a ladder as the transaction has it by now; raises Absent where there is none."""
    session = call.world.session
    row = session.exec(select(Row).where(Row.code == code)).one_or_none()
    if row is None:
        raise Absent("There is no ladder %(ladder)s.", ladder=code)
    return _shape(row, World(session, call.world.on).steps[row.id])


def _shape(row: Row, steps: Sequence[StepRow]) -> Ladder:
    return Ladder(ladder=row.code, name=row.name, steps=[Step.model_validate(step) for step in steps])
