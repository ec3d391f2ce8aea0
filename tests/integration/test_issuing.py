"""Issuing a plan and opening the periods of its standing duties, on both databases."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

import pytest
from sqlmodel import func, select

from dondoc import db
from dondoc.errors import Refused
from dondoc.services import issuing
from dondoc.services.clocks import end
from dondoc.services.periods import open_ended_periods
from dondoc.services.plan_closing import close
from models import ItemKind, LedgerLine, Person, PlanState, Task, TaskKind, TaskState
from small_plan import CODE, SmallPlan, day

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

NOW = dt.datetime(2014, 5, 28, 1, tzinfo=dt.UTC)


@pytest.fixture
def small(session: Session) -> SmallPlan:
    """A plan approved on 27 May."""
    plan = SmallPlan(session)
    plan.plan.state = PlanState.APPROVED
    plan.plan.approved_on = day("05-27")
    session.flush()
    return plan


def issue(small: SmallPlan, on: str = "05-28") -> issuing.Issued:
    return issuing.issue(small.session, CODE, day(on), NOW)


def test_it_knows_what_waits_to_be_issued(small: SmallPlan) -> None:
    assert issuing.waiting(small.session) == [CODE]
    issue(small)
    assert issuing.waiting(small.session) == []


def test_it_gives_out_a_task_for_each_item_but_the_standing_and_the_ordering(small: SmallPlan) -> None:
    small.item("3.8", lead="HP", person="cuc", drop_reason="Trùng nội dung 3.1")
    assert issue(small) == issuing.Issued(CODE, [f"{CODE}.3.1a", f"{CODE}.3.7a"], already=False)
    assert (small.plan.state, small.plan.in_force_on) == (PlanState.IN_FORCE, day("05-28"))


def test_it_issues_once(small: SmallPlan) -> None:
    issue(small)
    assert issue(small, "05-29") == issuing.Issued(CODE, [], already=True)
    assert small.codes() == ["3.1a", "3.7a"]


def test_it_issues_nothing_before_the_approval(small: SmallPlan) -> None:
    small.plan.state = PlanState.SUBMITTED
    with pytest.raises(Refused, match="waits for the Director General"):
        issue(small)


def test_a_term_counted_from_the_approval_gets_its_day(small: SmallPlan) -> None:
    issue(small)
    task = small.task("3.7a")
    assert (task.due_on, task.term_anchor_day) == (day("06-06"), day("05-27"))


@pytest.mark.parametrize(
    ("lead", "ladder", "of_the_review"),
    [
        pytest.param("HP-TCCB", "default", "review", id="a room of the province"),
        pytest.param("TC-TCCB", "authority", "authority", id="a unit of the General Department"),
        pytest.param("TC", "director_general", "director_general", id="the Director General"),
    ],
)
def test_the_ladder_is_that_of_whoever_owes(
    small: SmallPlan, lead: str, ladder: str, of_the_review: str
) -> None:
    small.item("3.9", lead=lead, person="vu", no_term_reason="Theo tiến độ chung")
    issue(small)
    ladders = small.world.on(day("05-28")).ladders
    assert small.task("3.9a").ladder_id == ladders[ladder]
    assert small.task("3.9a.RS1").ladder_id == ladders[of_the_review]


def test_an_undated_item_is_given_a_review(small: SmallPlan) -> None:
    small.item("3.9", lead="HP-TCCB", person="vien", no_term_reason="Theo tiến độ chung")
    issue(small)
    review = small.task("3.9a.RS1")
    assert (review.kind, review.due_on) == (TaskKind.REVIEW, day("06-30"))
    assert small.task("3.9a").no_term_reason == "Theo tiến độ chung"


def test_an_item_whose_assignee_left_goes_to_who_answers_for_its_unit(small: SmallPlan) -> None:
    small.session.get_one(Person, small.world.people["vien"]).active = False
    issue(small)
    assert small.task("3.1a").assignee_id == small.world.people["phong"]


def test_the_first_whole_month_in_force_is_attested_the_next(small: SmallPlan) -> None:
    issue(small)
    assert open_ended_periods(small.world.on(day("06-30"))) == []
    assert open_ended_periods(small.world.on(day("07-01"))) == [f"{CODE}.3.2a@2014-06"]
    task = small.task("3.2a@2014-06")
    assert task.period == "2014-06"
    assert (task.clock_from, task.due_on) == (day("07-01"), day("07-07"))


def test_each_period_is_opened_in_its_turn(small: SmallPlan) -> None:
    issue(small)
    open_ended_periods(small.world.on(day("07-01")))
    assert open_ended_periods(small.world.on(day("08-01"))) == [f"{CODE}.3.2a@2014-07"]


def test_periods_of_missed_days_are_made_up_once(small: SmallPlan) -> None:
    issue(small)
    made = open_ended_periods(small.world.on(day("09-15")))
    assert made == [f"{CODE}.3.2a@2014-{month}" for month in ("06", "07", "08")]
    assert open_ended_periods(small.world.on(day("09-15"))) == []


def test_a_stated_day_wins_over_the_default(small: SmallPlan) -> None:
    small.item("3.3", lead="HP", person="cuc", kind=ItemKind.STANDING, recurrence="trước ngày 20 hàng tháng")
    issue(small)
    open_ended_periods(small.world.on(day("07-01")))
    assert small.task("3.3a@2014-06").due_on == day("07-19")


def test_a_broken_duty_stops_no_other(small: SmallPlan) -> None:
    broken = small.item("3.0", lead="HP", person=None, kind=ItemKind.STANDING)
    issue(small)
    faults: list[str] = []
    made = open_ended_periods(small.world.on(day("07-01")), lambda _kind, what, _reason: faults.append(what))
    assert made == [f"{CODE}.3.2a@2014-06"]
    assert faults == [broken.code]


def test_it_closes_when_everything_has_ended(small: SmallPlan) -> None:
    issue(small)
    for code in ("3.1a", "3.7a"):
        end(small.task(code), TaskState.ACCEPTED, day("06-10"))
    close(*small.at("06-10", "chanh"), CODE)
    assert open_ended_periods(small.world.on(day("07-01"))) == []


def test_it_names_what_keeps_it_from_closing(small: SmallPlan) -> None:
    issue(small)
    end(small.task("3.1a"), TaskState.ACCEPTED, day("06-10"))
    with pytest.raises(
        Refused, match=r"Tasks that have not ended: 2 \(HP-2014-01.3.2a@2014-06, HP-2014-01.3.7a\)"
    ):
        close(*small.at("07-01", "chanh"), CODE)


def test_two_at_once_issue_once(engine: Engine) -> None:
    with db.session(engine) as session:
        plan = SmallPlan(session).plan
        plan.state, plan.approved_on = PlanState.APPROVED, day("05-27")

    def work() -> None:
        with db.session(engine) as session:
            barrier.wait()
            issuing.issue(session, CODE, day("05-28"), NOW)

    barrier = threading.Barrier(2)
    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with db.session(engine) as session:
        assert session.exec(select(func.count()).select_from(Task)).one() == 2
        assert len(session.exec(select(LedgerLine).where(LedgerLine.operation == "plan.issued")).all()) == 1
