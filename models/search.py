"""Words as they are searched: "hai phong" finds "Hải Phòng"."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine.default import DefaultExecutionContext


def searchable(words: str) -> str:
    """Return words in bare small letters, with single spaces."""
    apart = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


def searchable_title(context: DefaultExecutionContext) -> str:
    """Return what a new row is found by: its title; also where many are inserted at once."""
    given: dict[str, str] = context.get_current_parameters()  # type: ignore[no-untyped-call]
    return searchable(given["title"])
