"""Whatever people do and whenever the daily run happens: what must never happen does not."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import col, func, select

from cast import CALENDAR
from databases import engine_of
from days import DUE
from dondoc.services.worth_telling import DECISIONS
from life import DATED, DAYS, UNDATED, Event, Life
from models import (
    URGED,
    Audience,
    Delivery,
    DeliveryState,
    Escalation,
    LedgerLine,
    News,
    NewsKind,
    Person,
    Step,
    Submission,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

OWNERS = {"vien", "phong", "cuc"}
"""The assignee, the head of his unit and the head of the department: they never accept this work."""

FULL = os.environ.get("SOAK") == "full"


def deed(what: str, *people: str) -> st.SearchStrategy[Event]:
    """Somebody tries something; not all of these people may."""
    return st.builds(
        Event,
        what=st.just(what),
        person=st.sampled_from(people),
        task=st.sampled_from([DATED, DATED, UNDATED]),
        heir=st.sampled_from(["vien", "phong", "vu"]),
    )


EVENTS = st.one_of(
    st.builds(Event, what=st.sampled_from(DAYS), days=st.integers(1, 5)),
    st.builds(Event, what=st.just("live"), days=st.integers(1, 5)),
    deed("report", "vien", "phong", "chanh"),
    deed("submit", "vien", "phong", "vu"),
    deed("accept", "vu", "phong", "cuc"),
    deed("return", "vu", "vien", "tong"),
    deed("assign", "phong", "cuc", "vien"),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One engine for every life, each on a database made anew: it compiles each statement once."""
    with engine_of(f"sqlite:///{tmp_path_factory.mktemp('life') / 'dondoc.sqlite3'}") as engine:
        yield engine


@pytest.mark.soak
@pytest.mark.timeout(3600)
@settings(max_examples=500 if FULL else 25, derandomize=not FULL, deadline=None, phases=[Phase.generate])
@given(events=st.lists(EVENTS, min_size=5, max_size=25))
def test_what_must_never_happen_does_not(engine: Engine, migrated_sqlite: Path, events: list[Event]) -> None:
    file = engine.url.database
    assert file is not None
    engine.dispose()
    shutil.copyfile(migrated_sqlite, file)
    life = Life(engine, migrated_sqlite.parent / "life")
    for event in events:
        written = ledger_lines(life)
        if life.happens(event):
            hypothesis.event(event.what)
        require_all_is_told(life, event)
        require_nothing_twice(life)
        require_nothing_moved(life)
        assert ledger_lines(life) >= written
    require_no_news_is_lost(life)


def require_all_is_told(life: Life, event: Event) -> None:
    """No step that is owed is left after the morning's run; a late task is in its assignee's letter."""
    if event.what not in ("live", "miss") or not CALENDAR.is_working(life.today):
        return
    with life.days.sessions() as session:
        owed = session.exec(select(Task.code).where(col(Task.next_look_on) <= life.today)).all()
        assert owed == []
        late = select(Task.code, Person.code).join(Person, col(Person.id) == Task.assignee_id)
        for task, person in session.exec(
            late.where(col(Task.state).in_(URGED), col(Task.due_on) < life.today)
        ):
            (letter,) = life.letters(person)
            assert f"{task} –" in letter.text


def require_nothing_twice(life: Life) -> None:
    """No step is raised twice; nobody gets two letters on one day, or one on a day off."""
    with life.days.sessions() as session:
        raised = Counter(session.exec(select(Escalation.task_id, Escalation.step_id)).all())
        days = session.exec(select(col(Escalation.due_on), col(Escalation.raised_on))).all()
    assert not raised or max(raised.values()) == 1
    assert all(due <= on and CALENDAR.is_working(due) for due, on in days)
    told = Counter((to, letter.day) for to, letter in life.days.sender.sent)
    assert not told or max(told.values()) == 1
    assert all(CALENDAR.is_working(day) for _, day in told)


def require_nothing_moved(life: Life) -> None:
    """The original due date stays, and no owner has a hand in the acceptance of their work."""
    with life.days.sessions() as session:
        task = session.exec(select(Task).where(Task.code == DATED)).one()
        assert (task.original_due_on, task.version) == (DUE, 1)
        decided = select(col(Person.code)).join(Submission, col(Submission.decided_by_id) == Person.id)
        assert OWNERS.isdisjoint(session.execute(decided).scalars())
        acceptors = select(col(Person.code)).join(Task, col(Task.assignee_id) == Person.id)
        chosen = acceptors.where(Task.kind == "acceptance")
        assert OWNERS.isdisjoint(session.execute(chosen).scalars())


def require_no_news_is_lost(life: Life) -> None:
    """On the Monday after next everything is told and sent, but for what has lost its point."""
    life.happens(Event("live", days=14 - life.today.weekday()))
    if not CALENDAR.is_working(life.today):
        life.happens(Event("live", days=7))
    with life.days.sessions() as session:
        stuck = select(Delivery).where(col(Delivery.state) == DeliveryState.PENDING)
        assert session.exec(stuck).all() == []
        untold = (
            select(News, Task, Step)
            .join(Task, col(Task.id) == News.task_id)
            .outerjoin(Escalation, col(Escalation.id) == News.escalation_id)
            .outerjoin(Step, col(Step.id) == Escalation.audience_step_id)
            .where(col(News.message_id).is_(None))
        )
        for news, task, step in session.exec(untold):
            reminder = getattr(step, "audience", None) is Audience.ASSIGNEE  # an outer join: it may be None
            handed_over = reminder and task.assignee_id != news.person_id
            assert handed_over or task.state not in URGED
            assert news.kind is NewsKind.ESCALATED or (news.kind is NewsKind.GIVEN and task.kind in DECISIONS)


def ledger_lines(life: Life) -> int:
    with life.days.sessions() as session:
        return session.exec(select(func.count()).select_from(LedgerLine)).one()
