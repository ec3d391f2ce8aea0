"""Which unit of the organisation a document means by a name, how surely, and by which rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from dondoc.reading.unit_spellings import Likeness, Spelling, plain
from models import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.rules.organisation import Organisation

SHORT_NAMES = {
    UnitKind.GENERAL_DEPARTMENT: ("tổng cục",),
    UnitKind.PROVINCIAL_DEPARTMENT: ("cục thi hành án dân sự", "cục"),
    UnitKind.DISTRICT_OFFICE: ("chi cục thi hành án dân sự", "chi cục"),
}
"""What a document calls its subject and the bodies above it, once it has named them."""
SCORES = {Likeness.NAME: 1.0, Likeness.INITIALS: 0.9, Likeness.NO_TONES: 0.9}
"""How sure each rule is; a similar name is as sure as it is alike."""
CLOSE = 0.85
"""How alike a name has to be to be proposed."""


@dataclass(frozen=True)
class UnitMatch:
    """The unit a name means, null where that is doubtful; `proposed` is what a person may then confirm."""

    unit_id: int | None
    score: float
    rule: Likeness
    proposed: int | None = None


class UnitNames:
    """The names of the units valid on a day, as a document about one of them uses them."""

    def __init__(self, organisation: Organisation, subject_id: int) -> None:
        """Know every unit by name and aliases, and the subject and those above it by their short names."""
        self._organisation = organisation
        self._department = organisation.department_of(subject_id)
        self._units: dict[str, set[int]] = defaultdict(set)
        for unit in organisation.units.values():
            for name in (unit.name, *unit.aliases):
                self._units[plain(name)].add(unit.id)
        for unit in organisation.above(subject_id):
            for name in SHORT_NAMES.get(unit.kind, ()):
                self._units[name] = {unit.id}
        self._spellings = [Spelling(rule, self._units) for rule in SCORES]

    def unit_of(self, name: str) -> int | None:
        """Return the unit a name means: the unit itself, or that of the people it names ("Lãnh đạo Cục …").

        None where it names no unit, several, or something the organisation does not know.
        """
        return self.match(name).unit_id

    def match(self, name: str) -> UnitMatch:
        """Return the unit a name means, with how sure that is and by which rule."""
        words = plain(name)
        for spelling in self._spellings:
            unit = self._meant(spelling.named_in(words))
            if unit is not None:
                return UnitMatch(unit, SCORES[spelling.rule], spelling.rule)
        return self._similar(words)

    def _meant(self, named: list[set[int]]) -> int | None:
        """Return the unit that names mean together: the first, where the others stand above it."""
        found = [self._nearest(units) for units in named]
        if not found or found[0] is None:
            return None
        above = {unit.id for unit in self._organisation.above(found[0])}
        return found[0] if above.issuperset(found) else None

    def _similar(self, words: str) -> UnitMatch:
        """Propose the unit whose name is most alike, where it is alone in that."""
        alike = {name: SequenceMatcher(None, words, name).ratio() for name in self._units}
        best = max(alike.values(), default=0)
        near = {name for name, score in alike.items() if score == best}
        unit = self._nearest(self._units[near.pop()]) if len(near) == 1 else None
        if best < CLOSE or unit is None:
            return UnitMatch(None, 0, Likeness.NONE)
        return UnitMatch(None, round(best, 2), Likeness.SIMILAR, proposed=unit)

    def _nearest(self, units: set[int]) -> int | None:
        """Return the one in the subject's department, else in the authority, else anywhere."""
        return next((next(iter(circle)) for circle in self._circles(units) if len(circle) == 1), None)

    def _circles(self, units: set[int]) -> Iterator[set[int]]:
        department = self._organisation.department_of
        yield {unit for unit in units if department(unit) == self._department}
        yield {unit for unit in units if self._organisation.is_authority(unit)}
        yield units
