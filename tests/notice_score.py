"""Scores a reading against an annotation by hand: matched is what overlaps by at least half of its union."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from dondoc.reading.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.result import Part, Reading, Span, Words

HALF = 0.5
NOTE = re.compile(r"\(.*\)")
"""What the annotator adds to the words of the notice."""


@dataclass(frozen=True)
class Row:
    """What is annotated (an item, or an obligation of one) and what matches it, with what of it agrees."""

    gold: dict[str, Any]
    item: Part | None
    overlap: float

    @property
    def checks(self) -> dict[str, bool]:
        """Whether each thing the annotation states was read as it says."""
        item, gold = self.item, self.gold
        if item is None:
            return dict.fromkeys(
                ("ref", "owner", "beside", "term", "urgency", "recurrence", "refs", "cases"), False
            )
        beside = {plain(each.name) for each in item.coordinators}
        return {
            "ref": item.ref == gold["id"],
            "owner": [plain(each.name) for each in item.leads]
            == [plain(NOTE.sub("", name)) for name in gold["lead"]],
            "beside": beside >= {plain(name) for name in gold["coordinating"]},
            "term": _term(item) == (gold["deadline_phrase"], gold["deadline_iso"]),
            "urgency": _says(item.urgency, gold["urgency"]),
            "recurrence": _says(item.recurrence, [gold["recurrence"]] if gold["recurrence"] else []),
            "refs": [each.text for each in item.legal_refs] == gold["legal_refs"],
            "cases": [plain(each.name) for each in item.cases]
            == [plain(name) for name in gold["named_cases"]],
        }


def match(items: Iterable[Part], annotated: list[dict[str, Any]]) -> list[Row]:
    """Match items to annotated ones, one to one, the greatest overlap first."""
    pairs = sorted(
        ((_overlap(item.span, _span(gold)), gold["id"], item) for item in items for gold in annotated),
        key=lambda pair: -pair[0],
    )
    matched: dict[str, tuple[float, Part]] = {}
    for overlap, name, item in pairs:
        if (
            overlap >= HALF
            and name not in matched
            and all(item is not taken for _o, taken in matched.values())
        ):
            matched[name] = (overlap, item)
    rows = ((gold, *matched.get(gold["id"], (0.0, None))) for gold in annotated)
    return [Row(gold, item, overlap) for gold, overlap, item in rows]


def obligations(annotated: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the annotated obligations of annotated items; without an owner they have their item's."""
    return [
        each | {"id": f"{gold['id']}{each['sub_id']}", "lead": each["lead"] or gold["lead"]}
        for gold in annotated
        for each in gold["sub_items"]
    ]


def table(rows: list[Row]) -> str:
    """Lay the score out as a table with its totals below."""
    names = list(rows[0].checks)
    made = Table("item", "overlap", "kind", "owner read", *names)
    for row in rows:
        leads = "; ".join(each.name for each in row.item.leads) if row.item else ""
        kind = row.item.kind if row.item else "MISSED"
        made.add_row(
            row.gold["id"], f"{row.overlap:.2f}", kind, leads, *(_mark(row.checks[name]) for name in names)
        )
    totals = [f"{sum(row.checks[name] for row in rows)}/{len(rows)}" for name in names]
    made.add_section()
    made.add_row(f"{sum(row.item is not None for row in rows)}/{len(rows)}", "", "", "", *totals)
    console = Console(width=200, no_color=True)
    with console.capture() as capture:
        console.print(made)
    return capture.get()


def plain(name: str) -> str:
    """Return a name for comparing: case, places of tones, blanks and "đồng chí" aside."""
    return " ".join(fold(unicodedata.normalize("NFC", name)).text.replace("đồng chí", " ").split())


def quoted(reading: Reading) -> Iterable[tuple[str, Span]]:
    """Yield every quotation of a reading with its span."""
    yield from ((each.name, each.span) for each in reading.recipients)
    yield from ((each.text, each.span) for each in reading.findings)
    yield from ((each.text, each.span) for each in reading.unread)
    for item in (each for whole in reading.items for each in (whole, *whole.parts)):
        yield item.text, item.span
        yield from ((each.name, each.span) for each in (*item.leads, *item.coordinators, *item.cases))
        said: tuple[Words | None, ...] = (*item.outputs, *item.legal_refs, item.urgency, item.recurrence)
        yield from ((each.text, each.span) for each in said if each)
        if item.term:
            yield item.term.phrase, item.term.span


def _term(item: Part) -> tuple[str | None, str | None]:
    if item.term is None:
        return None, None
    return item.term.phrase, item.term.date.isoformat() if item.term.date else None


def _says(words: Any, annotated: list[str]) -> bool:
    said = {plain(NOTE.sub("", each)) for each in annotated}
    return plain(words.text) in said if words else not said


def _span(gold: dict[str, Any]) -> Span:
    return gold["char_start"], gold["char_end"]


def _overlap(one: Span, other: Span) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared else 0.0


def _mark(good: bool) -> str:
    return "✓" if good else "✗"
