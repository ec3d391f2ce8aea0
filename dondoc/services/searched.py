"""Names that are searched by a part of them, all in one text: ten thousand are gone through at once."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BETWEEN = "\n"


class Searched:
    """What rows are called, as it is searched, by their ids."""

    def __init__(self, names: Mapping[int, str]) -> None:
        """Write the names one below the other; none of them holds a line break."""
        self._ids = tuple(names)
        self._text = BETWEEN.join(names.values())
        self._starts = tuple(accumulate((len(name) + 1 for name in names.values()), initial=0))

    def holding(self, words: str, most: int) -> list[int]:
        """Return whose names hold the words; none at all where they are more than `most`."""
        found: list[int] = []
        place = self._text.find(words)
        while place >= 0 and len(found) <= most:
            number = bisect_right(self._starts, place) - 1
            found.append(self._ids[number])
            place = self._text.find(words, self._starts[number + 1])
        return found if len(found) <= most else []
