"""What a plan's workbook changes."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from dondoc.web.api.shapes.base import Told


class ItemDifference(Told):
    """What a workbook changes in one item."""

    item: str = Field(description="Code of the item.", examples=["HP-2014-01.3.2.2"])
    fields: dict[str, tuple[Any, Any]] = Field(
        description="By the names of the item's fields: the value before and the value after.",
        examples=[{"proof": [None, "Biên bản kiểm kê"]}],
    )


class Difference(Told):
    """What a workbook changes in a plan."""

    plan: str = Field(description="Code of the plan.", examples=["HP-2014-01"])
    changes: list[ItemDifference] = Field(
        description="Item by item; empty: the workbook says what is set already."
    )
