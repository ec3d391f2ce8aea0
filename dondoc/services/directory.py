"""Units and people as cells name them: by a label with the code, by the code, or by a name only one bears."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, reduce
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import BadInput
from dondoc.reading.unit_spellings import plain, without_tones
from dondoc.services.chart import branches
from models import Person, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from dondoc.services.chart import Branch
    from dondoc.services.world import World

LABEL = re.compile(r"(?P<name>.+?)\s*\((?P<code>[^()]+)\)")
PROPOSED = 3


@dataclass(frozen=True)
class Named:
    """Units, or people: every name by its code, and the codes a plan chooses from, the nearest first."""

    names: Mapping[str, str]
    aliases: Mapping[str, Collection[str]]
    circles: tuple[tuple[str, ...], ...]

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The labels of those a plan chooses from."""
        return tuple(self.label(code) for circle in self.circles for code in circle)

    def label(self, code: str | None) -> str:
        """Return what a cell says: the name, with the code in brackets; nothing for None."""
        return "" if code is None else f"{self.names.get(code, code)} ({code})"

    def code_of(self, words: str) -> str:
        """Return the code of what a cell says.

        Raises BadInput, with what was perhaps meant, for what is unknown, may be several, or contradicts
        itself.
        """
        if words in self.names:
            return words
        labelled = LABEL.fullmatch(words)
        if labelled and labelled["code"] in self.names:
            return self._agreed(labelled["name"], labelled["code"])
        meant = self._meant(plain(words))
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise BadInput(
                '"%(words)s" may be any of these: %(near)s. Write one of them with its code.',
                words=words,
                near=self._listed(meant),
            )
        raise unknown(words, self._near(words))

    def codes_of(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of several, sorted; raises BadInput that says of each what `code_of` says."""
        found: set[str] = set()
        wrong: list[BadInput] = []
        for each in filter(None, map(str.strip, words)):
            try:
                found.add(self.code_of(each))
            except BadInput as mistake:
                wrong.append(mistake)
        if wrong:
            raise reduce(lambda first, then: BadInput("%(first)s %(then)s", first=first, then=then), wrong)
        return tuple(sorted(found))

    def _agreed(self, name: str, code: str) -> str:
        if plain(name) not in self._spellings(code):
            raise BadInput(
                '"%(words)s" is not the name of %(code)s, which is %(label)s: write one of the two.',
                words=name,
                code=code,
                label=self.names[code],
            )
        return code

    def _meant(self, words: str) -> list[str]:
        """Return who bears a name, in the nearest circle where anybody does."""
        return next((circle[words] for circle in self._bearers if words in circle), [])

    @cached_property
    def _bearers(self) -> tuple[dict[str, list[str]], ...]:
        """The codes of those who bear each name, circle by circle."""
        found: tuple[dict[str, list[str]], ...] = tuple(defaultdict(list) for _circle in self.circles)
        for circle, codes in zip(found, self.circles, strict=True):
            for code in codes:
                for spelling in self._spellings(code):
                    circle[spelling].append(code)
        return found

    def _spellings(self, code: str) -> set[str]:
        return {plain(name) for name in (self.names[code], *self.aliases.get(code, ()))}

    def _near(self, words: str) -> list[str]:
        near = get_close_matches(without_tones(plain(words)), self._typed, PROPOSED)
        return list(dict.fromkeys(self.label(code) for typed in near for code in self._typed[typed]))

    @cached_property
    def _typed(self) -> dict[str, list[str]]:
        """The codes of those who have each name or code, as it is typed without a Vietnamese keyboard."""
        typed: dict[str, list[str]] = defaultdict(list)
        for circle in self._bearers:
            for name, codes in circle.items():
                typed[without_tones(name)] += codes
        for code in (code for circle in self.circles for code in circle):
            typed[without_tones(plain(code))].append(code)
        return typed

    def _listed(self, codes: Iterable[str]) -> str:
        return "; ".join(self.label(code) for code in codes)


@dataclass(frozen=True)
class Directory:
    """Whom the items of a plan can name: first of the department it is about, then of the authority."""

    units: Named
    supervisors: tuple[str, ...]
    people: Named


def directory(world: World, subject_unit_id: int) -> Directory:
    """Return the units and people of the day for a plan about a unit; all others are known by their codes."""
    near, authority = _circles(world, subject_unit_id)
    session = world.session
    units = Named(
        names=dict(session.exec(select(Unit.code, Unit.name)).all()),
        aliases={branch.code: branch.aliases for branch in (*near, *authority)},
        circles=(_units(near), _units(authority)),
    )
    people = Named(
        names=dict(session.exec(select(Person.code, Person.name).where(col(Person.active))).all()),
        aliases={},
        circles=(_people(near), _people(authority)),
    )
    supervisors = tuple(units.label(code) for code in _units(authority or near))
    return Directory(units, supervisors, people)


def unknown(words: str, near: Collection[str]) -> BadInput:
    """Return what is said of words that name nothing, with those that were perhaps meant."""
    if near:
        return BadInput('"%(words)s" is not known: did you mean %(near)s?', words=words, near="; ".join(near))
    return BadInput('"%(words)s" is not known: choose from the list.', words=words)


def _circles(world: World, subject_unit_id: int) -> tuple[list[Branch], list[Branch]]:
    """Return the units of the subject's department, and those of the authority where it is another."""
    organisation = world.organisation
    ids = {unit.code: unit.id for unit in organisation.units.values()}
    department = organisation.department_of(subject_unit_id)
    near, authority = [], []
    for branch in branches(world):
        above = organisation.department_of(ids[branch.code])
        if above == department:
            near.append(branch)
        elif above == organisation.general_department:
            authority.append(branch)
    return near, authority


def _units(branches: Iterable[Branch]) -> tuple[str, ...]:
    return tuple(branch.code for branch in branches)


def _people(branches: Iterable[Branch]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(holder.code for branch in branches for holder in branch.people))
