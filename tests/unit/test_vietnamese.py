"""How an official writes days, hours and counts."""

import datetime as dt

import pytest

from dondoc.rules.vietnamese import format_count, format_date, format_time, one_line


@pytest.mark.parametrize(
    ("day", "written"),
    [
        pytest.param(dt.date(2014, 5, 9), "09/5/2014", id="the day padded, the month not"),
        pytest.param(dt.date(2014, 1, 9), "09/01/2014", id="month 1 padded"),
        pytest.param(dt.date(2014, 2, 28), "28/02/2014", id="month 2 padded"),
        pytest.param(dt.date(2014, 3, 1), "01/3/2014", id="month 3 not padded"),
        pytest.param(dt.date(2014, 12, 31), "31/12/2014", id="two figures"),
    ],
)
def test_it_writes_a_date(day: dt.date, written: str) -> None:
    assert format_date(day) == written


@pytest.mark.parametrize(
    ("count", "written"),
    [
        pytest.param(0, "00", id="nought"),
        pytest.param(3, "03", id="below ten"),
        pytest.param(10, "10", id="ten"),
        pytest.param(120, "120", id="three figures"),
    ],
)
def test_it_writes_a_count(count: int, written: str) -> None:
    assert format_count(count) == written


def test_it_writes_an_hour() -> None:
    assert format_time(dt.time(7, 30)) == "07 giờ 30"


def test_it_sets_words_in_one_composed_line() -> None:
    assert one_line("trước\n  nga\u0300y ") == "trước ngày"
