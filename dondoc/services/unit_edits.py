"""Changing one unit of the organisation: its names, place, fields of work and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import Absent, AtField, BadInput
from dondoc.i18n import N_
from dondoc.reading.organisation import UnitEntry
from dondoc.services.form_entry import entry_of
from dondoc.services.organisation_edits import begin, take, with_unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlmodel import Session

    from dondoc.reading.organisation import OrganisationFile, PostEntry
    from dondoc.services.occasion import Occasion
    from dondoc.services.touched import Taken


def add_unit(session: Session, occasion: Occasion, fields: Mapping[str, object]) -> Taken:
    """Add a unit from the fields of an entry; raises AtField for what is wrong."""
    code = str(fields["code"])
    file = begin(session, occasion)
    if any(unit.code == code for unit in file.units):
        raise AtField("code", BadInput(N_("the code %(code)s stands twice"), code=code))
    return take(session, occasion, with_unit(file, entry_of(UnitEntry, fields)), code)


def change_unit(session: Session, occasion: Occasion, code: str, fields: Mapping[str, object]) -> Taken:
    """Change the fields of a unit; once it ends, the posts in it end with it.

    Raises AtField for what is wrong, Absent where there is no such unit.
    """
    file = begin(session, occasion)
    known = next((unit for unit in file.units if unit.code == code), None)
    if known is None:
        raise Absent("There is no unit %(unit)s.", unit=code)
    unit = entry_of(UnitEntry, {**known.model_dump(mode="json"), **fields})
    return take(session, occasion, _ended_posts(with_unit(file, unit), unit), code)


def _ended_posts(file: OrganisationFile, unit: UnitEntry) -> OrganisationFile:
    if unit.valid_to is None:
        return file
    people = (
        person.model_copy(update={"posts": tuple(_ended(post, unit, unit.valid_to) for post in person.posts)})
        for person in file.people
    )
    return file.model_copy(update={"people": tuple(people)})


def _ended(post: PostEntry, unit: UnitEntry, last: dt.date) -> PostEntry:
    if post.unit != unit.code or (post.valid_to is not None and post.valid_to <= last):
        return post
    return post.model_copy(update={"valid_to": max(last, post.valid_from or last)})
