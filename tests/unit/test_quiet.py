from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.quiet import Quiet

MAY = [dt.date(2014, 5, 1) + dt.timedelta(days=number) for number in range(31)]
TWICE = Quiet.parse("2014-05-12/2014-05-14,2014-05-20/2014-05-21")


@pytest.mark.parametrize(
    ("day", "quiet"),
    [
        pytest.param("2014-05-11", False, id="the day before"),
        pytest.param("2014-05-12", True, id="the day it was handed in"),
        pytest.param("2014-05-13", True, id="a day of waiting"),
        pytest.param("2014-05-14", False, id="the day it came back"),
        pytest.param("2014-05-17", False, id="between two times"),
        pytest.param("2014-05-20", True, id="the one day of the second time"),
        pytest.param("2014-05-21", False, id="after the second time"),
    ],
)
def test_it_knows_the_quiet_days(day: str, quiet: bool) -> None:
    assert (dt.date.fromisoformat(day) in TWICE) is quiet


def test_it_is_never_quiet_without_a_spell() -> None:
    assert not any(day in Quiet.parse("") for day in MAY)


def test_a_time_ended_on_its_first_day_adds_nothing() -> None:
    assert TWICE.and_then(MAY[26], MAY[26]) == TWICE


@given(st.lists(st.sampled_from(MAY), max_size=8, unique=True).map(sorted))
def test_its_text_gives_it_back(days: list[dt.date]) -> None:
    quiet = Quiet()
    for first, until in zip(days[::2], days[1::2], strict=False):
        quiet = quiet.and_then(first, until)
    assert Quiet.parse(str(quiet)) == quiet
