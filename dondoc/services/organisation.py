"""Loading an organisation file: units, people and posts become what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.rules.rights import Operation
from dondoc.services import ledger
from dondoc.services.loading import Difference, Loading
from dondoc.services.people import load_people
from dondoc.services.posts import load_posts
from dondoc.services.roles import require, roles
from dondoc.services.units import load_units
from dondoc.services.world import World

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.reading.organisation import OrganisationFile
    from dondoc.services.occasion import Occasion


def load(session: Session, file: OrganisationFile, occasion: Occasion, source: str) -> Difference:
    """Load an organisation file and leave a ledger line naming `source`; nothing is deleted.

    What the file no longer holds ends on the day before. Raises Refused where the person may not.
    """
    require(Operation.ORG_LOAD, roles(World(session, occasion.on), occasion.person), occasion.person, source)
    loading = Loading(session, occasion.on, file.valid_from or occasion.on)
    units = load_units(loading, file.units)
    people = load_people(loading, file.people)
    load_posts(loading, file.people, people, units)
    found = loading.difference
    if found:
        told = {"added": found.added, "changed": found.changed, "ended": found.ended}
        ledger.record(session, occasion, Operation.ORG_LOAD, source, **told)
    return found
