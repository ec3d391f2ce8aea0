"""What a new data folder begins with: calendar, ladders, the first administrator."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.errors import Refused
from dondoc.services import ledger
from models import CalendarEntry, Installation, Ladder, Person, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

    from dondoc.reading.ladders import LadderEntry
    from dondoc.rules.calendar import Entry
    from dondoc.services.occasion import Occasion

ADMINISTRATOR = "admin"


def is_installed(session: Session) -> bool:
    """Say whether this database has been made a data folder's."""
    return session.exec(select(Installation)).first() is not None


def install(
    session: Session,
    entries: Sequence[Entry],
    ladders: Sequence[LadderEntry],
    occasion: Occasion,
    *,
    simulated: bool,
) -> Person:
    """Fill an empty database and return its first administrator; nobody acts, for nobody is there yet.

    Raises Refused where it is filled already.
    """
    if is_installed(session):
        raise Refused("This data folder has been made already; nothing was changed.")
    session.add(Installation(simulated=simulated, created_at=occasion.now))
    session.add_all(CalendarEntry(**asdict(entry)) for entry in entries)
    for ladder in ladders:
        _add_ladder(session, ladder)
    administrator = Person(code=ADMINISTRATOR, name="Quản trị viên", administrator=True)
    session.add(administrator)
    ledger.record(session, occasion, "init", ADMINISTRATOR, simulated=simulated)
    session.flush()
    return administrator


def _add_ladder(session: Session, entry: LadderEntry) -> None:
    ladder = Ladder(code=entry.code, name=entry.name)
    session.add(ladder)
    session.flush()
    for position, step in enumerate(entry.steps, start=1):
        row = Step(
            ladder_id=ladder.id, position=position, working_days=step.at, **step.model_dump(exclude={"at"})
        )
        session.add(row)
