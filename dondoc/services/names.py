"""The names behind codes, for pages that show people names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, select

from dondoc.services.statements import rows_of
from models import Person, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlmodel import Session

    from dondoc.services.world import World

PEOPLE = select(Person.code, Person.name).where(col(Person.code).in_(bindparam("codes", expanding=True)))


@dataclass(frozen=True)
class Names:
    """Names by code; a code nobody knows stands for itself."""

    units: Mapping[str, str]
    people: Mapping[str, str]

    def unit(self, code: str | None) -> str:
        """Return the name of a unit."""
        return self.units.get(code, code) if code else ""

    def person(self, code: str | None) -> str:
        """Return the name of a person."""
        return self.people.get(code, code) if code else ""


def names(world: World, people: Iterable[str | None]) -> Names:
    """Return the names of all units, and of the people whose codes are given."""
    wanted = {code for code in people if code}
    found = dict(rows_of(world.session, PEOPLE, codes=list(wanted)).tuples().all()) if wanted else {}
    return Names(world.organisation.names, found)


def by_code(session: Session) -> dict[str, str]:
    """Return the names of all units and people there ever were, by their codes."""
    units = dict(session.exec(select(Unit.code, Unit.name)).all())
    return units | dict(session.exec(select(Person.code, Person.name)).all())
