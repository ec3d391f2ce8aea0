"""What people do, done to the model: tasks given and handed about, a plan's life, and changes around them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from model import Duty, Fact, Model, Rung
from model_world import OFFICE, ONE_DAY, TOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from models import PostRole

PLAN = "HP-2014-01"
MAKING = f"{PLAN}.3.6a"
REVIEWED = ("item", "make_plan")


@dataclass
class Lives(Model):
    """The model with what may happen to it; `on` is the day it happens."""

    on: dt.date = dt.date(2014, 5, 9)
    round: int = 0
    approved_on: dt.date | None = None
    in_force_on: dt.date | None = None
    reviews: dict[str, int] = field(default_factory=dict)
    stated: dict[str, Any] = field(default_factory=lambda: {"person": "vien", "due": dt.date(2014, 7, 31)})
    """What the plan says of its first item."""

    def begin(self) -> None:
        """Give a dated and an undated task to the room's officer, and one to a unit of the authority."""
        due = dt.date(2014, 5, 22)
        self.item("T-1a", "HP-TCCB", "vien", due=due)
        self.item("T-2a", "HP-TCCB", "vien")
        self.item("T-3a", "TC-TCCB", "vu", due=due)

    def run(self, on: dt.date) -> None:
        """Live a day; first each month of the standing duty that has ended becomes a task."""
        lived = self.calendar.works(on) and (self.run_on is None or on >= self.run_on)
        if self.in_force_on is not None and lived:
            self.open_months(on)
        super().run(on)

    def give(self, **facts: Any) -> Duty:
        """Give a task out today; without a due date its unit's head is to review it in a month."""
        standing: dict[str, Any] = {"starts": self.on, "rungs": self.ladders[facts["ladder"]]}
        duty = Duty(**(standing | facts))
        if duty.counted is not None:
            duty.due = self.derived(*duty.counted)
        self.duties[duty.code] = duty
        self.tell(duty, "given")
        if duty.due is None and duty.kind in REVIEWED:
            self.review(duty)
        return duty

    def tell(self, duty: Duty, what: str, person: str | None = None) -> None:
        self.untold.append(Fact(person or duty.assignee, duty, what))

    def derived(self, first: dt.date, number: int, unit: str) -> dt.date:
        """Count a term from a day that is not counted; what ends on a day off ends on the next worked."""
        if unit == "working_day":
            return self.calendar.after(first)[number - 1]
        ends = first + ONE_DAY * number if unit == "day" else a_month_after(first)
        return self.calendar.after(ends - ONE_DAY)[0]

    def review(self, duty: Duty) -> None:
        number = self.reviews[duty.code] = self.reviews.get(duty.code, 0) + 1
        self.give(
            code=f"{duty.code}.RS{number}",
            kind="review",
            lead=duty.lead,
            assignee=self.answerable(duty.lead),
            supervisor=duty.supervisor,
            ladder=self.ladder(duty.lead, "review"),
            counted=(self.on, 1, "month"),
            about=duty,
        )

    def answerable(self, unit: str) -> str:
        found = self.staff.answerable(unit)
        assert found is not None, "somebody always answers for the General Department"
        return found

    def ladder(self, lead: str, of_a_province: str) -> str:
        if lead == TOP:
            return "director_general"
        return "authority" if self.staff.department(lead) == TOP else of_a_province

    def open_of(self, duty: Duty, kind: str) -> Duty | None:
        """Return the duty of that kind about another that has not ended."""
        about = (one for one in self.duties.values() if one.about is duty)
        return next((one for one in about if one.kind == kind and not one.ended), None)

    def report(self, duty: Duty, person: str) -> None:
        """A report by whoever answers for the unit is the review of an undated task."""
        review = self.open_of(duty, "review")
        if review and person in (review.assignee, *self.staff.heads(duty.lead)):
            review.ended = True
            self.review(duty)

    def submit(self, duty: Duty, person: str) -> None:
        """Hand a task in: it falls quiet, and deciding on it is the acceptor's task for five working days."""
        duty.handed_in, duty.handed_in_by = self.on, person
        if review := self.open_of(duty, "review"):
            review.ended = True
        acceptor = self.acceptor(duty)
        duty.round += 1
        self.give(
            code=f"{duty.code}.NT{duty.round - 1}",
            kind="acceptance",
            lead=acceptor,
            assignee=self.accepting(duty),
            supervisor=OFFICE,
            ladder=self.ladder(acceptor, "authority"),
            counted=(self.on, 5, "working_day"),
            about=duty,
        )

    def acceptor(self, duty: Duty) -> str:
        if duty.lead == OFFICE:
            return TOP
        return OFFICE if self.staff.department(duty.lead) == TOP else duty.supervisor

    def accepting(self, duty: Duty) -> str | None:
        """Return who decides: of those who answer for the acceptor or above, one not on the owner's side."""
        unit: str | None = self.acceptor(duty)
        while unit is not None:
            for person in self.staff.heads(unit):
                if person != duty.assignee and not self.staff.owns(person, duty.lead):
                    return person
            unit = TOP if unit != TOP else None
        return None

    def accept(self, duty: Duty, _person: str) -> None:
        self.decided(duty)
        duty.ended, duty.handed_in = True, None
        self.tell(duty, "accepted")

    def decided(self, duty: Duty, kind: str = "acceptance") -> Duty:
        decision = self.open_of(duty, kind)
        assert decision is not None
        decision.ended = True
        return decision

    def return_(self, duty: Duty, _person: str, kind: str = "acceptance") -> None:
        """Give a task back: quiet days count for nothing, days the decision was late are given back."""
        decision = self.decided(duty, kind)
        self.tell(duty, "returned")
        assert decision.due is not None
        assert duty.handed_in is not None
        late = len(self.calendar.between(decision.due + ONE_DAY, self.on))
        if late and duty.due is not None:
            duty.due, duty.counted = self.calendar.after(duty.due)[late - 1], None
            self.tell(duty, "moved")
        duty.quiet |= {duty.handed_in + ONE_DAY * n for n in range((self.on - duty.handed_in).days)}
        duty.handed_in = None
        if duty.due is None:
            self.review(duty)

    def assign(self, duty: Duty, _person: str, heir: str) -> None:
        if heir != duty.assignee:
            self.tell(duty, "handed_over")
            duty.assignee = heir
            self.tell(duty, "given")

    @property
    def deeds(self) -> dict[str, Callable[[Duty, str], None]]:
        return {
            "report": self.report,
            "submit": self.submit,
            "accept": self.accept,
            "return": self.return_,
        }

    def declare(self, day: dt.date, works: bool) -> None:
        """A decision makes a day a working day or a day off: counted terms of open tasks follow."""
        self.calendar.entries[day] = works
        for duty in self.duties.values():
            if duty.counted is None or duty.ended:
                continue
            before, duty.due = duty.due, self.derived(*duty.counted)
            if duty.due != before:
                self.tell(duty, "moved")

    def reladder(self, ladder: str, rungs: tuple[Rung, ...]) -> None:
        """Let tasks climb by other steps: what was behind stays so, and no new one is owed of a day past."""
        self.ladders[ladder] = rungs
        for duty in self.duties.values():
            if duty.ladder != ladder or duty.ended or duty.due is None:
                continue
            highest = max((duty.rungs.index(one) for one in duty.rungs if one in duty.raised), default=-1)
            duty.decided |= set(duty.rungs[: highest + 1])
            new = [rung for rung in rungs if rung not in duty.rungs]
            duty.decided |= {rung for rung in new if self.day_of(duty, rung) < self.on}
            duty.rungs = rungs

    def appoint(self, person: str, post: tuple[str, PostRole] | None) -> None:
        """Give somebody a post, or none any more."""
        self.staff.posts.pop(person, None)
        if post is None:
            return
        self.staff.posts[person] = post
        if person not in self.staff.people:
            self.staff.people.append(person)

    def open_months(self, on: dt.date) -> None:
        """Give out every month that has ended, from the first whole one in force on."""
        assert self.in_force_on is not None
        begun = self.in_force_on.replace(day=1)
        first = begun if begun == self.in_force_on else a_month_after(begun)
        while (following := a_month_after(first)) <= on:
            code = f"{PLAN}.3.2a@{first:%Y-%m}"
            if code not in self.duties:
                last = following - ONE_DAY
                counted = (last, 5, "working_day")
                self.item(code, "HP-TCCB", "phong", counted=counted, starts=following)
            first = following

    def item(self, code: str, lead: str, person: str, **facts: Any) -> None:
        self.give(
            code=code,
            kind="item",
            lead=lead,
            assignee=person if self.staff.serves(person) else self.answerable(lead),
            supervisor="TC-TCCB",
            ladder=self.ladder(lead, "default"),
            **facts,
        )


def a_month_after(day: dt.date) -> dt.date:
    """Return the same day of the next month, or that month's last."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
