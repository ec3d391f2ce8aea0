"""Changing a ladder: its steps become what is said of them, and open tasks go on from where they are.

A step is its distance and its audience: with another of either it is another step, and the old one is taken
off. What was told stays as it was (ADR 0016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import case, null, update
from sqlmodel import col, func, select

from dondoc.errors import Absent, Refused
from dondoc.i18n import N_
from dondoc.rules.ladder import carried, next_look
from dondoc.rules.rights import Operation
from dondoc.services import ledger
from dondoc.services.loading import Difference
from dondoc.services.roles import require, roles
from dondoc.services.scratch import LOOKS, filled
from dondoc.services.situations import COLUMNS, Situation, shared_with
from dondoc.services.touched import Taken, Touch
from dondoc.services.world import World
from models import ENDED, URGED, Installation, Ladder, Step, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlmodel import Session

    from dondoc.reading.ladders import LadderEntry, StepEntry
    from dondoc.services.occasion import Occasion

CLIMBS = N_(
    "Open tasks on the ladder %(code)s (%(count)s) climb from today on by these steps. What was told stays "
    "as it is, and a step whose day has already passed is not made up for."
)
FAR = 1000
"""Added to places while steps change them, so that no two meet."""


def begin(session: Session, occasion: Occasion, code: str) -> Ladder:
    """Return a ladder to one who changes it: the next waits until this one is done.

    Raises Forbidden where the person may not, Absent where there is no such ladder.
    """
    acting = roles(World(session, occasion.on), occasion.person)
    require(Operation.LADDER_LOAD, acting, occasion.person)
    session.exec(select(Installation.id).with_for_update()).all()
    ladder = session.exec(select(Ladder).where(Ladder.code == code)).one_or_none()
    if ladder is None:
        raise Absent("There is no ladder %(ladder)s.", ladder=code)
    return ladder


def load(session: Session, entry: LadderEntry, occasion: Occasion) -> Taken:
    """Let a ladder that exists be as `entry` says, with one ledger line; steps are named by their distance.

    A step that stays keeps its code: what it raised is told by it. Raises what `begin` raises; Refused for a
    new step with the code of one that stays.
    """
    ladder = begin(session, occasion, entry.code)
    old = World(session, occasion.on).steps[ladder.id]
    stood = {step.id: step.position for step in old}
    difference = _difference(old, entry, ladder)
    if not difference:
        return Taken(difference, [])
    _require_free_codes(old, entry)
    ladder.name = entry.name
    _set(session, ladder, old, entry)
    ledger.record(session, occasion, Operation.LADDER_LOAD, entry.code, changed=difference.changed)
    _carry(World(session, occasion.on), ladder.id, stood)
    climbing = select(func.count()).select_from(Task).where(_climbs(ladder.id))
    count = session.exec(climbing).one()
    return Taken(difference, [Touch(CLIMBS, entry.code, count)] if count else [])


def _difference(old: Sequence[Step], entry: LadderEntry, ladder: Ladder) -> Difference:
    found = Difference()
    if ladder.name != entry.name:
        found.note(entry.code, {"name": [ladder.name, entry.name]})
    was = {step.working_days: step for step in old}
    now = {step.at: step for step in entry.steps}
    for days in sorted(was.keys() | now.keys()):
        pairs: dict[str, list[object]] = {
            field: [getattr(was.get(days), field, None), getattr(now.get(days), field, None)]
            for field in ("audience", "weekly")
        }
        changes = {field: pair for field, pair in pairs.items() if (pair[0] or None) != (pair[1] or None)}
        found.note(f"{days:+d}", changes)
    return found


def _require_free_codes(old: Sequence[Step], entry: LadderEntry) -> None:
    kept = {(step.working_days, step.audience): step.code for step in old}
    stated = [(step.at, step.audience) for step in entry.steps]
    staying = {kept[step]: step[0] for step in stated if step in kept}
    for step in entry.steps:
        if (step.at, step.audience) not in kept and step.code in staying:
            raise Refused(
                "The new step at %(days)s of the ladder %(ladder)s cannot have the code %(step)s: the step "
                "at %(other)s has it. Write another code.",
                days=f"{step.at:+d}",
                ladder=entry.code,
                step=step.code,
                other=f"{staying[step.code]:+d}",
            )


def _set(session: Session, ladder: Ladder, old: Sequence[Step], entry: LadderEntry) -> None:
    kept = {(step.working_days, step.audience): step for step in old}
    stays = [kept.pop((step.at, step.audience), None) for step in entry.steps]
    for gone in kept.values():
        gone.ladder_id = None
    for step in filter(None, stays):
        step.position += FAR
    session.flush()
    for position, (stated, row) in enumerate(zip(entry.steps, stays, strict=True), start=1):
        if row is None:
            session.add(_step(ladder, position, stated))
        else:
            row.position, row.weekly = position, stated.weekly
    session.flush()


def _step(ladder: Ladder, position: int, stated: StepEntry) -> Step:
    return Step(
        ladder_id=ladder.id,
        position=position,
        working_days=stated.at,
        code=stated.code,
        audience=stated.audience,
        weekly=stated.weekly,
    )


def _climbs(ladder_id: int) -> ColumnElement[bool]:
    return (col(Task.ladder_id) == ladder_id) & col(Task.state).not_in(ENDED) & col(Task.due_on).is_not(None)


def _carry(world: World, ladder_id: int, stood: Mapping[int, int]) -> None:
    """Tell every open task on the ladder where it now stands and when it is looked at next."""
    look_on = case((col(Task.state).in_(URGED), LOOKS.c.new_next_look_on), else_=null())
    with filled(world.session, LOOKS, list(_carried(world, ladder_id, stood))):
        world.session.execute(
            update(Task)
            .where(_climbs(ladder_id), shared_with(LOOKS))
            .values(last_step=LOOKS.c.new_last_step, next_look_on=look_on)
            .execution_options(synchronize_session=False)
        )
    world.session.expire_all()


def _carried(world: World, ladder_id: int, stood: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Ask the rule once for each situation; `stood` are the places of the steps before.

    Damaged ones are looked at by the next run.
    """
    asked = select(*(cast("Any", getattr(Task, name)) for name in COLUMNS)).where(_climbs(ladder_id))
    for number, row in enumerate(world.session.exec(asked.distinct()).all()):
        at = Situation(*row)
        last, clock, steps = at.last_step, at.readable_clock, world.steps[ladder_id]
        last = carried(steps, last, stood, clock, world.calendar, world.on) if clock else last
        day = next_look(steps, last, clock, world.calendar) if clock else world.on
        yield at.columns() | {"id": number, "new_last_step": last, "new_next_look_on": day}
