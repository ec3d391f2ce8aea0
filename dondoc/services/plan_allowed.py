"""Which deeds of a plan's life a person may do as it stands, by the rules that the deeds themselves ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.rules.rights import Operation, may
from dondoc.services.plan_hindrances import hindrance
from dondoc.services.plans import STATES
from dondoc.services.roles import plan_roles
from dondoc.services.settable import CUTS, may_cut

if TYPE_CHECKING:
    from dondoc.errors import Refused
    from dondoc.services.plan_facts import PlanFacts
    from dondoc.services.world import World
    from models import Person


@dataclass(frozen=True)
class Offer:
    """A deed that right and state allow, and what still stands against it, if anything does."""

    operation: Operation
    hindrance: Refused | None


def allowed(world: World, person: Person, facts: PlanFacts) -> tuple[Operation, ...]:
    """Return the deeds that nothing stands against, cutting the items of a draft among them."""
    free = tuple(offer.operation for offer in offers(world, person, facts) if offer.hindrance is None)
    return free + (CUTS if may_cut(facts.plan, plan_roles(world, person, facts.plan)) else ())


def offers(world: World, person: Person, facts: PlanFacts) -> tuple[Offer, ...]:
    """Return what a person may do to a plan now, in the order of its life."""
    held = plan_roles(world, person, facts.plan)
    return tuple(
        Offer(operation, hindrance(world, person, facts, operation))
        for operation, states in STATES.items()
        if facts.plan.state in states and may(operation, held)
    )
