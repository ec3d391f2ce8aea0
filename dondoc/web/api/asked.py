"""What the addresses of several nouns have in common."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Path, Query

from dondoc.web.api.shapes.base import Page, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CODE = r"^[!-~]{1,80}$"
PlanCode = Annotated[str, Path(pattern=CODE, description="Code of the plan.", examples=["HP-2014-01"])]
TaskCode = Annotated[str, Path(pattern=CODE, description="Code of the task.", examples=["HP-2014-01.3.2.2a"])]
UnitCode = Annotated[str, Path(pattern=CODE, description="Code of the unit.", examples=["HP"])]
LadderCode = Annotated[str, Path(pattern=CODE, description="Code of the ladder.", examples=["default"])]
PersonCode = Annotated[str, Path(pattern=CODE, description="Code of the person.", examples=["hp-tran-van-a"])]
Limit = Annotated[int, Query(ge=1, le=200, description="How many rows a page has at most.")]
Cursor = Annotated[
    str,
    Query(
        pattern=r"^[!-~]{0,80}$",
        description="`next_cursor` of the page before; left out: the first page.",
        examples=["HP-2014-01.3.2.2a"],
    ),
]
On = Annotated[
    dt.date | None,
    Query(
        ge=dt.date(1946, 1, 1),
        le=dt.date(2100, 12, 31),
        description="The day asked about, from 1946 to 2100; left out: today.",
        examples=["2014-05-23"],
    ),
]

Row = TypeVar("Row")
Shape = TypeVar("Shape", bound=Told)


def page_of(shape: type[Shape], rows: Sequence[Row], limit: int, code: Callable[[Row], str]) -> Page[Shape]:
    """Return a page of `limit` rows from what was found: one row more means that there is a next page."""
    shown = rows[:limit]
    following = code(shown[-1]) if len(rows) > limit else None
    return Page(items=[shape.model_validate(row) for row in shown], next_cursor=following)
