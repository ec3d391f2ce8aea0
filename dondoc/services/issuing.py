"""Issuing an approved plan: each of its items becomes a task, once, however often it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.rules.rights import Operation
from dondoc.services.duties import give_all
from dondoc.services.item_duties import item_duty
from dondoc.services.ledger import record
from dondoc.services.occasion import by_rule
from dondoc.services.periods import begin_periods, open_ended_periods
from dondoc.services.plans import STATES, claim, require_state
from dondoc.services.readiness import term_to_issue, to_issue
from dondoc.services.roles import plan_roles, require
from dondoc.services.uncollected import uncollected
from dondoc.services.world import World
from models import Item, ItemKind, Plan, PlanState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlmodel import Session

    from dondoc.services.duties import Duty
    from dondoc.services.occasion import Occasion

ISSUED = (PlanState.IN_FORCE, PlanState.CLOSED)


@dataclass(frozen=True)
class Issued:
    """What issuing did: the codes of the tasks it made; `already` where the plan had been issued before."""

    plan: str
    made: list[str]
    already: bool


def waiting(session: Session) -> list[str]:
    """Return the codes of the approved plans that wait to be issued."""
    queued = (
        select(Plan.code).where(Plan.state == PlanState.APPROVED).order_by(col(Plan.approved_on), Plan.code)
    )
    return list(session.exec(queued))


def request(world: World, occasion: Occasion, code: str) -> None:
    """Write down who asked for a plan to be issued now; the flow does it.

    Raises Refused without the right and for a plan that is not approved.
    """
    plan = claim(world.session, code)
    require(Operation.PLAN_ISSUE, plan_roles(world, occasion.person, plan), occasion.person, code)
    require_state(plan, *STATES[Operation.PLAN_ISSUE], *ISSUED)
    record(world.session, occasion, Operation.PLAN_ISSUE, code)


@uncollected()
def issue(
    session: Session, plan_code: str, on: dt.date, now: dt.datetime, around: World | None = None
) -> Issued:
    """Give out the tasks of an approved plan and put it in force; a plan in force is left as it is.

    Of two at once one waits for the plan's row, and then finds it in force. `around` are the surroundings of
    the day, read once for many plans. Raises Refused for a plan that is not approved.
    """
    plan = claim(session, plan_code)
    if plan.state in ISSUED:
        return Issued(plan.code, [], already=True)
    require_state(plan, PlanState.APPROVED)
    world = around.in_transaction(session) if around else World(session, on)
    plan.state = PlanState.IN_FORCE
    plan.in_force_on = on
    items = to_issue(world, plan)
    _begin_periods(world, [item.id for item in items if item.kind is ItemKind.STANDING])
    duties = [_duty(world, plan, item) for item in items if item.kind is not ItemKind.STANDING]
    made = [*give_all(world, duties), *open_ended_periods(world)]
    record(session, by_rule(on, now), "plan.issued", plan.code, made=made)
    return Issued(plan.code, made, already=False)


def _begin_periods(world: World, standing: Sequence[int]) -> None:
    """Let the periods of standing duties begin, by their row ids: such a duty gives no task of its own."""
    if standing:
        for item in world.session.exec(select(Item).where(col(Item.id).in_(standing))):
            begin_periods(item, world.on)


def _duty(world: World, plan: Plan, item: Item) -> Duty:
    return item_duty(world, item, term_to_issue(world, plan, item))
