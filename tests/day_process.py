"""A day run by a process of its own, which may be killed by SIGKILL in the middle of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

import databases
from dondoc.services import daily
from dondoc.services.outbox import Carriers
from dondoc.services.schedule import run_moment
from dondoc.workplace import workplace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from sqlalchemy import Engine

    from notifications.sender import Letter, Sender

# forked from a server that has the imports behind it: a process begins within milliseconds;
# pytest too, for a child imports what its parent's command imported, and all that `deeds` needs
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(
    [
        "pytest",
        "holidays",
        "psycopg",
        "dondoc.workplace",
        "dondoc.services.approval",
        "dondoc.services.calendar_entries",
        "dondoc.services.daily",
        "dondoc.services.issuing",
        "dondoc.services.ladders",
        "dondoc.services.organisation",
        "dondoc.services.plan_closing",
        "dondoc.services.plan_edits",
        "dondoc.services.plan_life",
        "dondoc.services.reports",
        "dondoc.services.sharing",
        "dondoc.services.submissions",
        "notifications.apprise_sender",
    ]
)


@dataclass(frozen=True)
class Death:
    """When a process is killed: before its n-th word to the database, or after its n-th letter has left."""

    statement: int = 0
    letter: int = 0

    def __str__(self) -> str:
        return f"letter {self.letter}" if self.letter else f"statement {self.statement}"


def start(
    folder: Path, on: dt.date, death: Death | None = None, seconds_a_letter: float = 0.0
) -> BaseProcess:
    """Begin a process that runs a day of a data folder."""
    process = _processes.Process(target=_run, args=(folder, on, death or Death(), seconds_a_letter))
    process.start()
    return process


def killed(folder: Path, on: dt.date, death: Death) -> None:
    """Run a day in a process that is killed, and wait for its end."""
    process = start(folder, on, death)
    process.join()
    assert process.exitcode == -signal.SIGKILL, f"it was not killed: {process.exitcode}"
    with workplace(folder) as work:
        databases.forgotten(work.engine)


def count_statements(engine: Engine, run: Callable[[], object]) -> int:
    """Run something and return how many words it had with the database."""
    words = Countdown(0)
    words.listen(engine)
    run()
    return -words.left


def _run(folder: Path, on: dt.date, death: Death, seconds_a_letter: float) -> None:
    with workplace(folder) as work, work.carriers() as carriers:
        Countdown(death.statement).listen(work.engine)
        sender = SlowSender(carriers.sender, Countdown(death.letter), seconds_a_letter)
        moment = run_moment(on)
        slow = Carriers(sender, carriers.printer, carriers.addresses)
        daily.run_day(work.sessions, slow, on, lambda: moment, work.writers)


class Countdown:
    """Kills its process when it has counted to the end; from nought it never does."""

    def __init__(self, left: int) -> None:
        self.left = left

    def count(self, *_: Any) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def listen(self, engine: Engine) -> None:
        for what in ("before_cursor_execute", "commit"):
            event.listen(engine, what, self.count)


class SlowSender:
    """A sender whose process may be killed once a letter has left and before that is recorded."""

    def __init__(self, sender: Sender, letters: Countdown, seconds_a_letter: float) -> None:
        self._sender = sender
        self._letters = letters
        self._seconds_a_letter = seconds_a_letter

    def send(self, address: str, letter: Letter) -> str:
        time.sleep(self._seconds_a_letter)
        answer = self._sender.send(address, letter)
        self._letters.count()
        return answer
