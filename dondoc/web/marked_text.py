"""The text of a document with its items in it: stretches one behind the other, together the whole text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dondoc.reading.result import Part, Reading, Span
    from dondoc.services.checking import Card, Checking


class Holds(StrEnum):
    """What a stretch of the text is."""

    NOTHING = "nothing"
    ITEM = "item"
    DROPPED = "dropped"
    UNREAD = "unread"


@dataclass(frozen=True)
class Bit:
    """Words that say the same of an item: its owner, its term; `marks` are names of classes."""

    text: str
    marks: str


@dataclass(frozen=True)
class Stretch:
    """Words that one item holds, or none; `name` is the item's reference, or the number of what is unread."""

    holds: Holds
    name: str
    bits: tuple[Bit, ...]


@dataclass(frozen=True)
class _Mark:
    span: Span
    name: str


def stretches(checked: Checking) -> list[Stretch]:
    """Return the text of the document, cut where an item or an unread sentence begins and ends."""
    raw, marks = checked.document.text, sorted(_marks(checked.reading), key=lambda mark: mark.span)
    held = sorted(_held(checked), key=lambda each: each[0])
    found, place = [], 0
    for (start, end), holds, name in (*held, ((len(raw), len(raw)), Holds.NOTHING, "")):
        if place < start:
            found.append(Stretch(Holds.NOTHING, "", (Bit(raw[place:start], ""),)))
        if start < end:
            found.append(Stretch(holds, name, tuple(_bits(raw, (start, end), marks))))
        place = max(place, end)
    return found


def _held(checked: Checking) -> list[tuple[Span, Holds, str]]:
    """Return who holds which words; of what is dropped only the words that nothing else holds."""
    items = [(card.view.span, _kind(card), card.view.ref) for card in checked.cards if card.stands]
    unread = [(each.span, Holds.UNREAD, str(at)) for at, each in enumerate(checked.unread, start=1)]
    order = (Holds.ITEM, Holds.UNREAD, Holds.DROPPED)
    taken: list[tuple[Span, Holds, str]] = []
    for each in sorted((*items, *unread), key=lambda one: order.index(one[1])):
        if all(each[0][1] <= span[0] or span[1] <= each[0][0] for span, _holds, _name in taken):
            taken.append(each)
    return taken


def _kind(card: Card) -> Holds:
    return Holds.ITEM if card.view.drop_reason is None else Holds.DROPPED


def _marks(reading: Reading) -> Iterator[_Mark]:
    for item in reading.items:
        yield from _said(item)
        for part in item.parts:
            yield from _said(part)
            yield _Mark((part.span[0], part.span[0] + 1), "begins")


def _said(part: Part) -> Iterator[_Mark]:
    yield from (_Mark(named.span, "owner") for named in (*part.leads, *part.coordinators))
    if part.term:
        yield _Mark(part.term.span, "term")
    yield from (_Mark(output.span, "proof") for output in part.outputs)


def _bits(raw: str, span: Span, marks: Sequence[_Mark]) -> Iterator[Bit]:
    """Cut the words of a stretch where one of its marks begins or ends."""
    start, end = span
    inside = [mark for mark in marks if mark.span[0] < end and start < mark.span[1]]
    for first, last in pairwise(_places(span, inside)):
        names = {mark.name for mark in inside if mark.span[0] <= first and last <= mark.span[1]}
        yield Bit(raw[first:last], " ".join(sorted(names)))


def _places(span: Span, marks: Iterable[_Mark]) -> list[int]:
    start, end = span
    return sorted({start, end} | {min(max(place, start), end) for mark in marks for place in mark.span})
