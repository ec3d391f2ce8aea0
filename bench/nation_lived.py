"""A nation as pages find it in the middle of a day: swept and told, and with work handed in that waits."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import select

import nation
from dondoc import db
from dondoc.services import daily
from dondoc.services.evidence import Folder
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import run_moment, work_moment
from dondoc.services.submissions import submit
from dondoc.services.world import World
from models import Person, Task

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session


HANDED_IN = 600
"""Hand-ins that wait: a hundred for the head of each supervising unit."""
NOWHERE = Folder(Path())
"""Hand-ins cite documents: nothing is kept."""


def live(engine: Engine, tasks: int) -> None:
    """Fill an empty database with the nation and its plans, and let it live its day until people work."""
    with db.session(engine) as session:
        nation.populate(session, tasks, planned=True)
    with db.session(engine) as session:
        opening = daily.open_day(session, nation.TODAY, run_moment(nation.TODAY))
        assert opening.attempt is not None
    sessions = partial(db.session, engine)
    daily.sweep_all(sessions, opening.attempt, opening.departments)
    daily.compose_all(sessions, opening.attempt)
    with db.session(engine) as session:
        daily.close_day(session, opening.attempt)
        _hand_in(session)


def _hand_in(session: Session) -> None:
    world = World(session, nation.TODAY).complete()
    chosen = select(Task, Person).join(Person, Task.assignee_id == Person.id).order_by(Task.id)  # type: ignore[arg-type]
    for task, person in session.exec(chosen.limit(HANDED_IN)).all():
        now = work_moment(nation.TODAY)
        occasion = Occasion(person=person, os_user="bench", on=nation.TODAY, now=now)
        submit(world, occasion, task.code, NOWHERE, documents=["12/BC-CTHADS, 26/5/2014"])
