"""People and their channels as an organisation file says they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, delete, select

from dondoc.services.loading import apply
from models import Channel, Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

    from dondoc.reading.organisation import PersonEntry
    from dondoc.services.loading import Loading


def load_people(loading: Loading, entries: Sequence[PersonEntry]) -> dict[str, Person]:
    """Add and change people, and make those inactive whom the file no longer names; return everybody by code.

    An administrator is appointed by whoever runs the machine, not by the file, and needs no place in it.
    """
    known = {person.code: person for person in loading.session.exec(select(Person))}
    given = {entry.code: entry for entry in entries}
    new = {code: Person(code=code, name=entry.name) for code, entry in given.items() if code not in known}
    loading.session.add_all(new.values())
    loading.session.flush()
    people = known | new
    for code, entry in given.items():
        stated = {"name": entry.name, "language": entry.language or people[code].language, "active": True}
        changes = apply(people[code], stated)
        changes |= _reach(loading.session, people[code], entry)
        if code not in new:
            loading.difference.note(code, changes)
    loading.difference.added += new
    for code in sorted(known.keys() - given.keys()):
        if known[code].active and not known[code].administrator:
            known[code].active = False
            loading.difference.ended.append(code)
    return people


def _reach(session: Session, person: Person, entry: PersonEntry) -> dict[str, list[object]]:
    """Replace a person's channels where the file names any; tell how many: an address may hold a password."""
    query = select(Channel.address).where(Channel.person_id == person.id).order_by(col(Channel.position))
    old = tuple(session.exec(query))
    if entry.channels is None or entry.channels == old:
        return {}
    session.exec(delete(Channel).where(col(Channel.person_id) == person.id))
    session.add_all(
        Channel(person_id=person.id, position=position, address=address)
        for position, address in enumerate(entry.channels, start=1)
    )
    return {"channels": [len(old), len(entry.channels)]}
