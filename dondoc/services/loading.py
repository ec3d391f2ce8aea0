"""Loading a file again is a difference: nothing is deleted, what is gone gets its last day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlmodel import Session

    from models import Post, Unit

ONE_DAY = dt.timedelta(days=1)


@dataclass
class Difference:
    """What loading did, by code; a post is named as hp-tran-van-a@HP:head."""

    added: list[str] = field(default_factory=list)
    changed: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    """Code -> field -> [old, new]."""
    ended: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Say whether anything is different."""
        return bool(self.added or self.changed or self.ended)

    def note(self, name: str, changes: Mapping[str, list[object]]) -> None:
        """Note the fields of a known row that changed, as [old, new]; none: it is unchanged."""
        if changes:
            self.changed[name] = {key: [_plain(value) for value in pair] for key, pair in changes.items()}
        else:
            self.unchanged.append(name)


@dataclass(frozen=True)
class Loading:
    """One loading: its day, the day on which begins what names none itself, and the difference so far."""

    session: Session
    on: dt.date
    begins: dt.date
    difference: Difference = field(default_factory=Difference)

    def end(self, name: str, row: Unit | Post) -> None:
        """Let a row that the file no longer holds end on the day before, or on its first day if later."""
        last = last_day(row, self.on)
        if row.valid_to is None or row.valid_to > last:
            row.valid_to = last
            self.difference.ended.append(name)


def last_day(row: Unit | Post, on: dt.date) -> dt.date:
    """Return the day on which a row ends that a file loaded on the day no longer holds."""
    return max(row.valid_from, on - ONE_DAY)


def apply(row: object, values: Mapping[str, object]) -> dict[str, list[object]]:
    """Give a row its new values; return those that changed, as [old, new]."""
    changes = {key: [getattr(row, key), value] for key, value in values.items() if getattr(row, key) != value}
    for key, (_old, new) in changes.items():
        setattr(row, key, new)
    return changes


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
