"""Calendar files in: the official entries that a clerk loads, and those shipped with Dondoc."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated

import yaml
from pydantic import BaseModel, ConfigDict, StrictBool, StringConstraints, ValidationError

from dondoc.errors import BadInput
from dondoc.rules.calendar import Entry, WorkCalendar

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Row(BaseModel):
    """One entry as a file writes it."""

    model_config = ConfigDict(extra="forbid")

    day: dt.date
    working: StrictBool
    name: Said
    document: Said
    provisional: StrictBool = False


def load_entries(path: Traversable) -> list[Entry]:
    """Read the entries of a calendar file (.yaml), all or nothing.

    Raises BadInput naming file, entry (counted from 1) and field.
    """
    entries = [_read_row(row, number, path.name) for number, row in enumerate(_rows(path), start=1)]
    seen: dict[dt.date, int] = {}
    for number, entry in enumerate(entries, start=1):
        first = seen.setdefault(entry.day, number)
        if first != number:
            raise BadInput(
                "%(file)s, entry %(number)s: the day %(day)s already stands in entry %(first)s. Keep one of them.",
                file=path.name,
                number=number,
                day=entry.day,
                first=first,
            )
    return entries


def _rows(path: Traversable) -> list[object]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadInput(
            "%(file)s cannot be read: %(reason)s.", file=path.name, reason=error.strerror
        ) from error
    except (UnicodeDecodeError, ValueError, yaml.YAMLError) as error:
        raise BadInput(
            "%(file)s is not a YAML file in UTF-8: %(reason)s.", file=path.name, reason=_first_line(error)
        ) from error
    rows = content.get("entries") if isinstance(content, dict) else None
    if not isinstance(rows, list) or not rows:
        raise BadInput('%(file)s holds no list "entries" of days. Write one entry a day.', file=path.name)
    return rows


def _read_row(row: object, number: int, file: str) -> Entry:
    try:
        return Entry(**Row.model_validate(row).model_dump())
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entry"
        raise BadInput(
            '%(file)s, entry %(number)s, field "%(field)s": %(reason)s.',
            file=file,
            number=number,
            field=field,
            reason=first["msg"],
        ) from error


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())


@cache
def shipped_entries() -> tuple[Entry, ...]:
    """Return the swaps known when this version was made, with their documents."""
    return tuple(load_entries(resources.files("dondoc") / "data" / "calendar.yaml"))


@cache
def shipped_calendar() -> WorkCalendar:
    """Return the calendar used without a database: the `holidays` package and the shipped entries."""
    return WorkCalendar.of(shipped_entries())
