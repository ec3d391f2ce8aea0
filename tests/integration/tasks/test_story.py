from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from cast import UNIT_IDS
from dondoc.services.task_story import story
from models import (
    Document,
    DocumentKind,
    Escalation,
    Item,
    ItemCoordinator,
    ItemKind,
    Plan,
    Step,
    Task,
)
from stage import CODE, DUE, may

if TYPE_CHECKING:
    from stage import Stage

TEXT = "Kết luận: giao Phòng Nghiệp vụ lập hồ sơ bàn giao. Hết."
SPAN = (10, 50)


@pytest.fixture
def planned(stage: Stage) -> Task:
    """A task of an item of a plan, with a coordinating unit."""
    plan = Plan(id=1, code="HP-2014-01", document_id=1, subject_unit_id=UNIT_IDS["HP"], drafted_on=may(9))
    for row in (document(), plan, item(), ItemCoordinator(item_id=1, unit_id=UNIT_IDS["HP-LC"])):
        stage.session.add(row)
        stage.session.flush()
    return stage.give(plan_id=1, item_id=1)


def document() -> Document:
    return Document(
        id=1,
        sha256="0" * 64,
        text_sha256="0" * 64,
        file_name="thong-bao.txt",
        kind=DocumentKind.CONCLUSION,
        text=TEXT,
        read_at=dt.datetime(2014, 5, 9, tzinfo=dt.UTC),
    )


def item() -> Item:
    return Item(
        id=1,
        code="HP-2014-01.3.2.2",
        plan_id=1,
        document_id=1,
        position=1,
        ref="3.2.2",
        kind=ItemKind.DELIVERABLE,
        text=TEXT[slice(*SPAN)],
        span_start=SPAN[0],
        span_end=SPAN[1],
    )


@pytest.mark.usefixtures("planned")
def test_it_quotes_the_words_the_task_comes_from(stage: Stage) -> None:
    told = story(stage.world(may(12)), CODE)
    assert told.source is not None
    assert (told.source.document, told.source.span) == ("thong-bao.txt", SPAN)
    assert told.source.quote == "giao Phòng Nghiệp vụ lập hồ sơ bàn giao."
    assert told.coordinators == ("HP-LC",)
    assert (told.line.unit, told.supervisor, told.acceptor) == ("HP-NV", "NV1", "NV1")


def test_a_duty_of_the_process_quotes_nothing(stage: Stage) -> None:
    stage.give()
    assert story(stage.world(may(12)), CODE).source is None


def test_it_tells_the_steps_raised_and_those_to_come(stage: Stage) -> None:
    task = stage.give()
    steps = stage.session.exec(select(Step).where(Step.ladder_id == task.ladder_id)).all()
    first = min(steps, key=lambda step: step.position)
    stage.session.add(
        Escalation(
            task_id=task.id,
            version=1,
            step_id=first.id,
            audience_step_id=first.id,
            due_on=may(13),
            raised_on=may(14),
            attempt=1,
        )
    )
    task.last_step = 1
    told = story(stage.world(may(14)), CODE)
    assert [(seen.step, seen.due_on, seen.raised_on) for seen in told.raised] == [
        ("default-7", may(13), may(14))
    ]
    assert [seen.due_on.day for seen in told.to_come] == [19, 21, 22, 23, 27, 29, 5, 19]
    before = story(stage.world(may(13)), CODE)
    assert (before.raised, [seen.due_on.day for seen in before.to_come][:2]) == ((), [13, 19])


def test_it_shows_a_past_day_without_what_came_later(stage: Stage) -> None:
    stage.give()
    stage.report("room-officer", may(12))
    stage.submit("room-officer", may(14))
    told = story(stage.world(may(13)), CODE)
    assert (told.submissions, [deed.operation for deed in told.history]) == ((), ["task.report"])


@pytest.mark.parametrize(
    ("on", "cell"),
    [
        pytest.param(DUE, "open_within_term", id="on the due date"),
        pytest.param(DUE + dt.timedelta(days=1), "open_overdue", id="the day after"),
    ],
)
def test_an_open_task_is_judged_by_the_day_asked_about(stage: Stage, on: dt.date, cell: str) -> None:
    stage.give()
    term = story(stage.world(on), CODE).term
    assert (term.against_original, term.against_current) == (cell, cell)


def test_a_waiting_task_is_judged_by_its_hand_in(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", DUE)
    assert story(stage.world(may(30)), CODE).term.against_current == "open_within_term"


def test_original_and_revised_term_stand_side_by_side(stage: Stage) -> None:
    stage.give()
    stage.submit("room-officer", may(20))
    stage.return_("nv1-head", may(28))
    stage.submit("room-officer", may(23))
    stage.accept("nv1-head", may(29))
    term = story(stage.world(may(29)), CODE).term
    assert (term.against_original, term.against_current) == ("done_late", "done_on_time")


def test_an_undated_task_is_in_no_cell(stage: Stage) -> None:
    stage.give(due=None)
    told = story(stage.world(may(30)), CODE)
    assert (told.term.against_current, told.to_come, told.line.working_days_late) == (None, (), None)
