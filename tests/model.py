"""A small model of the days: what must be raised and told, judged for each task alone as the design says it.

It shares no code with the project but names: dates are counted one by one, nothing is stored that follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from model_world import OFFICE, ONE_DAY, TOP, Calendar, Staff
from models import Audience
from small_world import LADDERS

if TYPE_CHECKING:
    import datetime as dt

OWNERS = (Audience.ASSIGNEE, Audience.ASSIGNEE_AND_HEAD)
DECISIONS = ("opinion", "approval", "acceptance")
WEEKLY = Audience.DIRECTOR_GENERAL

Rung = tuple[str, int, Audience]
Lines = set[tuple[str, str]]


@dataclass
class Duty:
    """One task. `counted` is (first day, which is not counted; how many; unit), where its term is counted."""

    code: str
    kind: str
    lead: str
    assignee: str
    supervisor: str
    ladder: str
    rungs: tuple[Rung, ...]
    starts: dt.date
    due: dt.date | None = None
    counted: tuple[dt.date, int, str] | None = None
    about: Duty | None = None
    round: int = 1
    handed_in: dt.date | None = None
    handed_in_by: str = ""
    ended: bool = False
    quiet: set[dt.date] = field(default_factory=set)
    raised: dict[Rung, tuple[dt.date, dt.date, tuple[str, ...]]] = field(default_factory=dict)
    """The day a step was due, the day it was raised, and whom it told."""
    decided: set[Rung] = field(default_factory=set)
    """Steps of which a change of the ladder left nothing to say."""

    @property
    def urged(self) -> bool:
        return not self.ended and self.handed_in is None


@dataclass(frozen=True, eq=False)
class Fact:
    """Something one person is owed of one task; of a step also the audience that was told."""

    person: str
    duty: Duty
    what: str
    rung: Rung | None = None
    audience: Audience | None = None


@dataclass
class Model:
    """Everything there is; `letters` are the lines of each person's digest of each day."""

    calendar: Calendar = field(default_factory=Calendar)
    staff: Staff = field(default_factory=Staff)
    ladders: dict[str, tuple[Rung, ...]] = field(default_factory=lambda: dict(LADDERS))
    duties: dict[str, Duty] = field(default_factory=dict)
    untold: list[Fact] = field(default_factory=list)
    letters: dict[tuple[dt.date, str], Lines] = field(default_factory=dict)
    unheard: set[str] = field(default_factory=set)
    """Tasks of which a step is owed today that nobody can be told of."""
    run_on: dt.date | None = None
    worked_on: dt.date | None = None

    def run(self, on: dt.date) -> None:
        """Live a day, unless a later one was lived before; on a day off nobody is told anything."""
        if self.run_on is not None and on < self.run_on:
            return
        self.run_on = on
        self.unheard = set()
        if not self.calendar.works(on):
            return
        for duty in list(self.duties.values()):
            self.climb(duty, on)
        for person in self.staff.people:
            if self.staff.serves(person) and (on, person) not in self.letters:
                self.write(person, on)
        self.worked_on = on

    def climb(self, duty: Duty, on: dt.date) -> None:
        """Raise every step that is owed by the day, above those raised before; each is told to somebody."""
        if not duty.urged or duty.due is None:
            return
        for place, rung in enumerate(duty.rungs):
            day = self.day_of(duty, rung)
            behind = rung in duty.decided or any(
                other in duty.raised and other not in duty.decided for other in duty.rungs[place:]
            )
            never_owed = day < duty.starts or day in duty.quiet
            if behind or never_owed or day > on:
                continue
            people, audience = self.audience(duty, place)
            if people:
                duty.raised[rung] = (day, on, tuple(sorted(people)))
                self.untold += [Fact(one, duty, "escalated", rung, audience) for one in people]
            else:
                self.unheard.add(duty.code)

    def day_of(self, duty: Duty, rung: Rung) -> dt.date:
        """Return the day a step falls on."""
        assert duty.due is not None
        _code, days, _audience = rung
        if days <= 0:
            return self.calendar.up_to(duty.due)[days - 1]
        later = self.calendar.after(max(duty.due, duty.starts))
        return [day for day in later if day not in duty.quiet][days - 1]

    def audience(self, duty: Duty, place: int) -> tuple[list[str], Audience | None]:
        """Return whom a step tells: its own audience, else the next that has somebody beyond the assignee."""
        for _code, _days, audience in duty.rungs[place:]:
            people = self.members(duty, audience)
            if people and (audience is Audience.ASSIGNEE or people != [duty.assignee]):
                return people, audience
        return [], None

    def members(self, duty: Duty, audience: Audience) -> list[str]:
        """Return the people of an audience who serve today."""
        heads = self.staff.heads
        assignee = [duty.assignee] if self.staff.serves(duty.assignee) else []
        return {
            Audience.ASSIGNEE: assignee,
            Audience.ASSIGNEE_AND_HEAD: list(dict.fromkeys([*assignee, *heads(duty.lead)])),
            Audience.HEAD: heads(duty.lead),
            Audience.DEPARTMENT_HEAD: heads(self.staff.department(duty.lead)),
            Audience.SUPERVISOR: heads(duty.supervisor),
            Audience.OFFICE: heads(OFFICE),
            Audience.DIRECTOR_GENERAL: heads(TOP),
        }[audience]

    def write(self, person: str, on: dt.date) -> None:
        """Write the one letter of a person, where something is new or late; what is told is told."""
        facts = [fact for fact in self.untold if fact.person == person and self.matters(fact, on)]
        concern = [duty for duty in self.duties.values() if self.concerns(duty, person)]
        late = [duty for duty in concern if self.is_late(duty, on)]
        if not facts and not late:
            return
        climbed = {fact.duty.code for fact in facts if self.beyond_owners(fact)}
        lines = {("new", fact.duty.code) for fact in facts if self.is_news(fact)}
        lines |= {(section, fact.duty.code) for fact in highest(facts) if (section := self.section(fact))}
        lines |= {("late", duty.code) for duty in late if duty.code not in climbed}
        lines |= {("waiting", duty.code) for duty in self.duties.values() if self.waits(duty, person, on)}
        if lines:
            self.letters[on, person] = lines
            self.untold = [fact for fact in self.untold if fact not in facts]

    def matters(self, fact: Fact, on: dt.date) -> bool:
        """Say whether a fact is worth telling: a step while the task is urged, a reminder to its owner."""
        duty = fact.duty
        if fact.what == "escalated":
            mine = fact.audience is not Audience.ASSIGNEE or duty.assignee == fact.person
            return duty.urged and mine and (fact.audience is not WEEKLY or self.begins_the_week(on))
        return not (fact.what == "given" and duty.kind in DECISIONS) or duty.urged

    def begins_the_week(self, on: dt.date) -> bool:
        monday = on - ONE_DAY * on.weekday()
        return self.worked_on is None or self.worked_on < monday

    def is_late(self, duty: Duty, on: dt.date) -> bool:
        return duty.urged and duty.due is not None and duty.due < on

    def concerns(self, duty: Duty, person: str) -> bool:
        return person == duty.assignee or person in self.staff.heads(duty.lead)

    def waits(self, duty: Duty, person: str, on: dt.date) -> bool:
        mine = duty.kind in DECISIONS and duty.urged and duty.assignee == person
        return mine and not self.is_late(duty, on)

    def is_news(self, fact: Fact) -> bool:
        to_decide = fact.what == "given" and fact.duty.kind in DECISIONS
        return fact.what != "escalated" and not to_decide

    def beyond_owners(self, fact: Fact) -> bool:
        return self.section(fact) in ("climbed", "weekly")

    def section(self, fact: Fact) -> str:
        """Say where a step stands in a letter; nowhere where the late or waiting line says it already."""
        if fact.what != "escalated" or (fact.duty.kind in DECISIONS and fact.audience is Audience.ASSIGNEE):
            return ""
        if distance(fact) <= 0:
            return "due_soon"
        if fact.audience in OWNERS:
            return ""
        return "weekly" if fact.audience is WEEKLY else "climbed"


def highest(facts: list[Fact]) -> list[Fact]:
    """Return, of the steps of each task, the highest."""
    steps = sorted((fact for fact in facts if fact.what == "escalated"), key=distance)
    return list({fact.duty.code: fact for fact in steps}.values())


def distance(fact: Fact) -> int:
    """Return how many working days after the due date a step falls."""
    assert fact.rung is not None
    return fact.rung[1]
