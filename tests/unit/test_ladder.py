"""The days of the default ladder in 2014: 30/4 to 02/5, 01/9, 02/9 off; Saturdays 26/4 and 06/9 worked."""

from __future__ import annotations

import datetime as dt

import pytest

from cast import CALENDAR, steps
from dondoc.rules.ladder import Clock, look, next_look, step_day, working_days_late
from dondoc.rules.quiet import Quiet

STEPS = steps()
LONG_BEFORE = dt.date(2014, 1, 2)
LONG_AFTER = dt.date(2014, 12, 31)


def day(text: str) -> dt.date:
    """Read "22/5" as a day of 2014."""
    number, month = text.split("/")
    return dt.date(2014, int(month), int(number))


def clock(due: str, starts: str = "", quiet: str = "") -> Clock:
    """Build a clock; a quiet time is written "19/5-21/5", the last day not counted."""
    spells = (spell.split("-") for spell in quiet.split())
    quiets = Quiet(tuple((day(first), day(until)) for first, until in spells))
    return Clock(day(due), day(starts) if starts else LONG_BEFORE, quiets)


def fallen(on: dt.date, of: Clock, last_step: int = 0) -> list[tuple[int, str]]:
    """Look on a day: (working days, day) of each step owed."""
    owed = look(STEPS, last_step, of, CALENDAR, on).owed
    return [(each.step.working_days, f"{each.due_on.day}/{each.due_on.month}") for each in owed]


@pytest.mark.parametrize(
    ("due", "days"),
    [
        pytest.param(
            "22/5", "13/5 19/5 21/5 22/5 23/5 27/5 29/5 5/6 19/6", id="a Thursday among plain weeks"
        ),
        pytest.param("29/4", "21/4 25/4 28/4 29/4 5/5 7/5 9/5 16/5 30/5", id="before the holidays"),
        pytest.param("30/4", "21/4 25/4 28/4 29/4 5/5 7/5 9/5 16/5 30/5", id="on a holiday"),
        pytest.param("4/5", "21/4 25/4 28/4 29/4 5/5 7/5 9/5 16/5 30/5", id="on a Sunday after them"),
        pytest.param(
            "31/8", "20/8 26/8 28/8 29/8 3/9 5/9 8/9 15/9 29/9", id="on a Sunday before 01/9 and 02/9"
        ),
        pytest.param("5/9", "25/8 29/8 4/9 5/9 6/9 9/9 11/9 18/9 2/10", id="before a worked Saturday"),
        pytest.param("6/9", "26/8 3/9 5/9 6/9 8/9 10/9 12/9 19/9 3/10", id="on a worked Saturday"),
    ],
)
def test_it_counts_steps_in_working_days(due: str, days: str) -> None:
    assert [step_day(step, clock(due), CALENDAR) for step in STEPS] == [day(text) for text in days.split()]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            clock("22/5", starts="13/5"), [-7, -3, -1, 0, 1], id="the clock starts on the first step"
        ),
        pytest.param(
            clock("22/5", starts="14/5"), [-3, -1, 0, 1], id="a step before the start was never owed"
        ),
        pytest.param(clock("22/5", starts="22/5"), [0, 1], id="given on its due date"),
        pytest.param(
            clock("22/5", quiet="19/5-20/5"), [-7, -1, 0, 1], id="a step on a quiet day was never owed"
        ),
        pytest.param(
            clock("22/5", quiet="19/5-19/5"), [-7, -3, -1, 0, 1], id="back on the day it was handed in"
        ),
        pytest.param(clock("22/5", quiet="14/5-22/5"), [-7, 0, 1], id="back on its due date"),
    ],
)
def test_it_owes_by_23_may_only_what_was_owed(of: Clock, expected: list[int]) -> None:
    assert [days for days, _ in fallen(day("23/5"), of)] == expected


