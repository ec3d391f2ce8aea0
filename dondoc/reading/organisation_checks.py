"""What an organisation file must not say although each entry alone is well formed."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.i18n import N_
from models import PostRole, UnitKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from dondoc.reading.organisation import OrganisationFile, PostEntry, UnitEntry
    from dondoc.reading.yamlfile import YamlFile

Place = tuple[str | int, ...]

UNIT_CODE = re.compile(r"(?=.{1,40}$)[A-Z0-9]+(-[A-Z0-9]+)*")
LIKE_A_PLAN = re.compile(r".+-\d{4}-\d{2,}")
LIKE_A_REQUEST = re.compile(r"R-\d+")
PERSON_CODE = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
CHANNEL = re.compile(r"[a-z][a-z0-9+.-]*://\S+")

ANSWERING_ALONE = {
    PostRole.HEAD: N_("the unit %(unit)s has another head at that time"),
    PostRole.ACTING_HEAD: N_("the unit %(unit)s has another acting head at that time"),
}
ONLY_ONE_OF = {
    UnitKind.GENERAL_DEPARTMENT: N_("there is another General Department at that time"),
    UnitKind.OFFICE: N_("there is another Office of the General Department at that time"),
}
"""What there is one of at a time, and what is said of a second."""


@dataclass(frozen=True)
class Claim:
    """Something that only one entry may be at a time."""

    what: Hashable
    place: Place
    first: dt.date
    last: dt.date
    refusal: BadInput


def refuse_contradictions(organisation: OrganisationFile, file: YamlFile) -> None:
    """Raise BadInput for the first contradiction: forms of codes, doubles, the tree, posts, validity."""
    for place, reason in mistakes(organisation):
        file.refuse(place, reason)


def mistakes(organisation: OrganisationFile) -> Iterator[tuple[Place, BadInput]]:
    """Go through the contradictions, each with its place such as ("units", 3, "parent")."""
    yield from _forms(organisation)
    yield from _doubles(organisation)
    yield from _tree(organisation.units)
    yield from _posts(organisation)
    yield from _validity(organisation)
    yield from _outlived(organisation.units)
    yield from _two_at_once(organisation)


def _forms(organisation: OrganisationFile) -> Iterator[tuple[Place, BadInput]]:
    for number, unit in enumerate(organisation.units):
        if not UNIT_CODE.fullmatch(unit.code):
            said = N_("the code %(code)s of a unit must be capital letters and digits, as in HP-TCCB")
            yield ("units", number, "code"), BadInput(said, code=unit.code)
        if LIKE_A_PLAN.fullmatch(unit.code) or LIKE_A_REQUEST.fullmatch(unit.code):
            said = N_("the code %(code)s looks like that of a plan or a request; give the unit another")
            yield ("units", number, "code"), BadInput(said, code=unit.code)
    for number, person in enumerate(organisation.people):
        if not PERSON_CODE.fullmatch(person.code):
            said = N_("the code %(code)s of a person must be small letters and digits, as in hp-tran-van-a")
            yield ("people", number, "code"), BadInput(said, code=person.code)
        for position, address in enumerate(person.channels or ()):
            if not CHANNEL.fullmatch(address):  # the address itself may hold a password: it is not repeated
                said = N_("a channel must be an Apprise address, as in mailto://an@example.vn")
                yield ("people", number, "channels", position), BadInput(said)


def _doubles(organisation: OrganisationFile) -> Iterator[tuple[Place, BadInput]]:
    seen: set[str] = set()
    for kind in ("units", "people"):
        for number, entry in enumerate(getattr(organisation, kind)):
            if entry.code in seen:
                yield (kind, number, "code"), BadInput(N_("the code %(code)s stands twice"), code=entry.code)
            seen.add(entry.code)


def _tree(units: tuple[UnitEntry, ...]) -> Iterator[tuple[Place, BadInput]]:
    parents = {unit.code: unit.parent for unit in units}
    for number, unit in enumerate(units):
        place = ("units", number, "parent")
        if (unit.kind is UnitKind.GENERAL_DEPARTMENT) != (unit.parent is None):
            yield place, BadInput(N_("every unit but the General Department, and only those, has a parent"))
        if unit.parent is not None and unit.parent not in parents:
            yield place, BadInput(N_("there is no unit %(unit)s"), unit=unit.parent)
        elif _is_above_itself(unit.code, parents):
            yield place, BadInput(N_("the unit %(unit)s would stand above itself"), unit=unit.code)


def _is_above_itself(code: str, parents: dict[str, str | None]) -> bool:
    above, seen = parents[code], {code}
    while above is not None and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above == code


def _all_posts(organisation: OrganisationFile) -> Iterator[tuple[Place, str, PostEntry]]:
    for number, person in enumerate(organisation.people):
        for position, post in enumerate(person.posts):
            yield ("people", number, "posts", position), person.code, post


def _posts(organisation: OrganisationFile) -> Iterator[tuple[Place, BadInput]]:
    codes = {unit.code for unit in organisation.units}
    for place, _person, post in _all_posts(organisation):
        if post.unit not in codes:
            yield (*place, "unit"), BadInput(N_("there is no unit %(unit)s"), unit=post.unit)


def _validity(organisation: OrganisationFile) -> Iterator[tuple[Place, BadInput]]:
    units = ((("units", number), unit) for number, unit in enumerate(organisation.units))
    posts = ((place, post) for place, _person, post in _all_posts(organisation))
    dated: Iterable[tuple[Place, UnitEntry | PostEntry]] = (*units, *posts)
    for place, entry in dated:
        begins = entry.valid_from or organisation.valid_from
        if begins and entry.valid_to and entry.valid_to < begins:
            yield (*place, "valid_to"), BadInput(N_("the end lies before the beginning"))


def _outlived(units: tuple[UnitEntry, ...]) -> Iterator[tuple[Place, BadInput]]:
    """Find units that end before one under them: what climbs from there would reach nobody."""
    ends = {unit.code: unit.valid_to or dt.date.max for unit in units}
    below: dict[str | None, list[str]] = defaultdict(list)
    for unit in units:
        below[unit.parent].append(unit.code)
    for number, unit in enumerate(units):
        if longer := [code for code in below[unit.code] if ends[code] > ends[unit.code]]:
            said = N_(
                "these units under it go on longer: %(units)s. End them first, or put them under another"
            )
            yield ("units", number, "valid_to"), BadInput(said, units=", ".join(longer))


def _two_at_once(organisation: OrganisationFile) -> Iterator[tuple[Place, BadInput]]:
    taken: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in _claims(organisation):
        if any(claim.first <= other.last and other.first <= claim.last for other in taken[claim.what]):
            yield claim.place, claim.refusal
        taken[claim.what].append(claim)


def _claims(organisation: OrganisationFile) -> Iterator[Claim]:
    def claim(what: Hashable, place: Place, entry: UnitEntry | PostEntry, refusal: BadInput) -> Claim:
        first = entry.valid_from or organisation.valid_from or dt.date.min
        return Claim(what, place, first, entry.valid_to or dt.date.max, refusal)

    for number, unit in enumerate(organisation.units):
        if unit.kind in ONLY_ONE_OF:
            yield claim(unit.kind, ("units", number, "kind"), unit, BadInput(ONLY_ONE_OF[unit.kind]))
    for place, person, post in _all_posts(organisation):
        said = BadInput(N_("%(person)s holds this post already at that time"), person=person)
        yield claim((person, post.unit, post.role), place, post, said)
        if post.role in ANSWERING_ALONE:
            taken = BadInput(ANSWERING_ALONE[post.role], unit=post.unit)
            yield claim((post.unit, post.role), place, post, taken)
