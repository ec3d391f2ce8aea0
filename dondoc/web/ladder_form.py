"""The form of a ladder: a row a step, in any order, and spare rows for new ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.errors import AtField
from dondoc.reading.ladders import LadderEntry, StepEntry, misplaced
from dondoc.services.form_entry import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.datastructures import FormData

    from dondoc.errors import DondocError

SPARE = 2
"""Empty rows for new steps."""
NUMBER = re.compile(r"[+-]?\d{1,4}", re.ASCII)


def ladder_of(code: str, sent: FormData) -> LadderEntry:
    """Return the ladder that a form says; raises AtField, naming the row, as in `at-3`."""
    rows = sorted(_rows(sent), key=lambda row: row[1].at)
    for position, reason in misplaced([step for _row, step in rows]):
        raise _in_row("at", rows[position][0], reason)
    steps = tuple(step for _row, step in rows)
    return entry_of(LadderEntry, {"code": code, "name": str(sent.get("name", "")), "steps": steps})


def _rows(sent: FormData) -> Iterator[tuple[int, StepEntry]]:
    """Go through the rows that are filled in and not to be taken off, each with its number."""
    for row in range(len([name for name in sent if name.startswith("at-")])):
        at = str(sent.get(f"at-{row}", "")).strip()
        if not at or f"drop-{row}" in sent:
            continue
        audience = str(sent.get(f"audience-{row}", ""))
        days = int(at) if NUMBER.fullmatch(at) else at
        fields = {"code": f"{audience}{at}", "at": days, "audience": audience}
        try:
            yield row, entry_of(StepEntry, fields | {"weekly": f"weekly-{row}" in sent})
        except AtField as wrong:
            raise _in_row(wrong.field, row, wrong) from wrong


def _in_row(field: str, row: int, reason: DondocError) -> AtField:
    return AtField(f"{field}-{row}", reason)
