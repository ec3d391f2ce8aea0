"""What a person may see: which units' work their posts reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import PostRole

if TYPE_CHECKING:
    from dondoc.rules.organisation import Organisation

LEADING = (PostRole.HEAD, PostRole.ACTING_HEAD, PostRole.DEPUTY)
"""Who leads a unit sees the units below it too."""


@dataclass(frozen=True)
class Reach:
    """Whose work somebody may see: their own always, that of `units`, or the whole country's."""

    country: bool
    units: frozenset[int]
    led: frozenset[int]
    """The units a person leads, and those below."""
    board: bool
    """Whether the national board is theirs: the General Department's people, and administrators."""

    def sees_unit(self, unit_id: int) -> bool:
        """Say whether a unit's page is theirs to see."""
        return self.country or unit_id in self.units


def reach_of(organisation: Organisation, person_id: int, *, administrator: bool) -> Reach:
    """Return what a person may see on the day of `organisation`.

    Who serves in a unit sees its work; who leads it, that of the units below as well. The Office of the
    General Department, its leaders and administrators see the whole country; a department of it sees beside
    its own what it supervises or accepts, which belongs to the task and not to a unit.
    """
    posts = organisation.posts_of(person_id)
    led = {unit for post in posts if post.role in LEADING for unit in organisation.below(post.unit_id)}
    units = led | {post.unit_id for post in posts}
    central = {organisation.general_department, organisation.office} if posts else set()
    return Reach(
        country=administrator or any(post.unit_id in central for post in posts),
        units=frozenset(units),
        led=frozenset(led),
        board=administrator or any(organisation.is_authority(post.unit_id) for post in posts),
    )
