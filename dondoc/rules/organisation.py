"""The organisation as it is on one day: who answers for a unit, and who stands above it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from dondoc.errors import Refused
from models import Post, PostRole, Unit, UnitKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

ANSWERING = (PostRole.HEAD, PostRole.ACTING_HEAD, PostRole.DEPUTY)
"""Who answers for a unit: its head, else its acting head, else all its deputies."""


def _valid(row: Unit | Post, on: dt.date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)


class Organisation:
    """Units and posts valid on a day. Units are named by their row ids, people too."""

    def __init__(self, units: Iterable[Unit], posts: Iterable[Post], on: dt.date) -> None:
        """Keep the rows valid on `on`; `posts` are those of active people only."""
        self.on = on
        self.units = {unit.id: unit for unit in units if _valid(unit, on)}
        self.posts = [post for post in posts if _valid(post, on) and post.unit_id in self.units]
        self._holders: dict[tuple[int, PostRole], list[int]] = defaultdict(list)
        self._places: dict[int, list[Post]] = defaultdict(list)
        self._staff: dict[int, list[Post]] = defaultdict(list)
        self._under: dict[int, list[int]] = defaultdict(list)
        self._codes = {unit.code: unit for unit in self.units.values()}
        self._departments: dict[int, int] = {}
        for post in self.posts:
            self._holders[post.unit_id, post.role].append(post.person_id)
            self._places[post.person_id].append(post)
            self._staff[post.unit_id].append(post)
        for unit in self.units.values():
            if unit.parent_id is not None:
                self._under[unit.parent_id].append(unit.id)

    def unit(self, code: str) -> Unit | None:
        """Return the valid unit of that code."""
        return self._codes.get(code)

    @cached_property
    def by_code(self) -> tuple[Unit, ...]:
        """The valid units in the order of their codes."""
        return tuple(sorted(self.units.values(), key=attrgetter("code")))

    @cached_property
    def in_order(self) -> tuple[tuple[Unit, int], ...]:
        """The valid units, each after its parent, with how many levels it stands below the top."""
        tops = (unit for unit in self.units.values() if unit.parent_id not in self.units)
        return tuple(each for top in sorted(tops, key=attrgetter("id")) for each in self._grown(top, 0))

    def _grown(self, unit: Unit, depth: int) -> Iterator[tuple[Unit, int]]:
        yield unit, depth
        for below in sorted(self._under.get(unit.id, ())):
            yield from self._grown(self.units[below], depth + 1)

    def answering_for(self, unit_id: int) -> tuple[int, ...]:
        """Return the people who answer for a unit; empty if nobody does."""
        for role in ANSWERING:
            if holders := self._holders.get((unit_id, role)):
                return tuple(sorted(set(holders)))
        return ()

    def serves(self, person_id: int) -> bool:
        """Say whether the person holds any post."""
        return person_id in self._places

    def posts_of(self, person_id: int) -> list[Post]:
        """Return the posts a person holds."""
        return self._places.get(person_id, [])

    def posts_in(self, units: Iterable[int]) -> Iterator[Post]:
        """Go through the posts of units."""
        return (post for unit_id in units for post in self._staff.get(unit_id, ()))

    def below(self, unit_id: int) -> Iterator[int]:
        """Go through the unit itself and everything below it, downwards."""
        waiting = [unit_id] if unit_id in self.units else []
        while waiting:
            yield (found := waiting.pop())
            waiting += self._under.get(found, ())

    def above(self, unit_id: int) -> Iterator[Unit]:
        """Go through the unit itself and everything above it, upwards."""
        unit = self.units.get(unit_id)
        while unit is not None:
            yield unit
            unit = self.units.get(unit.parent_id) if unit.parent_id is not None else None

    def department_of(self, unit_id: int) -> int:
        """Return the provincial department a unit belongs to, else the General Department."""
        if unit_id not in self._departments:
            above = self.above(unit_id)
            provincial = (unit.id for unit in above if unit.kind is UnitKind.PROVINCIAL_DEPARTMENT)
            self._departments[unit_id] = next(provincial, self.general_department)
        return self._departments[unit_id]

    def is_authority(self, unit_id: int) -> bool:
        """Say whether a unit is the General Department or one of its own units."""
        return self.department_of(unit_id) == self.general_department

    def works_in(self, person_id: int, unit_id: int) -> bool:
        """Say whether a person holds a post in the unit or below it."""
        return any(
            unit.id == unit_id for post in self.posts_of(person_id) for unit in self.above(post.unit_id)
        )

    def is_own(self, person_id: int, unit_id: int) -> bool:
        """Say whether a person is one of a unit's own people.

        That is anybody of its provincial department; in the General Department anybody of the unit or below,
        and of the General Department itself only its leaders.
        """
        owner = self._owner(unit_id)
        if owner == self.general_department:
            return any(post.unit_id == owner for post in self.posts_of(person_id))
        return self.works_in(person_id, owner)

    def own_posts(self, unit_id: int) -> Iterator[Post]:
        """Go through the posts that make their holders a unit's own people."""
        owner = self._owner(unit_id)
        return self.posts_in([owner] if owner == self.general_department else self.below(owner))

    @cached_property
    def general_department(self) -> int:
        """The unit at the top."""
        return self._only(UnitKind.GENERAL_DEPARTMENT)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the units by their codes."""
        return {unit.code: unit.name for unit in self.units.values()}

    @cached_property
    def office(self) -> int:
        """The Office of the General Department; the General Department itself where there is none."""
        top = self.general_department
        offices = (u.id for u in self.units.values() if u.kind is UnitKind.OFFICE and u.parent_id == top)
        return next(offices, top)

    @property
    def director_general(self) -> tuple[int, ...]:
        """Who answers for the General Department."""
        return self.answering_for(self.general_department)

    def supervisor_of(self, field: str | None) -> int:
        """Return the unit of the General Department that supervises a field of work, else the Office."""
        wanted = (field or "").casefold().strip()
        fields = self._supervised if wanted else []
        return next((unit_id for unit_id, name in fields if name in wanted), self.office)

    def acceptor_of(self, lead_unit_id: int, supervisor_unit_id: int) -> int:
        """Return the unit that accepts work.

        That is the supervising unit; for a unit of the General Department the Office; for the Office the
        Director General.
        """
        if lead_unit_id == self.office:
            return self.general_department
        return self.office if self.is_authority(lead_unit_id) else supervisor_unit_id

    @cached_property
    def _supervised(self) -> list[tuple[int, str]]:
        """Every field that a unit supervises, as it is compared."""
        return [(unit.id, name.casefold()) for unit in self.units.values() for name in unit.supervises]

    def _owner(self, unit_id: int) -> int:
        return unit_id if self.is_authority(unit_id) else self.department_of(unit_id)

    def _only(self, kind: UnitKind) -> int:
        for unit in self.units.values():
            if unit.kind is kind:
                return unit.id
        raise Refused("There is no General Department on %(on)s: load the organisation first.", on=self.on)
