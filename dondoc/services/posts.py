"""Posts as an organisation file says they are held."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import select

from dondoc.services.loading import apply
from models import Person, Post, PostRole, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from dondoc.reading.organisation import PersonEntry, PostEntry
    from dondoc.services.loading import Loading


def load_posts(
    loading: Loading, entries: Sequence[PersonEntry], people: Mapping[str, Person], units: Mapping[str, Unit]
) -> None:
    """Add, change and end posts; who goes is written before who comes, for a unit has one head at a time."""
    held = _held(loading)
    wanted = [
        (_name(person.code, post.unit, post.role), person, post)
        for person in entries
        for post in person.posts
    ]
    wanted.sort(key=lambda one: one[2].valid_to is None)
    rows = [_take(held[name], post, loading.begins) for name, _person, post in wanted]
    for name in sorted(held):
        for gone in held[name]:
            loading.end(name, gone)
    for (name, person, post), row in zip(wanted, rows, strict=True):
        loading.session.flush()
        if row is None:
            place: dict[str, Any] = {
                "person_id": people[person.code].id,
                "unit_id": units[post.unit].id,
                "role": post.role,
            }
            loading.session.add(Post(**place, **_stated(post, loading.begins)))
            loading.difference.added.append(name)
        else:
            loading.difference.note(name, apply(row, _stated(post, row.valid_from)))
    loading.session.flush()


def _held(loading: Loading) -> dict[str, list[Post]]:
    """Return every post there ever was, by its name."""
    found: dict[str, list[Post]] = defaultdict(list)
    query = select(Post, Person.code, Unit.code).join(Person).join(Unit)
    for post, person, unit in loading.session.exec(query):
        found[_name(person, unit, post.role)].append(post)
    return found


def _take(rows: list[Post], entry: PostEntry, begins: dt.date) -> Post | None:
    """Take the row that an entry means: of its first day, else, where it names none, the one that goes on."""
    first = entry.valid_from or begins
    same = [row for row in rows if row.valid_from == first]
    going_on = [row for row in rows if row.valid_to is None and entry.valid_from is None]
    row = next(iter(same + going_on), None)
    if row is not None:
        rows.remove(row)
    return row


def _stated(entry: PostEntry, begins: dt.date) -> dict[str, Any]:
    return {"title": entry.title, "valid_from": entry.valid_from or begins, "valid_to": entry.valid_to}


def _name(person: str, unit: str, role: PostRole) -> str:
    return f"{person}@{unit}:{role}"
