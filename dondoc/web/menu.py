"""The menu: the pages that a person has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.web.door import Visit


@dataclass(frozen=True)
class Entry:
    """A line of the menu."""

    address: str
    name: str
    """A message id."""


def menu(visit: Visit) -> tuple[Entry, ...]:
    """Return the person's menu, the daily things first."""
    return tuple(_entries(visit))


def _entries(_visit: Visit) -> Iterator[Entry]:
    yield Entry("/", N_("My work"))
