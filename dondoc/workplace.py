"""What the edges work with: the settings of a data folder, its database, and its letter carriers."""

from __future__ import annotations

import os
import pwd
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from dondoc import clock, db, settings
from dondoc.services import outbox, schedule
from dondoc.services.letters import Addresses
from dondoc.services.outbox import Carriers
from dondoc.services.parcels import Queue, Share
from notifications.slips import SlipPrinter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlmodel import Session


EVIDENCE = "evidence"
"""The folder of evidence in the data folder."""

SENDERS = 2
"""How many letters of a delivery are on their way at once."""


@dataclass(frozen=True)
class Workplace:
    """A data folder, opened."""

    settings: settings.Settings
    engine: Engine

    @property
    def writers(self) -> int:
        """How many transactions of a run are worked at together."""
        return db.writers(self.engine)

    def sessions(self) -> AbstractContextManager[Session]:
        """Open a transaction: committed at its end, rolled back on any error."""
        return db.session(self.engine)

    @contextmanager
    def one_by_one(self) -> Iterator[Callable[[], AbstractContextManager[Session]]]:
        """Give what opens one transaction after the other on one connection: for very many short ones."""
        with self.engine.connect() as connection:
            yield lambda: db.session(connection)

    def deliver(self, now: Callable[[], dt.datetime], ended: Event | None = None) -> int:
        """Send what the outbox holds, by two senders, and return how many letters left.

        Each has connections of its own, and while one waits for a mail server the other's answer is recorded.
        Both end after the letter they are at when `ended` is set, and the second one where the first breaks.
        """
        ended = ended or Event()
        with ThreadPoolExecutor(1) as pool:
            beside = pool.submit(copy_context().run, self._send, now, Share(1, SENDERS), ended)
            try:
                return self._send(now, Share(0, SENDERS), ended) + beside.result()
            except BaseException:
                ended.set()
                raise

    def _send(self, now: Callable[[], dt.datetime], share: Share, ended: Event) -> int:
        with self.carriers() as carriers, self.one_by_one() as sessions:
            return outbox.deliver(sessions, carriers, now, Queue(carriers.addresses, share, ended))

    def clock_on(self, day: dt.date) -> Callable[[], dt.datetime]:
        """Return the clock of a run of `day`: the real one, in a simulated folder the day's hour."""
        with self.sessions() as session:
            simulated = schedule.installation(session).simulated
        return (lambda: schedule.run_moment(day)) if simulated else clock.now

    @contextmanager
    def carriers(self) -> Iterator[Carriers]:
        """Give the sender for channels, with its connections kept for so long, and the printer of slips."""
        from notifications.apprise_sender import AppriseSender  # late: most runs send nothing

        with AppriseSender() as sender:
            yield Carriers(sender, SlipPrinter(self.settings.dir / "slips"), addresses(self.settings))


def addresses(loaded: settings.Settings) -> Addresses:
    """Return where links in messages lead, and what signs them."""
    key = loaded.secret_key
    return Addresses(loaded.base_url, key.get_secret_value() if key else None)


@contextmanager
def workplace(folder: Path | None = None) -> Iterator[Workplace]:
    """Open a data folder: `folder`, else that of DONDOC_DIR.

    Raises BadInput for a wrong setting, Refused where the database is not there or of another version.
    """
    loaded = settings.load(folder)
    engine = db.engine(loaded.database_url)
    try:
        db.check_version(engine)
        yield Workplace(loaded, engine)
    finally:
        engine.dispose()


def os_user() -> str:
    """Return the operating system's name for who runs this process, whatever the environment claims."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container may run as a number that has no name
        return f"uid {os.getuid()}"
