from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from dondoc.errors import BadInput
from dondoc.services.reviews import open_review
from models import NewsKind, Submission, TaskState
from stage import CODE, DUE, may

if TYPE_CHECKING:
    from stage import Stage

# handed in on Tuesday 20/5/2014, to be decided on by Tuesday 27/5
HANDED_IN = may(20)


@pytest.mark.parametrize(
    ("returned_on", "due_on", "next_look_on"),
    [
        pytest.param(may(20), DUE, may(21), id="at once: no quiet day, and nothing given back"),
        pytest.param(may(22), DUE, may(22), id="on the due date"),
        pytest.param(
            may(27), DUE, may(27), id="on the acceptor's last day: the first step after it is today's"
        ),
        pytest.param(may(28), may(23), may(28), id="a day late: one working day"),
        pytest.param(may(31), may(27), dt.date(2014, 6, 2), id="on a Saturday: three working days"),
    ],
)
def test_the_acceptors_late_days_are_given_back(
    stage: Stage, returned_on: dt.date, due_on: dt.date, next_look_on: dt.date
) -> None:
    task = stage.give()
    task.last_step = 2
    stage.submit("room-officer", HANDED_IN)
    stage.return_("nv1-head", returned_on)
    assert (task.due_on, task.original_due_on, task.version) == (due_on, DUE, 1)
    assert task.next_look_on == next_look_on


def test_quiet_days_are_kept_and_no_step_comes_again(stage: Stage) -> None:
    task = stage.give()
    task.last_step = 2
    stage.submit("room-officer", HANDED_IN)
    stage.return_("nv1-head", may(28))
    assert (task.state, task.quiet_since, task.handed_in_at) == (TaskState.RETURNED, None, None)
    assert (task.quiet_days, task.last_step) == ("2014-05-20/2014-05-28", 2)


def test_the_owner_hears_why_and_what_moved(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", HANDED_IN)
    stage.return_("nv1-head", may(29), "thiếu chữ ký")
    moved = "từ 22/5/2014 thành 26/5/2014, do xem xét chậm 02 ngày làm việc"
    told = [(NewsKind.GIVEN, None), (NewsKind.RETURNED, "thiếu chữ ký"), (NewsKind.MOVED, moved)]
    assert stage.news("room-officer") == told


def test_the_ledger_has_the_return_and_the_days_given_back(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", HANDED_IN)
    stage.return_("nv1-head", may(29), "thiếu chữ ký")
    back, given = stage.ledger()[-2:]
    assert (back.operation, back.detail) == ("task.return", {"round": 1, "reason": "thiếu chữ ký"})
    assert (given.operation, given.detail) == (
        "task.give_back",
        {"from": "2014-05-22", "to": "2014-05-26", "working_days": 2, "decision": f"{CODE}.NT1"},
    )


def test_the_acceptance_is_done_and_the_submission_decided(stage: Stage) -> None:
    stage.give()
    acceptance = stage.submit("room-officer", HANDED_IN)
    stage.return_("nv1-head", may(23), "thiếu chữ ký")
    submission = stage.session.exec(select(Submission)).one()
    assert (submission.accepted, submission.reason) == (False, "thiếu chữ ký")
    assert (acceptance.state, acceptance.next_look_on) == (TaskState.ACCEPTED, None)


def test_it_can_be_handed_in_again(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", HANDED_IN)
    stage.return_("nv1-head", may(23))
    again = stage.submit("room-officer", may(26), b"signed")
    assert (again.code, again.due_on) == (f"{CODE}.NT2", dt.date(2014, 6, 2))
    assert stage.accept("nv1-head", may(27)).quiet_days == "2014-05-20/2014-05-23"


@pytest.mark.parametrize("reason", ["", "  "])
def test_returning_needs_a_reason(stage: Stage, reason: str) -> None:
    stage.give()
    stage.submit("room-officer", HANDED_IN)
    with pytest.raises(BadInput, match="needs a reason"):
        stage.return_("nv1-head", may(23), reason)


def test_an_undated_task_is_reviewed_again(stage: Stage) -> None:
    task = stage.give(due=None)
    stage.submit("room-officer", HANDED_IN)
    stage.return_("nv1-head", dt.date(2014, 6, 16))
    review = open_review(stage.world(may(23)), task)
    assert review is not None
    assert (review.code, review.due_on) == (f"{CODE}.RS2", dt.date(2014, 7, 16))
    assert (task.due_on, task.next_look_on, task.state) == (None, None, TaskState.RETURNED)
