"""Units as an organisation file says they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import select

from dondoc.services.loading import apply
from models import Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dondoc.reading.organisation import UnitEntry
    from dondoc.services.loading import Loading


def load_units(loading: Loading, entries: Sequence[UnitEntry]) -> dict[str, Unit]:
    """Add, change and end units; return every unit by its code."""
    known = {unit.code: unit for unit in loading.session.exec(select(Unit))}
    given = {entry.code: entry for entry in entries}
    new = {
        code: Unit(code=code, **_stated(entry, loading.begins))
        for code, entry in given.items()
        if code not in known
    }
    loading.session.add_all(new.values())
    loading.session.flush()  # a parent needs its row id, wherever it stands in the file
    units = known | new
    for code, entry in given.items():
        changes = {} if code in new else apply(units[code], _stated(entry, units[code].valid_from))
        changes |= _hang(units, entry)
        if code not in new:
            loading.difference.note(code, changes)
    loading.difference.added += new
    for code in sorted(known.keys() - given.keys()):
        loading.end(code, known[code])
    return units


def _stated(entry: UnitEntry, begins: dt.date) -> dict[str, Any]:
    return {
        "name": entry.name,
        "kind": entry.kind,
        "aliases": sorted(entry.aliases, key=lambda alias: (-len(alias), alias)),
        "supervises": list(entry.supervises),
        "valid_from": entry.valid_from or begins,
        "valid_to": entry.valid_to,
    }


def _hang(units: dict[str, Unit], entry: UnitEntry) -> dict[str, list[object]]:
    """Put a unit under its parent; return the change, told by codes."""
    unit, parent = units[entry.code], units[entry.parent] if entry.parent else None
    old = next((other.code for other in units.values() if other.id == unit.parent_id), None)
    unit.parent_id = parent.id if parent else None
    return {"parent": [old, entry.parent]} if old != entry.parent else {}
