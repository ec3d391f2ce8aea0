"""What holds for every due date, start and quiet time of 2014."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cast import CALENDAR, steps
from dondoc.rules.ladder import Clock, Owed, look, step_day, was_never_owed
from dondoc.rules.quiet import Quiet

STEPS = steps()
FIRST = dt.date(2014, 1, 2)
YEAR = [FIRST + dt.timedelta(days=number) for number in range(360)]

some_day = st.sampled_from(YEAR[:240])
some_quiet = st.lists(some_day, max_size=6, unique=True).map(
    lambda days: Quiet(tuple(zip(sorted(days)[::2], sorted(days)[1::2], strict=False)))
)
some_clock = st.builds(Clock, due_on=some_day, starts_on=some_day, quiet=some_quiet)


def daily(clock: Clock, days: list[dt.date], last_step: int = 0) -> tuple[list[Owed], int]:
    """Look on each of the days in turn, as the daily run does; return what was owed and the last step."""
    owed: list[Owed] = []
    for day in days:
        found = look(STEPS, last_step, clock, CALENDAR, day)
        owed.extend(found.owed)
        last_step = found.last_step
    return owed, last_step


@given(some_clock)
def test_later_steps_fall_on_later_days(clock: Clock) -> None:
    days = [step_day(step, clock, CALENDAR) for step in STEPS]
    assert all(earlier <= later for earlier, later in pairwise(days))


@given(some_clock)
def test_a_look_a_day_owes_what_one_late_look_owes(clock: Clock) -> None:
    assert daily(clock, YEAR) == daily(clock, YEAR[-1:])


@given(some_clock, st.lists(st.sampled_from(YEAR), max_size=30).map(sorted))
def test_whatever_days_are_missed_nothing_is_lost_or_owed_twice(clock: Clock, days: list[dt.date]) -> None:
    owed, _ = daily(clock, [*days, YEAR[-1]])
    assert owed == daily(clock, YEAR)[0]
    assert len({each.step.position for each in owed}) == len(owed)


@given(some_clock)
def test_a_step_is_owed_on_its_day_and_not_before(clock: Clock) -> None:
    for each in daily(clock, YEAR)[0]:
        before = each.due_on - dt.timedelta(days=1)
        assert each.step not in [one.step for one in look(STEPS, 0, clock, CALENDAR, before).owed]
        assert each.step in [one.step for one in look(STEPS, 0, clock, CALENDAR, each.due_on).owed]


@given(some_clock)
def test_it_looks_again_on_the_next_day_something_is_owed(clock: Clock) -> None:
    for day in YEAR[::7]:
        found = look(STEPS, 0, clock, CALENDAR, day)
        later = look(STEPS, found.last_step, clock, CALENDAR, dt.date.max).owed
        assert found.next_look_on == (later[0].due_on if later else None)


@given(some_clock)
def test_quiet_days_and_days_before_the_start_owe_nothing(clock: Clock) -> None:
    owed, _ = daily(clock, YEAR)
    assert not [each for each in owed if was_never_owed(each.due_on, clock)]
    assert all(CALENDAR.is_working(each.due_on) for each in owed)


@given(some_clock, st.integers(0, 200), st.integers(0, 60))
def test_leaving_quiet_repeats_no_step(clock: Clock, handed_in: int, waited: int) -> None:
    clock = replace(clock, quiet=Quiet())
    first, until = YEAR[handed_in], YEAR[handed_in + waited]
    before, last_step = daily(clock, YEAR[:handed_in])
    back = replace(clock, quiet=Quiet().and_then(first, until))
    after, _ = daily(back, YEAR[handed_in + waited :], last_step)
    positions = [each.step.position for each in (*before, *after)]
    assert positions == sorted(set(positions))
    assert all(each.due_on >= until for each in after)
