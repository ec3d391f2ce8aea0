"""Which unit of the organisation a document means by a name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dondoc.reading.folding import fold
from dondoc.reading.naming import expand
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
SPELT_EITHER_WAY = re.compile(r"[-,.()“”\"]|(?<!\w)(?:thành phố|tỉnh)(?!\w)")
PEOPLE_OF_A_UNIT = re.compile(
    r"(?:tập thể|cá nhân|đội ngũ|cán bộ|lãnh đạo|thủ trưởng|người đứng đầu|đồng chí|các|chủ chốt|phó|trưởng|"
    r"phụ trách|của|thuộc|trực thuộc|tại|\s)*"
)
"""Words that stand for the unit whose people they name, or join it to the unit above."""


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
        longest_first = sorted(self._units, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def unit_of(self, name: str) -> int | None:
        """Return the unit a name means: the unit itself, or that of the people it names ("Lãnh đạo Cục …").

        None where it names no unit, several, or something the organisation does not know.
        """
        text = plain(name)
        if not PEOPLE_OF_A_UNIT.fullmatch(self._pattern.sub("", text)):
            return None
        found = [self._nearest(match.group()) for match in self._pattern.finditer(text)]
        if not found or found[0] is None:
            return None
        above = {unit.id for unit in self._organisation.above(found[0])}
        return found[0] if above.issuperset(found) else None

    def _nearest(self, name: str) -> int | None:
        """Return the unit of that name in the subject's department, else in the authority, else anywhere."""
        for units in self._circles(name):
            if len(units) == 1:
                return units.pop()
        return None

    def _circles(self, name: str) -> Iterator[set[int]]:
        units, department = self._units[name], self._organisation.department_of
        yield {unit for unit in units if department(unit) == self._department}
        yield {unit for unit in units if self._organisation.is_authority(unit)}
        yield set(units)


def plain(name: str) -> str:
    """Return a name as it is compared: folded, abbreviations in full, without what is spelt either way."""
    return " ".join(SPELT_EITHER_WAY.sub(" ", expand(fold(name).text)).split())
