"""Who acts in a command, and on which day: from `--as`, `--on` and the data folder to an Occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc import clock
from dondoc.errors import BadInput, Refused
from dondoc.rules.vietnamese import format_date
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import work_moment
from dondoc.workplace import os_user
from models import Installation, Person

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session


def occasion(session: Session, acting: str | None, on: dt.date | None) -> Occasion:
    """Return the circumstances of a changing command.

    Raises BadInput where nobody or somebody unknown acts; Refused for a person no longer active, and for
    another day than today outside a simulated folder.
    """
    person = _person(session, acting)
    day, moment = _moment(session, on)
    return Occasion(person=person, os_user=os_user(), on=day, now=moment)


def _person(session: Session, acting: str | None) -> Person:
    if not acting:
        raise BadInput("Nobody acts: say who with --as PERSON or in DONDOC_PERSON.")
    person = session.exec(select(Person).where(Person.code == acting)).one_or_none()
    if person is None:
        raise BadInput("There is no person %(person)s: `dondoc org show` lists them.", person=acting)
    if not person.active:
        raise Refused("%(person)s is no longer active and cannot act.", person=acting)
    return person


def _moment(session: Session, on: dt.date | None) -> tuple[dt.date, dt.datetime]:
    today = clock.today()
    simulated = session.exec(select(Installation.simulated)).one_or_none()
    if on is None or (on == today and not simulated):
        return today, clock.now()
    if not simulated:
        raise Refused(
            "The day %(on)s is not today: only a folder made by `init --simulated` lives on another day.",
            on=format_date(on),
        )
    return on, work_moment(on)
