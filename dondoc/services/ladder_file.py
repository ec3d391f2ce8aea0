"""The ladders as a file says them: written out, compared and taken, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import Refused
from dondoc.reading.ladders import LadderEntry, StepEntry
from dondoc.services import ladders
from dondoc.services.world import World
from models import Ladder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

    from dondoc.services.occasion import Occasion
    from dondoc.services.touched import Taken


def as_entries(world: World) -> list[LadderEntry]:
    """Return the ladders as the file would say them that changes nothing."""
    rows = world.session.exec(select(Ladder).order_by(col(Ladder.id))).all()
    return [LadderEntry(code=row.code, name=row.name, steps=_steps(world, row)) for row in rows]


def compare(session: Session, entries: Sequence[LadderEntry], occasion: Occasion) -> dict[str, Taken]:
    """Return what `take` would do, and do nothing: it is done in a savepoint and rolled back."""
    with session.begin_nested() as trial:
        taken = take(session, entries, occasion)
        trial.rollback()
    return taken


def take(session: Session, entries: Sequence[LadderEntry], occasion: Occasion) -> dict[str, Taken]:
    """Let the ladders of a file be as it says and the others stay; return what that did, by code.

    Raises Forbidden where the person may not, Absent for a ladder that there is not, Refused where a step
    that stays has another code.
    """
    for entry in entries:
        _require_same_codes(World(session, occasion.on), entry)
    return {entry.code: ladders.load(session, entry, occasion) for entry in entries}


def _require_same_codes(world: World, entry: LadderEntry) -> None:
    steps = world.steps.get(world.ladders.get(entry.code, 0), ())
    kept = {(step.working_days, step.audience): step.code for step in steps}
    for step in entry.steps:
        code = kept.get((step.at, step.audience), step.code)
        if code != step.code:
            raise Refused(
                "The step at %(days)s of the ladder %(ladder)s keeps its code %(step)s: what it raised is "
                "told by it. Write that code instead of %(given)s.",
                days=f"{step.at:+d}",
                ladder=entry.code,
                step=code,
                given=step.code,
            )


def _steps(world: World, ladder: Ladder) -> tuple[StepEntry, ...]:
    return tuple(
        StepEntry(code=step.code, at=step.working_days, audience=step.audience, weekly=step.weekly)
        for step in world.steps[ladder.id]
    )
