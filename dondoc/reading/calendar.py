"""Calendar files in: the official entries that a clerk loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.reading import yamlfile
from dondoc.rules.calendar import Entry

if TYPE_CHECKING:
    import datetime as dt
    from importlib.resources.abc import Traversable


class Row(yamlfile.Entry):
    """One entry as a file writes it."""

    day: yamlfile.Day
    working: bool
    name: yamlfile.Words
    document: yamlfile.Words
    provisional: bool = False


class CalendarFile(yamlfile.Entry):
    """A calendar file: one entry a day."""

    entries: list[Row]


def load_entries(path: Traversable) -> list[Entry]:
    """Read the entries of a calendar file (.yaml), all or nothing.

    Raises BadInput naming the file, the line, the entry (counted from 1) and the field.
    """
    file = yamlfile.YamlFile.read(path)
    entries = [Entry(**dict(row)) for row in file.check(CalendarFile).entries]
    first: dict[dt.date, int] = {}
    for place, entry in enumerate(entries):
        if first.setdefault(entry.day, place) != place:
            reason = BadInput(
                "the day %(day)s stands in entry %(first)s already", day=entry.day, first=first[entry.day] + 1
            )
            file.refuse(("entries", place, "day"), reason)
    return entries
