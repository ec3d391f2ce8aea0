"""Conditions whose statements are built once: how they read stays, what they are asked with changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Integer, and_, bindparam, true

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Select

SomeSelect = TypeVar("SomeSelect", bound="Select[Any]")

SHAPES = 1024
"""Statements that are kept of each kind; the pages have far fewer, only a program can ask for more."""
ESCAPE = "/"


@dataclass(frozen=True)
class Condition:
    """Which rows are wanted: `holds` is a constant with parameters, `asked` are their values."""

    holds: ColumnElement[bool]
    asked: Mapping[str, Any] = field(default_factory=dict)


EVERY = Condition(true())


def all_of(*conditions: Condition) -> Condition:
    """Return the condition that all of them hold; a parameter of one name has one value in all of them."""
    asked: dict[str, Any] = {}
    for condition in conditions:
        asked |= condition.asked
    return Condition(_together(*(condition.holds for condition in conditions)), asked)


@lru_cache(SHAPES)
def _together(*holds: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(*holds)


def a_page(of: SomeSelect) -> SomeSelect:
    """Return the query of a page of rows: asked with `skipped` and `most`, the numbers of rows."""
    most, skipped = (bindparam(name, type_=Integer) for name in ("most", "skipped"))
    return of.limit(most).offset(skipped)


def rows_at(page: int, on_a_page: int) -> dict[str, int]:
    """Return what the query of a page is asked with; the first is 1."""
    return {"skipped": (page - 1) * on_a_page, "most": on_a_page}


def escaped(words: str) -> str:
    """Return words to be looked for with LIKE and ESCAPE as they are written, wildcards too."""
    return "".join(ESCAPE + letter if letter in "%_/" else letter for letter in words)
