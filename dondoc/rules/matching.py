"""Which item of a corrected document is which item of the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ALIKE = 0.6
"""Share of words in common from which two texts are one item that was reworded."""


@dataclass(frozen=True)
class Passage:
    """An item by its reference and its words."""

    ref: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, ref: str, text: str) -> Passage:
        """Take a text as its words: line ends and blanks do not count."""
        return cls(ref, tuple(text.split()))


def pair(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Return for each new passage that was there before, by its index, the index of the old one.

    The same words come first, wherever they moved, since an insertion shifts every reference behind it; then
    words much alike, the most alike first; then what is left under one reference.
    """
    pairs: dict[int, int] = {}
    for likeness in (_same, _alike, _same_ref):
        rest_old = [place for place in range(len(old)) if place not in pairs.values()]
        rest_new = [place for place in range(len(new)) if place not in pairs]
        pairs |= _best(old, new, product(rest_old, rest_new), likeness)
    return pairs


def _best(
    old: Sequence[Passage],
    new: Sequence[Passage],
    places: product[tuple[int, int]],
    likeness: Callable[[Passage, Passage], float],
) -> dict[int, int]:
    ranked = [(likeness(old[o], new[n]), old[o].ref == new[n].ref, -abs(o - n), o, n) for o, n in places]
    pairs: dict[int, int] = {}
    for score, _same_ref, _distance, o, n in sorted(ranked, reverse=True):
        if score and n not in pairs and o not in pairs.values():
            pairs[n] = o
    return pairs


def _same(old: Passage, new: Passage) -> float:
    return float(old.words == new.words)


def _alike(old: Passage, new: Passage) -> float:
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def _same_ref(old: Passage, new: Passage) -> float:
    return float(old.ref == new.ref)
