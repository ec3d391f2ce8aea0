from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from dondoc.errors import Refused
from dondoc.services.task_story import story
from models import Evidence, NewsKind, Submission, TaskState
from stage import CODE, may

if TYPE_CHECKING:
    from stage import Stage

ACCEPTANCE = f"{CODE}.NT1"


@pytest.fixture(autouse=True)
def handed_in(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", may(22))


def test_accepting_ends_the_task_and_its_acceptance(stage: Stage) -> None:
    task = stage.accept("nv1-head", may(26))
    for ended in (task, stage.task(ACCEPTANCE)):
        assert (ended.state, ended.ended_on) == (TaskState.ACCEPTED, may(26))
        assert (ended.next_look_on, ended.quiet_since) == (None, None)
    assert stage.news("room-officer") == [(NewsKind.GIVEN, None), (NewsKind.ACCEPTED, None)]


def test_the_submission_and_the_ledger_say_who_accepted_what(stage: Stage) -> None:
    stage.accept("nv1-head", may(26))
    submission = stage.session.exec(select(Submission)).one()
    assert submission.accepted is True
    assert submission.decided_at == dt.datetime(2014, 5, 26, 1, tzinfo=dt.UTC)
    line = stage.ledger()[-1]
    assert line.operation == "task.accept"
    assert line.person_id == submission.decided_by_id
    assert line.detail == {"round": 1, "evidence_sha256": submission.evidence_sha256}


@pytest.mark.parametrize(
    "person",
    [
        pytest.param("room-officer", id="the assignee"),
        pytest.param("room-head", id="the head of the owner"),
        pytest.param("hp-head", id="the head of the owner's department"),
        pytest.param("lc-officer", id="anybody of the owner's department"),
        pytest.param("nv1-officer", id="an officer of the acceptor, not named"),
        pytest.param("tccb-head", id="another supervising unit"),
        pytest.param("vp-head", id="the Office"),
        pytest.param("dg", id="the Director General"),
    ],
)
def test_nobody_but_the_acceptor_decides(stage: Stage, person: str) -> None:
    for decide in (stage.accept, stage.return_):
        with pytest.raises(Refused, match=f"{person} may not"):
            decide(person, may(26))
    assert stage.task().state is TaskState.HANDED_IN


def test_whom_the_acceptor_names_accepts(stage: Stage) -> None:
    stage.assign("nv1-head", may(23), "nv1-officer", ACCEPTANCE)
    assert stage.accept("nv1-officer", may(26)).state is TaskState.ACCEPTED


def test_a_name_holds_for_one_hand_in(stage: Stage) -> None:
    stage.assign("nv1-head", may(23), "nv1-officer", ACCEPTANCE)
    stage.return_("nv1-officer", may(26))
    stage.submit("room-officer", may(27))
    with pytest.raises(Refused):
        stage.accept("nv1-officer", may(28))


def test_it_is_decided_once(stage: Stage) -> None:
    stage.accept("nv1-head", may(26))
    with pytest.raises(Refused, match="has been accepted"):
        stage.accept("nv1-head", may(26))
    with pytest.raises(Refused, match="has been accepted"):
        stage.return_("nv1-head", may(26))


def test_what_was_never_handed_in_is_not_accepted(stage: Stage) -> None:
    stage.return_("nv1-head", may(26))
    with pytest.raises(Refused, match="not been handed in again"):
        stage.accept("nv1-head", may(26))


@pytest.mark.parametrize("then", ["changed", "gone"])
def test_evidence_that_is_no_longer_what_it_was_is_not_accepted(stage: Stage, then: str) -> None:
    (file,) = stage.folder.glob("*/*")
    if then == "changed":
        file.write_bytes(b"forged")
    else:
        file.unlink()
    with pytest.raises(Refused, match=r"bien-ban\.pdf"):
        stage.accept("nv1-head", may(26))
    assert stage.task().state is TaskState.HANDED_IN


def test_a_longer_list_of_evidence_is_not_accepted(stage: Stage) -> None:
    submission = stage.session.exec(select(Submission)).one()
    stage.session.add(Evidence(submission_id=submission.id, document="thêm", sha256="0" * 64))
    with pytest.raises(Refused, match="not what was handed in"):
        stage.accept("nv1-head", may(26))


def test_forged_evidence_can_still_be_returned(stage: Stage) -> None:
    next(stage.folder.glob("*/*")).unlink()
    assert stage.return_("nv1-head", may(26)).state is TaskState.RETURNED


def test_whoever_handed_it_in_never_accepts_it(stage: Stage) -> None:
    submission = stage.session.exec(select(Submission)).one()
    submission.person_id = stage.by("nv1-head", may(26)).person.id  # type: ignore[union-attr]
    with pytest.raises(Refused, match=r"handed HP.+ in"):
        stage.accept("nv1-head", may(26))


def test_work_is_on_time_by_the_hand_in_not_by_its_acceptance(stage: Stage) -> None:
    stage.accept("nv1-head", may(30))
    term = story(stage.world(may(30)), CODE).term
    assert (term.against_original, term.against_current) == ("done_on_time", "done_on_time")


def test_work_returned_once_is_judged_by_the_hand_in_that_was_accepted(stage: Stage) -> None:
    stage.return_("nv1-head", may(30))
    stage.submit("room-officer", dt.date(2014, 6, 2))
    stage.accept("nv1-head", dt.date(2014, 6, 3))
    term = story(stage.world(dt.date(2014, 6, 3)), CODE).term
    assert (term.against_original, term.against_current) == ("done_late", "done_late")
