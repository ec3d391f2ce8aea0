from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput, Refused
from dondoc.services.reviews import open_review
from dondoc.services.tasks import AWAITED
from models import TaskKind, TaskState
from stage import CODE, may

if TYPE_CHECKING:
    from stage import Stage


def test_a_report_leaves_the_clock_as_it_was(stage: Stage) -> None:
    looked_at = stage.give().next_look_on
    task = stage.report("room-officer", may(12), 60)
    assert (task.state, task.percent) == (TaskState.IN_PROGRESS, 60)
    assert task.next_look_on == looked_at == may(13)


def test_a_report_leaves_one_ledger_line(stage: Stage) -> None:
    stage.give()
    stage.report("room-officer", may(12), 60)
    (line,) = stage.ledger()
    assert (line.operation, line.on, line.os_user) == ("task.report", may(12), "tester")
    assert line.detail == {"percent": 60, "note": "một nửa", "reviewed": False}


def test_a_hundred_per_cent_ends_nothing(stage: Stage) -> None:
    stage.give()
    assert stage.report("room-officer", may(12), 100).state is TaskState.IN_PROGRESS


@pytest.mark.parametrize(
    ("person", "allowed"),
    [
        pytest.param("room-officer", True, id="the assignee"),
        pytest.param("room-head", True, id="the head of the unit"),
        pytest.param("hp-head", True, id="the head of the department"),
        pytest.param("hp-deputy", False, id="a deputy beside a head"),
        pytest.param("lc-officer", False, id="a colleague"),
        pytest.param("nv1-head", False, id="the acceptor"),
        pytest.param("vp-head", False, id="the Office"),
        pytest.param("dg", False, id="the Director General"),
    ],
)
def test_the_assignee_and_the_heads_report(stage: Stage, person: str, allowed: bool) -> None:
    stage.give()
    if allowed:
        stage.report(person, may(12))
        return
    with pytest.raises(Refused, match="the work of its assignee or the head of its lead unit") as refused:
        stage.report(person, may(12))
    assert str(refused.value).startswith(f"{person} may not report progress ({CODE})")
    assert stage.ledger() == []


@pytest.mark.parametrize("percent", [-1, 101])
def test_it_refuses_what_is_no_percentage(stage: Stage, percent: int) -> None:
    stage.give()
    with pytest.raises(BadInput, match="from 0 to 100"):
        stage.report("room-officer", may(12), percent)


def test_it_refuses_a_task_there_is_not(stage: Stage) -> None:
    with pytest.raises(BadInput, match=f"no task {CODE}"):
        stage.report("room-officer", may(12))


@pytest.mark.parametrize("then", [TaskState.HANDED_IN, TaskState.ACCEPTED])
def test_it_refuses_a_task_that_is_handed_in_or_done(stage: Stage, then: TaskState) -> None:
    stage.give()
    stage.submit("room-officer", may(20))
    if then is TaskState.ACCEPTED:
        stage.accept("nv1-head", may(21))
    with pytest.raises(Refused, match=CODE):
        stage.report("room-officer", may(22))


@pytest.mark.parametrize("kind", AWAITED)
def test_what_others_wait_for_says_how_it_is_done(stage: Stage, kind: TaskKind) -> None:
    task = stage.give(kind=kind)
    with pytest.raises(Refused, match=rf"^{CODE} is done by \w+ing .+ {task.title}\.$"):
        stage.report("room-officer", may(20))
    assert (task.percent, task.state) == (0, TaskState.ASSIGNED)


def test_the_heads_report_on_an_undated_task_is_its_review(stage: Stage) -> None:
    task = stage.give(due=None)
    review = open_review(stage.world(may(9)), task)
    assert review is not None
    assert (review.code, review.due_on) == (f"{CODE}.RS1", dt.date(2014, 6, 9))
    stage.report("room-head", may(20))
    following = open_review(stage.world(may(20)), task)
    assert following is not None
    assert (review.state, review.ended_on) == (TaskState.ACCEPTED, may(20))
    assert (following.code, following.due_on) == (f"{CODE}.RS2", dt.date(2014, 6, 20))


def test_the_officers_report_is_no_review(stage: Stage) -> None:
    task = stage.give(due=None)
    stage.report("room-officer", may(20))
    review = open_review(stage.world(may(20)), task)
    assert review is not None
    assert review.round == 1
