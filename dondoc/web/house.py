"""The data folder the page works on, opened once for all requests."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from sqlmodel import Session, select

from dondoc import clock, db, settings
from dondoc.services.evidence import Folder
from dondoc.services.schedule import LAST_DAY, installation, work_day
from dondoc.services.statements import rows_of
from dondoc.services.world import LAST_CHANGE, World
from dondoc.web.kept import Kept
from dondoc.web.turns import Turns
from dondoc.workplace import EVIDENCE

if TYPE_CHECKING:
    import datetime as dt
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from dondoc.settings import Settings

STANDING = select(LAST_DAY.scalar_subquery(), LAST_CHANGE.scalar_subquery())
"""The day last lived, and the last deed that changed the surroundings."""


class House:
    """Settings, database and evidence of the data folder the environment names; opened when first asked."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self.turns = Turns()
        self.kept = Kept()
        self._lock = Lock()
        self._simulated: bool | None = None
        self._kept: tuple[object, World] | None = None

    @cached_property
    def settings(self) -> Settings:
        """What the folder and its environment say."""
        return settings.load()

    @cached_property
    def engine(self) -> Engine:
        """The database; raises Refused where it is not there or of another version."""
        engine = db.engine(self.settings.database_url)
        db.check_version(engine)
        return engine

    @property
    def evidence(self) -> Folder:
        """Where evidence is kept."""
        return Folder(self.settings.dir / EVIDENCE)

    def transaction(self, *, read_only: bool = False) -> AbstractContextManager[Session]:
        """Open a transaction: committed at its end, rolled back on any error."""
        return db.session(self.engine, read_only=read_only)

    def close(self) -> None:
        """Close the database's connections."""
        if "engine" in vars(self):
            self.engine.dispose()

    def world(self, session: Session) -> World:
        """Return the world of today, read anew only when its surroundings have changed.

        The organisation of a country is ten thousand posts: reading it for every page would cost more than
        the page.
        """
        lived, changed = rows_of(session, STANDING).one()
        on = work_day(lived, clock.today(), simulated=self.simulated(session))
        stamp = (on, changed)
        with self._lock:
            if self._kept is None or self._kept[0] != stamp:
                self._kept = (stamp, _read(session, on))
            return self._kept[1].in_transaction(session)

    def simulated(self, session: Session) -> bool:
        """Say whether the folder lives invented days: it was made so, or was not."""
        if self._simulated is None:
            self._simulated = installation(session).simulated
        return self._simulated


def _read(session: Session, on: dt.date) -> World:
    """Read the world by the caller's own connection: with a second one, many at once could wait for ever.

    Its rows belong to a session of their own, so that no rollback of the caller's touches them.
    """
    with Session(session.connection(), expire_on_commit=False, join_transaction_mode="rollback_only") as own:
        world = World(own, on).complete("people", "searched_people", "searched_units")
        own.expunge_all()
        return world
