"""A child process: sends what the outbox holds, whenever something is due, between the daily runs too."""

from __future__ import annotations

import signal
from threading import Event

from dondoc import clock
from dondoc.hosting.child import end_with_parent
from dondoc.workplace import workplace

SECONDS_BETWEEN = 15


def main() -> None:
    """Send until told to end, and then end between two messages."""
    end_with_parent()
    ended = Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    with workplace() as work:
        while not ended.wait(SECONDS_BETWEEN):
            work.deliver(clock.now, ended)


if __name__ == "__main__":
    main()
