"""A person or a unit held to the end of the transaction, as it was when an administrator read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Depends

from dondoc.services.organisation import hold
from dondoc.services.person_card import person_card
from dondoc.services.unit_card import unit_card
from dondoc.web.api.asked import PersonCode, UnitCode  # noqa: TC001 - FastAPI reads annotations when it runs
from dondoc.web.api.door import Changer  # noqa: TC001 - as above
from dondoc.web.api.held import Held
from dondoc.web.api.shapes.administered import ChannelShown, PersonInFull, PostHeld, UnitHolder, UnitInFull
from dondoc.web.api.tags import IfMatch  # noqa: TC001 - as above

if TYPE_CHECKING:
    from dondoc.web.api.door import Call, Change


def held_person(change: Changer, code: PersonCode, if_match: IfMatch = None) -> Held:
    """Hold a person for an administrator."""
    hold(change.world.session, change.occasion)
    return person_of(change, code).decided_on(if_match)


def held_unit(change: Changer, code: UnitCode, if_match: IfMatch = None) -> Held:
    """Hold a unit for an administrator."""
    hold(change.world.session, change.occasion)
    return unit_of(change, code).decided_on(if_match)


HeldPerson = Annotated[Held, Depends(held_person)]
HeldUnit = Annotated[Held, Depends(held_unit)]


def person_of(change: Change, code: str) -> Held:
    """Hold a person, whatever they were."""
    return Held(change, code, person_shape)


def unit_of(change: Change, code: str) -> Held:
    """Hold a unit, whatever it was."""
    return Held(change, code, unit_shape)


def person_shape(call: Call, code: str) -> PersonInFull:
    """Return a person as administrators change them; raises Absent where there is none."""
    card = person_card(call.world, code)
    person = card.person
    return PersonInFull(
        person=person.code,
        name=person.name,
        language=person.language,
        active=person.active,
        administrator=person.administrator,
        posts=[PostHeld.model_validate(post) for post in card.posts],
        channels=[ChannelShown(kind=kind, recipient=recipient) for kind, recipient in card.channels],
        open_tasks=card.tasks,
    )


def unit_shape(call: Call, code: str) -> UnitInFull:
    """Return a unit as administrators change it; raises Absent where there is none."""
    card = unit_card(call.world, code)
    unit = card.unit
    return UnitInFull(
        unit=unit.code,
        parent=card.parent,
        posts=[
            UnitHolder(
                person=holder.code,
                role=post.role,
                title=post.title,
                valid_from=post.valid_from,
                valid_to=post.valid_to,
            )
            for post, holder in card.posts
        ],
        open_tasks=card.tasks,
        **unit.model_dump(include={"name", "kind", "aliases", "supervises", "valid_from", "valid_to"}),
    )
