"""Whom a step tells, through the organisation as it is on the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import Audience, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.rules.organisation import Organisation


@dataclass(frozen=True)
class Parties:
    """The row ids that an audience is found from."""

    lead_unit_id: int
    supervisor_unit_id: int
    assignee_id: int


@dataclass(frozen=True)
class Told:
    """The people a raised step tells, and the step whose audience they are."""

    people: tuple[int, ...]
    step: Step


def members(  # noqa: PLR0911 - one return an audience
    audience: Audience, parties: Parties, organisation: Organisation
) -> tuple[int, ...]:
    """Return the people of one audience who serve on the day."""
    assignee = (parties.assignee_id,) if organisation.serves(parties.assignee_id) else ()
    heads = organisation.answering_for
    match audience:
        case Audience.ASSIGNEE:
            return assignee
        case Audience.ASSIGNEE_AND_HEAD:
            return tuple(dict.fromkeys((*assignee, *heads(parties.lead_unit_id))))
        case Audience.HEAD:
            return heads(parties.lead_unit_id)
        case Audience.DEPARTMENT_HEAD:
            return heads(organisation.department_of(parties.lead_unit_id))
        case Audience.SUPERVISOR:
            return heads(parties.supervisor_unit_id)
        case Audience.OFFICE:
            return heads(organisation.office)
        case Audience.DIRECTOR_GENERAL:
            return organisation.director_general


def told(steps: Sequence[Step], step: Step, parties: Parties, organisation: Organisation) -> Told | None:
    """Return whom `step` tells; None when nobody on the rest of the ladder can be told.

    An audience that is empty, or should reach beyond the assignee and holds nobody else, passes to the next
    step's audience. `steps` is the whole ladder in its order.
    """
    for candidate in steps:
        if candidate.position < step.position:
            continue
        people = members(candidate.audience, parties, organisation)
        meant_for_assignee = candidate.audience is Audience.ASSIGNEE
        if people and (meant_for_assignee or set(people) != {parties.assignee_id}):
            return Told(people, candidate)
    return None
