"""Words as they are searched: "hai phong" finds "Hải Phòng"."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import Column, String, text

if TYPE_CHECKING:
    from sqlalchemy.engine.default import DefaultExecutionContext


def searchable(words: str) -> str:
    """Return words in bare small letters, with single spaces."""
    apart = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


def searchable_column(named: str) -> Column[str]:
    """Return the column of what a row is found by: another of its columns, as it is searched.

    A new row fills it by itself, also where many are inserted at once.
    """

    def folded(context: DefaultExecutionContext) -> str:
        given: dict[str, str] = context.get_current_parameters()  # type: ignore[no-untyped-call]
        return searchable(given[named])

    return Column(String, default=folded, server_default=text("''"), nullable=False)
