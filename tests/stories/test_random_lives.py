"""Random lives on both databases: whatever happens, what is raised and told is what the small model says."""

from __future__ import annotations

import copy
import datetime as dt
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

import databases
import model_plan
from chances import ANY, DEEDS, NATURAL, PEOPLE, PLACES, SWAPS
from compared import as_left, require_lines, steps
from lived import CLERK, Lived
from model_deeds import Lives
from model_world import ONE_DAY, TOP
from models import Audience, PostRole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from model import Duty

FULL = os.environ.get("SOAK") == "full"
LAST = dt.date(2014, 12, 1)


class RandomLife(RuleBasedStateMachine):
    """A real life and the model's, side by side; `begin` gives each its own database."""

    def begin(self) -> AbstractContextManager[tuple[Engine, Path]]:
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self._end = self.begin()
        self.lived = Lived(*self._end.__enter__())
        self.model = Lives()
        self.loaded_on: dt.date | None = None
        self.changes = 0
        self.model.begin()
        self.runs()

    def teardown(self) -> None:
        self._end.__exit__(None, None, None)

    @property
    def today(self) -> dt.date:
        return self.model.on

    @precondition(lambda self: self.today < LAST)
    @rule(days=st.integers(1, 6))
    def days_are_lived(self, days: int) -> None:
        for _ in range(days):
            self.model.on += ONE_DAY
            self.runs()

    @precondition(lambda self: self.today < LAST)
    @rule(days=st.integers(2, 12))
    def days_are_missed(self, days: int) -> None:
        self.model.on += ONE_DAY * days
        self.runs()

    @rule()
    def the_day_is_run_again(self) -> None:
        self.runs()

    @rule(days=st.integers(1, 10))
    def the_clock_is_set_back(self, days: int) -> None:
        before = self.lived.left()
        assert self.lived.run(self.today - ONE_DAY * days).raised == ()
        assert self.lived.left() == before

    @rule(days=st.integers(0, 7))
    def a_day_is_looked_at(self, days: int) -> None:
        """A dry run of a day says what the model will do on it."""
        on = self.today + ONE_DAY * days
        foreseen = copy.deepcopy(self.model)
        for number in range(1, days + 1):
            foreseen.run(self.today + ONE_DAY * number)
        seen = self.lived.preview(on, self.today)
        raised = {(one.task, one.step, one.due_on, on, one.people) for one in seen.raised}
        assert raised == {step for step in steps(foreseen) if step[3] == on}
        assert seen.messages == sum(day == on for day, _person in foreseen.letters)

    @rule(what=DEEDS, which=ANY, who=PEOPLE)
    def somebody_acts(self, what: str, which: int, who: str) -> None:
        self.acts(what, self.duty(which), who if self.is_known(who) else "vien")

    @rule(what=DEEDS, which=ANY)
    def the_right_one_acts(self, what: str, which: int) -> None:
        """Whoever has the task, or decides on it, may; unless it stands against what they do."""
        duty = self.duty(which)
        decision = self.model.open_of(duty, "acceptance")
        decides = what in ("accept", "return")
        who = decision.assignee if decision and decides else duty.assignee
        may = not duty.ended and (decision is not None if decides else duty.urged)
        done = self.acts(what, duty, who)
        assert not done or may

    def acts(self, what: str, duty: Duty, who: str) -> bool:
        done = self.lived.does(what, who, self.today, duty.code)
        if done:
            event(what)
            self.model.deeds[what](duty, who)
        self.compare()
        return done

    @rule(which=ANY, who=PEOPLE, heir=PEOPLE)
    def a_task_is_handed_over(self, which: int, who: str, heir: str) -> None:
        duty = self.duty(which, kinds=("item", "make_plan", "acceptance", "review", "opinion"))
        known = self.is_known(who) and self.is_known(heir)
        if known and self.lived.does("assign", who, self.today, duty.code, heir):
            event("assign")
            self.model.assign(duty, who, heir)
        self.compare()

    @rule(what=st.sampled_from(sorted(NATURAL)))
    def the_plan_goes_on(self, what: str) -> None:
        if self.lived.does(f"plan {what}", NATURAL[what], self.today):
            event(f"plan {what}")
            model_plan.STEPS[what](self.model, NATURAL[what])
        self.compare()

    @rule(days=st.integers(-3, 25), works=st.booleans())
    def a_day_is_declared(self, days: int, works: bool) -> None:
        day = self.today + ONE_DAY * days
        assert self.lived.does("calendar", CLERK, self.today, day, works)
        self.model.declare(day, works)
        self.compare()

    @precondition(lambda self: self.loaded_on != self.today)
    @rule(who=PEOPLE, place=PLACES)
    def somebody_moves(self, who: str, place: tuple[str, PostRole] | None) -> None:
        staff = copy.deepcopy(self.model)
        if place and place[1] in (PostRole.HEAD, PostRole.ACTING_HEAD):
            for other in [one for one, held in staff.staff.posts.items() if held == place]:
                staff.appoint(other, (place[0], PostRole.OFFICER))
        staff.appoint(who, place)
        if not staff.staff.heads(TOP):
            return
        assert self.lived.does("organisation", CLERK, self.today, staff.staff)
        self.model.staff = staff.staff
        self.loaded_on = self.today
        self.compare()

    @rule(swaps=st.lists(SWAPS, max_size=3), off=st.sets(st.sampled_from([-7, -3, 0, 1, 5, 8])))
    def a_ladder_is_changed(self, swaps: list[tuple[int, Audience]], off: set[int]) -> None:
        self.changes += 1
        stood = self.model.ladders["default"]
        steps = {days: (days, audience) for _code, days, audience in stood if days not in off}
        steps |= {days: (days, audience) for days, audience in swaps}
        kept = {(days, audience): (code, days, audience) for code, days, audience in stood}
        rungs = tuple(
            kept.get(step, (f"{step[0]:+d}.{self.changes}", *step)) for _days, step in sorted(steps.items())
        )
        assert self.lived.does("ladder", CLERK, self.today, "default", rungs)
        self.model.reladder("default", rungs)
        self.compare()

    @rule(who=PEOPLE, person=st.one_of(st.none(), PEOPLE), days=st.one_of(st.none(), st.integers(1, 60)))
    def an_item_is_set(self, who: str, person: str | None, days: int | None) -> None:
        """The item is given to another person, or gets another term, or none."""
        due = None if days is None else self.today + ONE_DAY * days
        words = {"no_term": "Chưa có căn cứ"} if due is None else {"term": f"chậm nhất ngày {due:%d/%m/%Y}"}
        if person is not None:
            words = {"person": person}
        known = self.is_known(who) and (person is None or self.is_known(person))
        if known and self.lived.does("plan set", who, self.today, words):
            event("plan set")
            self.model.stated |= {"due": due} if person is None else {"person": person}
        self.compare()

    def duty(self, which: int, kinds: tuple[str, ...] = ("item",)) -> Duty:
        """Pick a task, one that has not ended if there is one."""
        found = [duty for duty in self.model.duties.values() if duty.kind in kinds]
        alive = [duty for duty in found if not duty.ended] or found
        return alive[which % len(alive)]

    def is_known(self, person: str) -> bool:
        return person in self.model.staff.people

    def runs(self) -> None:
        report = self.lived.run(self.today)
        self.model.run(self.today)
        assert bool(report.failed) == bool(self.model.unheard), report.failed
        self.compare()

    def compare(self) -> None:
        with self.lived.days.sessions() as session:
            meant = {duty.code: as_left(duty) for duty in self.model.duties.values()}
            assert self.lived.duties(session) == meant
            assert self.lived.raised(session) == steps(self.model)
            found = self.lived.letters(session, self.today)
        owed = {person: lines for (day, person), lines in self.model.letters.items() if day == self.today}
        assert found.keys() == owed.keys()
        for person, lines in owed.items():
            require_lines(found[person], lines)


@pytest.mark.soak
@pytest.mark.timeout(4 * 3600)
@pytest.mark.parametrize("on", ["sqlite", "postgresql"])
def test_a_random_life_is_the_models(on: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    migrated = request.getfixturevalue("migrated_sqlite" if on == "sqlite" else "migrated_postgres")
    server = None if on == "sqlite" else request.getfixturevalue("postgres_url")

    statements: dict[object, object] = {}  # every life compiles the same ones

    class Here(RandomLife):
        @contextmanager
        def begin(self) -> Iterator[tuple[Engine, Path]]:
            with TemporaryDirectory(dir=tmp_path) as folder:
                copied = databases.copied(migrated, Path(folder), server)
                with copied as url, databases.engine_of(url) as engine:
                    yield engine.execution_options(compiled_cache=statements), Path(folder)

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=150 if FULL else 4,
            stateful_step_count=40 if FULL else 18,
            derandomize=not FULL,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
