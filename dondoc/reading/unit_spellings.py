"""The spellings in which documents name a unit: in full, by initials, without tone marks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

from dondoc.reading.folding import fold
from dondoc.reading.naming import expand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SPELT_EITHER_WAY = re.compile(r"[-,.()“”\"]|(?<!\w)(?:thành phố|tỉnh)(?!\w)")
PEOPLE_OF_A_UNIT = (
    r"(?:tập thể|cá nhân|đội ngũ|cán bộ|lãnh đạo|thủ trưởng|người đứng đầu|đồng chí|các|chủ chốt|phó|trưởng|"
    r"phụ trách|của|thuộc|trực thuộc|tại|\s)*"
)
"""Words that stand for the unit whose people they name, or join it to the unit above."""
PROVINCE = re.compile(r"(?<!\w)(?:thanh pho|tinh)(?!\w) *")
HEAD = re.compile(r"(?:văn phòng|chi cục|trung tâm|phòng|vụ|ban|cục|sở|viện) (?=\w)")
FEWEST = 2
"""So many initials at least name a unit."""


class Likeness(StrEnum):
    """By which rule a name means a unit; a SIMILAR one only proposes it."""

    NAME = "name"
    INITIALS = "initials"
    NO_TONES = "no_tones"
    SIMILAR = "similar"
    NONE = "none"


class Spelling:
    """The names of units in one spelling."""

    def __init__(self, rule: Likeness, units: Mapping[str, set[int]]) -> None:
        """Spell the names of `units`, plain as they are, by a rule."""
        self.rule = rule
        self._units: dict[str, set[int]] = defaultdict(set)
        for name, meant in units.items():
            for spelt in _spell(rule, name):
                self._units[spelt] |= meant
        longest_first = sorted(self._units, key=lambda name: (-len(name), name))
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")
        self._people = re.compile(self._written(PEOPLE_OF_A_UNIT))

    def named_in(self, name: str) -> list[set[int]]:
        """Return the units each name in a plain name may mean, none where it says something else besides."""
        written = self._written(name)
        if not self._people.fullmatch(self._names.sub("", written)):
            return []
        return [self._units[match.group()] for match in self._names.finditer(written)]

    def _written(self, words: str) -> str:
        if self.rule is not Likeness.NO_TONES:
            return words
        return PROVINCE.sub("", without_tones(words))


def _spell(rule: Likeness, name: str) -> Iterator[str]:
    if rule is Likeness.NAME:
        yield name
    elif rule is Likeness.NO_TONES:
        yield without_tones(name)
    elif head := HEAD.match(name):
        initials = [
            unicodedata.normalize("NFD", word)[0] for word in name[head.end() :].split() if word != "và"
        ]
        if len(initials) >= FEWEST:
            yield head.group() + "".join(initials)
            yield head.group() + "".join(initials[:2]) + " " + "".join(initials[2:])


def plain(name: str) -> str:
    """Return a name as it is compared: folded, abbreviations in full, without what is spelt either way."""
    return " ".join(SPELT_EITHER_WAY.sub(" ", expand(fold(name).text)).split())


def without_tones(words: str) -> str:
    """Return words in bare letters, as people type them without a Vietnamese keyboard."""
    apart = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
