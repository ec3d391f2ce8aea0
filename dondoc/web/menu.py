"""The menu: the pages that a person has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.i18n import N_
from dondoc.rules.rights import Operation, may
from dondoc.services.inbox import waiting_count
from dondoc.services.roles import roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.web.door import Visit


@dataclass(frozen=True)
class Entry:
    """A line of the menu."""

    address: str
    name: str
    """A message id."""
    count: int = 0
    """How much waits there."""


def menu(visit: Visit, *, counted: bool) -> tuple[Entry, ...]:
    """Return the person's menu, the daily things first, `counted` where the transaction is still open."""
    return tuple(_entries(visit, waiting_count(visit.world, visit.person) if counted else 0))


def _entries(visit: Visit, waiting: int) -> Iterator[Entry]:
    organisation = visit.world.organisation
    yield Entry("/", N_("My work"))
    yield Entry("/inbox", N_("Inbox"), waiting)
    yield Entry("/plans", N_("Plans"))
    for post in organisation.posts_of(visit.person.id)[:1]:
        yield Entry(f"/units/{organisation.units[post.unit_id].code}", N_("Unit"))
    if visit.reach.board:
        yield Entry("/national", N_("National board"))
    if may(Operation.PLAN_DRAFT, roles(visit.world, visit.person)):
        yield Entry("/notices/new", N_("Notice to plan"))
    if visit.person.administrator:
        yield Entry("/admin", N_("Administration"))
    elif may(Operation.CALENDAR_LOAD, roles(visit.world, visit.person)):
        yield Entry("/admin/calendar", N_("Calendar"))
