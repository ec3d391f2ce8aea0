"""What people write in the cells of a plan's workbook, and what it sets in an item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from dondoc.errors import BadInput
from dondoc.reading.forms.legacy import legacy_code, refusal
from dondoc.services.directory import unknown
from dondoc.services.item_terms import written_term
from dondoc.services.plan_columns import KINDS, NO_TERM, PERIODS
from models import ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dondoc.services.directory import Directory
    from dondoc.services.item_view import ItemView
    from dondoc.services.world import World

MAY_BE_EMPTY = ("coordinators", "note")
BETWEEN = re.compile(r"[;\n]")
WITHOUT_TERM = re.compile(rf"{NO_TERM}\s*[:.,–-]*\s*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)
SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})(?![\d/.-]*\d)")

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Cells:
    """Reads the words of one plan's cells."""

    world: World
    names: Directory

    def edits(self, item: ItemView, column: str, text: str, kind: ItemKind) -> dict[str, Any]:
        """Return what a cell sets in an item that is to be of this kind; nothing where it is so already.

        The keys are those of `Edit`. Raises BadInput for what is not understood.
        """
        if not text and column not in MAY_BE_EMPTY:
            raise BadInput("what has been set cannot be left empty: write another, or put it back.")
        if old := legacy_code(text):
            raise refusal(old, f'"{text}"')
        return {
            name: value for name, value in self._read(column, text, kind).items() if _new(item, name, value)
        }

    @staticmethod
    def kind_of(text: str) -> ItemKind:
        """Return the kind that a cell names; raises BadInput for none."""
        return _one_of(KINDS, text)

    def _read(self, column: str, text: str, kind: ItemKind) -> dict[str, Any]:
        if column == "term":
            return {"period": _one_of(PERIODS, text)} if kind is ItemKind.STANDING else self._term(text)
        units, people = self.names.units, self.names.people
        read: dict[str, Callable[[str], Any]] = {
            "kind": self.kind_of,
            "lead": units.code_of,
            "coordinators": lambda several: units.codes_of(BETWEEN.split(several)),
            "supervisor": units.code_of,
            "person": people.code_of,
        }
        return {column: read.get(column, str)(text)}

    def _term(self, text: str) -> dict[str, Any]:
        if without := WITHOUT_TERM.fullmatch(text):
            if not without["reason"]:
                raise BadInput('write after "%(words)s" why: %(words)s: chờ hướng dẫn.', words=NO_TERM)
            return {"no_term": without["reason"]}
        if SHORT_YEAR.search(text):
            raise BadInput(
                'the year in "%(words)s" has two digits only: write "%(full)s".',
                words=text,
                full=SHORT_YEAR.sub(r"\g<1>20\g<2>", text),
            )
        return {"term": written_term(self.world, text).phrase}


def _one_of(words: Mapping[Meaning, str], text: str) -> Meaning:
    spelt = {word.casefold(): meaning for meaning, word in words.items()}
    if text.casefold() not in spelt:
        near = get_close_matches(text.casefold(), spelt, n=1, cutoff=0.5) or list(words.values())
        raise unknown(text, near)
    return spelt[text.casefold()]


def _new(item: ItemView, name: str, value: object) -> bool:
    """Say whether a value is another than the item's."""
    stands = {"person": item.assignee, "no_term": item.no_term_reason, "note": item.note or ""}
    return value != (stands[name] if name in stands else getattr(item, name))
