"""docs/api.md names every operation: by which request it is done, or why by none."""

from __future__ import annotations

import re
from pathlib import Path

from dondoc.rules.rights import Operation
from dondoc.web.api import door
from dondoc.web.api.app import create_api
from dondoc.web.house import House
from routes_of import ways

PAGE = Path(__file__).parents[4] / "docs/api.md"
TABLE = PAGE.read_text(encoding="utf-8").partition("| operation | request |")[2]
ROWS = [line.strip("|").split("|") for line in TABLE.splitlines() if line.startswith("| `")]
CHANGES_NOTHING = {
    ("POST", f"{what}/compare")
    for what in (
        *("/plans/{code}/workbook", "/organisation", "/calendar"),
        *("/calendar/days/{on}", "/admin/units/{code}", "/ladders/{code}"),
        *("/admin/people/{code}", "/admin/people/{code}/posts/{number}"),
    )
}


def requests_of(cell: str) -> set[tuple[str, str]]:
    return {(method, path) for method, path in re.findall(r"`([A-Z]+) (\S+?)`", cell)}


def test_every_operation_is_offered_or_has_its_reason() -> None:
    named = [operation for row in ROWS for operation in re.findall(r"`([^`]+)`", row[0])]
    assert sorted(named) == sorted(Operation)
    assert all(requests_of(row[1]) or re.match(r" none: \w+", row[1]) for row in ROWS)


def test_every_request_that_changes_something_is_of_an_operation() -> None:
    named = {request for row in ROWS for request in requests_of(row[1])}
    changes = {way[:2] for way in ways(create_api(House())) if door.change in way.doors}
    assert named == changes - CHANGES_NOTHING
