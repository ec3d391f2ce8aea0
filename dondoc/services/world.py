"""What services decide with on a day: the organisation, the calendar and the ladders, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import func, select

from dondoc.errors import Refused
from dondoc.rules.ladder import Clock, next_look
from dondoc.rules.organisation import Organisation
from dondoc.rules.rights import Operation
from dondoc.rules.terms import derive
from dondoc.services.calendar import working_calendar
from dondoc.services.searched import Searched
from dondoc.services.statements import among
from models import Installation, Ladder, LedgerLine, Person, Post, Step, Unit
from models.search import searchable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlmodel import Session

    from dondoc.rules.calendar import WorkCalendar
    from dondoc.rules.terms import DueDate, Term


PARTS = ("last_change", "organisation", "calendar", "all_steps", "steps", "ladders", "due_of", "first_look")
SURROUNDINGS = (Operation.ORG_LOAD, Operation.CALENDAR_LOAD, Operation.LADDER_LOAD)
"""The deeds that change them."""
LAST_CHANGE = select(func.max(LedgerLine.id)).where(among(LedgerLine.operation, SURROUNDINGS))


def keep_surroundings(session: Session) -> None:
    """Let whoever changes the surroundings wait until the transaction ends; taken before any other lock."""
    session.exec(select(Installation.id).with_for_update(read=True)).all()


class Called(NamedTuple):
    """What a person is called; `search` is the name as it is searched."""

    code: str
    name: str
    search: str


@dataclass(frozen=True)
class World:
    """The surroundings of a day; each part is read when it is first asked for."""

    session: Session
    on: dt.date

    def complete(self, *more: str) -> World:
        """Read every part now, while the transaction is open, and what else is named."""
        for part in (*PARTS, *more):
            getattr(self, part)
        return self

    def in_transaction(self, session: Session) -> World:
        """Return the same surroundings in another transaction: a run reads them once for all departments."""
        other = World(session, self.on)
        vars(other).update(vars(self.complete()) | {"session": session})
        return other

    def as_they_are(self, session: Session) -> World:
        """Return the surroundings as they are now, and keep them so until that transaction ends."""
        keep_surroundings(session)
        now = World(session, self.on)
        return self.in_transaction(session) if now.last_change == self.last_change else now

    @cached_property
    def last_change(self) -> int | None:
        """The ledger line of the last deed that changed them; read before them, it is never too late."""
        return self.session.exec(LAST_CHANGE).one()

    @cached_property
    def organisation(self) -> Organisation:
        """The units and the posts of active people, as they are on the day."""
        units = self.session.exec(select(Unit)).all()
        posts = self.session.exec(select(Post).join(Person).where(Person.active)).all()
        return Organisation(units, posts, self.on)

    @cached_property
    def people(self) -> dict[int, Called]:
        """All people, those too who have left, as they are called, by row id."""
        rows = self.session.exec(select(Person.id, Person.code, Person.name, Person.search))
        return {person: Called(*called) for person, *called in rows}

    @cached_property
    def searched_people(self) -> Searched:
        """All people by their names, to be searched."""
        return Searched({person: called.search for person, called in self.people.items()})

    @cached_property
    def searched_units(self) -> dict[int, tuple[str, ...]]:
        """The names of the day's units and then what documents call them, as they are searched, by row id."""
        units = self.organisation.units.values()
        return {unit.id: tuple(map(searchable, (unit.name, *unit.aliases))) for unit in units}

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The working calendar, with the users' own entries."""
        return working_calendar(self.session)

    @cached_property
    def steps(self) -> dict[int, list[Step]]:
        """The steps of every ladder by its row id, in their order."""
        found: dict[int, list[Step]] = {}
        for step in self.all_steps.values():
            if step.ladder_id is not None:
                found.setdefault(step.ladder_id, []).append(step)
        return found

    @cached_property
    def all_steps(self) -> dict[int, Step]:
        """The steps by their row ids, those among them that were taken off their ladder."""
        rows = self.session.exec(select(Step).order_by(Step.ladder_id, Step.position))  # type: ignore[arg-type]
        return {step.id: step for step in rows}

    @cached_property
    def ladders(self) -> dict[str, int]:
        """The row id of every ladder by its code."""
        return {ladder.code: ladder.id for ladder in self.session.exec(select(Ladder))}

    @cached_property
    def due_of(self) -> Callable[[Term], DueDate]:
        """What follows from a term; the rule is asked once for each."""
        return cache(partial(derive, calendar=self.calendar))

    @cached_property
    def first_look(self) -> Callable[[int, Clock], dt.date | None]:
        """When a ladder looks for the first time at a task with a clock; the rule is asked once for each."""
        return cache(lambda ladder_id, clock: next_look(self.steps[ladder_id], 0, clock, self.calendar))

    def answerable(self, unit_id: int) -> int:
        """Return the person who answers for a unit, or for the nearest unit above it that has somebody.

        Raises Refused where nobody does, up to the top.
        """
        for unit in self.organisation.above(unit_id):
            if people := self.organisation.answering_for(unit.id):
                return people[0]
        raise Refused(
            "Nobody answers for the unit %(unit)s or any unit above it: "
            "give it a head in the organisation first.",
            unit=self.unit_named(unit_id).name,
        )

    def unit_code(self, unit_id: int) -> str:
        """Return the code of a unit, also of one that has been abolished by the day."""
        return self.unit_named(unit_id).code

    def unit_named(self, unit_id: int) -> Unit:
        """Return a unit with its names, also one that has been abolished by the day."""
        return self.organisation.units.get(unit_id) or self.session.get_one(Unit, unit_id)
