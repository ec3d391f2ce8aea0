"""Loading an organisation file: units, people and posts become what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.errors import BadInput, Refused
from dondoc.rules.rights import Operation
from dondoc.services import ledger
from dondoc.services.loading import Difference, Loading
from dondoc.services.people import load_people
from dondoc.services.posts import load_posts
from dondoc.services.roles import require, roles
from dondoc.services.touched import Taken, touched
from dondoc.services.units import load_units
from dondoc.services.world import World
from models import Installation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

    from dondoc.reading.organisation import OrganisationFile
    from dondoc.services.occasion import Occasion

ChannelPlace = tuple[str, int, str, int]


def hold(session: Session, occasion: Occasion) -> None:
    """Keep the organisation as it is for one who changes it: the next waits until this one is done.

    Raises Forbidden where the person may not.
    """
    require(Operation.ORG_LOAD, roles(World(session, occasion.on), occasion.person), occasion.person)
    session.exec(select(Installation.id).with_for_update()).one()


def take(session: Session, file: OrganisationFile, occasion: Occasion, source: str) -> Taken:
    """Load an organisation file, and say which open tasks feel it; raises what `hold` and `load` raise."""
    hold(session, occasion)
    difference = load(session, file, occasion, source)
    return Taken(difference, touched(session, difference, occasion.on))


def load(session: Session, file: OrganisationFile, occasion: Occasion, source: str) -> Difference:
    """Load an organisation file and leave a ledger line naming `source`; nothing is deleted.

    What the file no longer holds ends on the day before. Raises Refused where the person may not, BadInput
    for a channel by which nothing can ever be sent.
    """
    require(Operation.ORG_LOAD, roles(World(session, occasion.on), occasion.person), occasion.person)
    for (_people, number, _channels, position), reason in unusable_channels(file):
        raise BadInput(
            "%(file)s: channel %(number)s of %(person)s cannot be used. %(reason)s",
            file=source,
            number=position + 1,
            person=file.people[number].code,
            reason=reason,
        )
    loading = Loading(session, occasion.on, file.valid_from or occasion.on)
    units = load_units(loading, file.units)
    people = load_people(loading, file.people)
    load_posts(loading, file.people, people, units)
    found = loading.difference
    if found:
        told = {"added": found.added, "changed": found.changed, "ended": found.ended}
        ledger.record(session, occasion, Operation.ORG_LOAD, source, **told)
    return found


def gaps(world: World) -> list[Refused]:
    """Return what the organisation lacks on the day for what needs the General Department's own people."""
    organisation = world.organisation
    top, office = organisation.general_department, organisation.office
    found = []
    if office == top:
        found.append(
            Refused(
                "%(unit)s has no Office (a unit of the kind office directly under it): nobody can put "
                "notices in or send plans out, and what climbs to the Office goes to its head.",
                unit=world.unit_code(top),
            )
        )
    empty = [unit for unit in dict.fromkeys((top, office)) if not organisation.answering_for(unit)]
    return found + [
        Refused(
            "Nobody answers for %(unit)s: give it a head, an acting head or a deputy. What climbs to it is "
            "told to nobody until then.",
            unit=world.unit_code(unit),
        )
        for unit in empty
    ]


def unusable_channels(file: OrganisationFile) -> Iterator[tuple[ChannelPlace, BadInput]]:
    """Go through the channels that nothing can carry; an address may hold a password and is not repeated."""
    from notifications.apprise_sender import unusable  # late: Apprise costs 200 ms

    for number, person in enumerate(file.people):
        for position, address in enumerate(person.channels or ()):
            if reason := unusable(address):
                yield ("people", number, "channels", position), BadInput(reason)
