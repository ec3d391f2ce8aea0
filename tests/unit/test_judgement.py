from __future__ import annotations

import datetime as dt

import pytest

from dondoc.rules.judgement import Cell, judge, on_time

DUE = dt.date(2014, 9, 17)
THREE = dt.time(15)


def hanoi(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment of September 2014 in Hà Nội, as it is stored."""
    local = dt.timezone(dt.timedelta(hours=7))
    return dt.datetime(2014, 9, day, hour, minute, tzinfo=local).astimezone(dt.UTC)


@pytest.mark.parametrize(
    ("hour", "day", "at", "expected"),
    [
        pytest.param(None, 16, hanoi(16, 9), True, id="a day early"),
        pytest.param(
            None, 17, hanoi(17, 23, 59), True, id="the last minute of the day, already tomorrow nowhere"
        ),
        pytest.param(
            None, 17, hanoi(17, 0, 1), True, id="just after midnight here, still the day before in UTC"
        ),
        pytest.param(
            None, 18, hanoi(18, 0, 1), False, id="just after midnight here, still the due date in UTC"
        ),
        pytest.param(THREE, 17, hanoi(17, 15), True, id="on the hour"),
        pytest.param(THREE, 17, hanoi(17, 15, 1), False, id="a minute after the hour"),
        pytest.param(THREE, 16, hanoi(16, 23), True, id="a late hour, but of the day before"),
        pytest.param(THREE, 18, hanoi(18, 8), False, id="an early hour, but of the day after"),
        pytest.param(THREE, 17, None, True, id="no hour known"),
        pytest.param(THREE, 17, hanoi(19, 9), True, id="a document of the day, registered two days later"),
    ],
)
def test_it_judges_by_the_day_and_the_hour_in_viet_nam(
    hour: dt.time | None, day: int, at: dt.datetime | None, expected: bool
) -> None:
    assert on_time(DUE, hour, dt.date(2014, 9, day), at) is expected


@pytest.mark.parametrize(
    ("day", "done", "cell"),
    [
        pytest.param(17, True, Cell.DONE_ON_TIME, id="done on the due date"),
        pytest.param(18, True, Cell.DONE_LATE, id="done the day after"),
        pytest.param(17, False, Cell.OPEN_WITHIN_TERM, id="open on the due date"),
        pytest.param(18, False, Cell.OPEN_OVERDUE, id="open the day after"),
    ],
)
def test_it_sorts_into_four_cells(day: int, done: bool, cell: Cell) -> None:
    assert judge(DUE, None, dt.date(2014, 9, day), None, done=done) is cell


@pytest.mark.parametrize("done", [True, False])
def test_an_undated_task_is_in_no_cell(done: bool) -> None:
    assert judge(None, None, DUE, None, done=done) is None
