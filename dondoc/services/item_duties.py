"""The duties that carry out an item of a plan in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import Refused
from dondoc.rules.headline import headline
from dondoc.rules.standing import ONE_DAY
from dondoc.services.duties import Duty, ladder_for
from models import TaskKind

if TYPE_CHECKING:
    from dondoc.rules.standing import Period
    from dondoc.rules.terms import Term
    from dondoc.services.world import World
    from models import Item


def item_duty(world: World, item: Item, term: Term | None, period: Period | None = None) -> Duty:
    """Return the duty of an item, or of a standing duty's period, whose clock starts the day after its end.

    Where its assignee serves no longer, it goes to who answers for the lead unit. Raises Refused where the
    item has lost its lead unit or its assignee.
    """
    lead, assignee = _owner(item)
    organisation, key = world.organisation, period.key if period else None
    return Duty(
        kind=TaskKind.ITEM,
        code=f"{item.code}a@{key}" if key else f"{item.code}a",
        title=headline(item.text),
        lead_unit_id=lead,
        assignee_id=assignee if organisation.serves(assignee) else world.answerable(lead),
        supervisor_unit_id=item.supervisor_unit_id or organisation.supervisor_of(item.field),
        ladder=ladder_for(world, lead, of_a_province="default"),
        due=world.due_of(term) if term else None,
        term=term,
        plan_id=item.plan_id,
        item_id=item.id,
        period=key,
        proof=item.proof,
        no_term_reason=None if term else item.no_term_reason,
        clock_from=period.last + ONE_DAY if period else None,
    )


def _owner(item: Item) -> tuple[int, int]:
    """Return the row ids of lead unit and assignee."""
    if item.lead_unit_id is None or item.assignee_id is None:
        raise Refused(
            "The item %(item)s has no lead unit or no assignee: it cannot be issued.", item=item.code
        )
    return item.lead_unit_id, item.assignee_id
