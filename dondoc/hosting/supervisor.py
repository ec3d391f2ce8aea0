"""The supervisor: starts a few processes, restarts one that dies, ends them together."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.hosting import child

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Mapping

    Start = Callable[[], subprocess.Popen[bytes]]

LOOK_EVERY = 0.5
"""Seconds between two looks at the children."""

STEADY = 60.0
"""Seconds a process must live for its earlier deaths to be forgotten."""

LONGEST_PAUSE = 60.0


def pause(deaths: int) -> float:
    """Return the seconds before a restart: one after the first death, twice as many after each further."""
    return min(2.0 ** (deaths - 1), LONGEST_PAUSE)


@dataclass
class Child:
    """One supervised process: its name, how to start it, and how it has fared."""

    name: str
    start: Start
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    deaths: int = 0
    restart_at: float = 0.0

    def look(self, now: float) -> bool:
        """Start it if it is time to, and say whether it was started, or died since the last look."""
        if self.process is None:
            if now < self.restart_at:
                return False
            self.process, self.started_at = self.start(), now
            return True
        if self.process.poll() is None:
            return False
        self.deaths = 1 if now - self.started_at > STEADY else self.deaths + 1
        self.restart_at = now + pause(self.deaths)
        self.end()
        return True

    def end(self) -> None:
        """End it with everything it started."""
        if self.process is not None:
            child.end(self.process)
            self.process = None


class Supervisor:
    """Looks after children until it is interrupted; `changed` hears of every start and every death."""

    def __init__(self, starts: Mapping[str, Start], changed: Callable[[Child], None]) -> None:
        """Take how each child is started, in the order of their need."""
        self.children = [Child(name, start) for name, start in starts.items()]
        self.changed = changed

    def run(self) -> None:
        """Start every child and keep it alive; whatever ends this ends the children, the last one first."""
        try:
            while True:
                for one in self.children:
                    if one.look(time.monotonic()):
                        self.changed(one)
                time.sleep(LOOK_EVERY)
        finally:
            for one in reversed(self.children):
                one.end()
