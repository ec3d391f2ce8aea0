"""What takes long to count, kept for a while: fifty people who look at one country count it once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Figures = TypeVar("Figures")

QUICK = dt.timedelta(seconds=0.1)
"""What takes no longer is counted for everybody anew."""
TIMES = 10
"""So many times as long as the counting took its figures are kept: it is a tenth of the work at most."""
LONGEST = dt.timedelta(seconds=30)
"""Nobody is shown what was counted longer ago."""
NEVER = dt.timedelta()


@dataclass(frozen=True)
class Counted(Generic[Figures]):
    """What was counted: when that began and ended, and how long others are shown it."""

    figures: Figures
    at: dt.datetime
    done: dt.datetime
    kept: dt.timedelta

    @property
    def is_kept(self) -> bool:
        """Whether others are shown it, too."""
        return self.kept > NEVER


@dataclass
class _Place:
    """Where the figures of one key are kept; who counts them holds the lock."""

    lock: Lock = field(default_factory=Lock)
    counted: Counted[Any] | None = None

    def serves(self, moment: dt.datetime) -> bool:
        return self.counted is not None and moment < self.counted.done + self.counted.kept

    def bridges(self, moment: dt.datetime) -> bool:
        """Say whether its figures may be shown while somebody counts them anew."""
        return self.counted is not None and self.counted.is_kept and moment < self.counted.done + LONGEST


class Kept:
    """The figures that a process keeps, by keys that name all they follow from but the tasks themselves."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._places: dict[Hashable, _Place] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)

    def get(
        self, key: Hashable, now: Callable[[], dt.datetime], count: Callable[[], Figures]
    ) -> Counted[Figures]:
        """Return the figures of a key, which one caller counts at a time.

        Who comes meanwhile is shown those before; where there are none, or they are too old, they wait.
        """
        place = self._place(key, now())
        before = place.counted if place.bridges(now()) else None
        if not place.lock.acquire(blocking=before is None) and before is not None:
            return before
        try:
            if place.counted is None or not place.serves(now()):
                place.counted = _count(now, count)
            return place.counted
        finally:
            place.lock.release()

    def _place(self, key: Hashable, moment: dt.datetime) -> _Place:
        """Return the place of a key, and clear those whose figures nobody will be shown any more."""
        with self._lock:
            for other, place in list(self._places.items()):
                if place.counted is not None and not place.lock.locked() and not place.bridges(moment):
                    del self._places[other]
            return self._places.setdefault(key, _Place())


def _count(now: Callable[[], dt.datetime], count: Callable[[], Figures]) -> Counted[Figures]:
    begun = now()
    figures = count()
    done = now()
    took = done - begun
    return Counted(figures, begun, done, min(took * TIMES, LONGEST) if took > QUICK else NEVER)
