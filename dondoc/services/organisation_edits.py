"""Changing one thing in the organisation: the file it would stand in is changed, checked and loaded.

There is no second way in: what a form may say, and what follows from it, is what a file may say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import AtField, BadInput
from dondoc.reading.organisation_checks import mistakes
from dondoc.services import organisation
from dondoc.services.form_entry import field_at
from dondoc.services.organisation import hold, unusable_channels
from dondoc.services.organisation_file import as_file

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.reading.organisation import OrganisationFile, PersonEntry, UnitEntry
    from dondoc.reading.organisation_checks import Place
    from dondoc.services.occasion import Occasion
    from dondoc.services.touched import Taken


def begin(session: Session, occasion: Occasion) -> OrganisationFile:
    """Return the organisation as it stands, to one who changes it: the next waits until this one is done.

    Raises Forbidden where the person may not.
    """
    hold(session, occasion)
    return as_file(session, occasion.on)


def with_person(file: OrganisationFile, entry: PersonEntry) -> OrganisationFile:
    """Return the file with this person in it; last, so that a contradiction is found at what is new."""
    others = tuple(one for one in file.people if one.code != entry.code)
    return file.model_copy(update={"people": (*others, entry)})


def with_unit(file: OrganisationFile, entry: UnitEntry) -> OrganisationFile:
    """Return the file with this unit in it, the last one."""
    others = tuple(one for one in file.units if one.code != entry.code)
    return file.model_copy(update={"units": (*others, entry)})


def take(session: Session, occasion: Occasion, file: OrganisationFile, code: str) -> Taken:
    """Load a changed organisation; its ledger line names the code of what was changed.

    Raises AtField for what contradicts itself, and for a channel by which nothing can ever be sent.
    """
    wrong = [_at(place, reason, file, code) for place, reason in (*mistakes(file), *unusable_channels(file))]
    for mistake in sorted(wrong, key=lambda one: not one.field):
        raise mistake
    return organisation.take(session, file, occasion, code)


def _at(place: Place, reason: BadInput, file: OrganisationFile, code: str) -> AtField:
    kind, number, *_ = place
    entry = getattr(file, str(kind))[number]
    if entry.code == code:
        return AtField(field_at(place), reason)
    return AtField("", BadInput("%(entry)s: %(reason)s", entry=entry.code, reason=reason))