@pytest.mark.parametrize(
    ("of", "days"),
    [
        pytest.param(clock("22/5", starts="2/6"), "3/6 5/6 9/6 16/6 30/6", id="given after its due date"),
        pytest.param(clock("22/5", starts="31/5"), "2/6 4/6 6/6 13/6 27/6", id="given on a Saturday"),
        pytest.param(clock("22/5", quiet="23/5-27/5"), "27/5 29/5 2/6 9/6 23/6", id="handed in a day late"),
        pytest.param(
            clock("22/5", quiet="26/5-28/5"), "23/5 29/5 2/6 9/6 23/6", id="two days between +1 and +3"
        ),
        pytest.param(
            clock("22/5", quiet="24/5-26/5"),
            "23/5 27/5 29/5 5/6 19/6",
            id="waiting over a weekend moves nothing",
        ),
        pytest.param(
            clock("22/5", quiet="20/5-29/5"), "29/5 2/6 4/6 11/6 25/6", id="waiting from before the due date"
        ),
        pytest.param(
            clock("22/5", quiet="23/5-26/5 27/5-28/5"), "26/5 29/5 2/6 9/6 23/6", id="waiting twice"
        ),
    ],
)
def test_late_steps_count_no_quiet_day_and_none_before_the_start(of: Clock, days: str) -> None:
    late = [step_day(step, of, CALENDAR) for step in STEPS if step.working_days > 0]
    assert late == [day(text) for text in days.split()]


@pytest.mark.parametrize(
    ("on", "last_step", "owed", "next_on"),
    [
        pytest.param("12/5", 0, [], "13/5", id="the day before the first step"),
        pytest.param("13/5", 0, [(-7, "13/5")], "19/5", id="the day of a step"),
        pytest.param("13/5", 1, [], "19/5", id="again on the same day"),
        pytest.param("18/5", 1, [], "19/5", id="a Sunday"),
        pytest.param("22/5", 1, [(-3, "19/5"), (-1, "21/5"), (0, "22/5")], "23/5", id="three missed days"),
        pytest.param("30/6", 8, [(20, "19/6")], None, id="the top, late"),
        pytest.param("30/6", 9, [], None, id="after the top"),
    ],
)
def test_a_look_says_what_is_owed_and_when_to_look_again(
    on: str, last_step: int, owed: list[tuple[int, str]], next_on: str | None
) -> None:
    assert fallen(day(on), clock("22/5"), last_step) == owed
    found = look(STEPS, last_step, clock("22/5"), CALENDAR, day(on))
    assert found.next_look_on == (day(next_on) if next_on else None)


@pytest.mark.parametrize(
    ("last_step", "of", "expected"),
    [
        pytest.param(0, clock("22/5"), "13/5", id="the first step"),
        pytest.param(4, clock("22/5"), "23/5", id="after the due date's own"),
        pytest.param(0, clock("22/5", starts="20/5"), "21/5", id="the first that is owed"),
        pytest.param(4, clock("22/5", quiet="23/5-2/6"), "2/6", id="after a quiet time"),
        pytest.param(4, clock("26/5"), "27/5", id="after the due date was moved on"),
    ],
)
def test_it_knows_the_next_look(last_step: int, of: Clock, expected: str) -> None:
    assert next_look(STEPS, last_step, of, CALENDAR) == day(expected)


def test_there_is_no_next_look_at_the_top() -> None:
    assert next_look(STEPS, len(STEPS), clock("22/5"), CALENDAR) is None


def test_one_look_at_the_end_owes_the_whole_ladder() -> None:
    assert [days for days, _ in fallen(LONG_AFTER, clock("22/5"))] == [-7, -3, -1, 0, 1, 3, 5, 10, 20]


@pytest.mark.parametrize(
    ("of", "on", "expected"),
    [
        pytest.param(clock("22/5"), "22/5", 0, id="on the due date"),
        pytest.param(clock("22/5"), "27/5", 3, id="over a weekend"),
        pytest.param(clock("23/5"), "25/5", 0, id="overdue, yet no working day has passed"),
        pytest.param(clock("29/4"), "5/5", 1, id="over the holidays"),
        pytest.param(clock("22/5", quiet="26/5-28/5"), "29/5", 3, id="days of waiting do not count"),
        pytest.param(clock("22/5", quiet="20/5-27/5"), "27/5", 1, id="waiting from before the due date"),
    ],
)
def test_it_counts_the_working_days_overdue(of: Clock, on: str, expected: int) -> None:
    assert working_days_late(of, CALENDAR, day(on)) == expected
