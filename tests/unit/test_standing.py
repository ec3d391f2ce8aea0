from __future__ import annotations

import datetime as dt
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cast import CALENDAR
from dondoc.rules.standing import (
    Period,
    attestation_term,
    ended_periods,
    next_end,
    stated_period,
    whole_periods,
)
from dondoc.rules.terms import derive
from models import PeriodUnit

WEEK, MONTH, QUARTER = PeriodUnit.WEEK, PeriodUnit.MONTH, PeriodUnit.QUARTER
HALF_YEAR, YEAR = PeriodUnit.HALF_YEAR, PeriodUnit.YEAR
ONE_DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("recurrence", "unit"),
    [
        pytest.param(None, MONTH, id="nothing stated"),
        pytest.param("thường xuyên", MONTH, id="regularly, which is no period"),
        pytest.param("hàng tuần", WEEK, id="weekly"),
        pytest.param("Hằng tuần", WEEK, id="weekly in the newer spelling"),
        pytest.param("trước ngày 20 hàng tháng", MONTH, id="monthly by a day"),
        pytest.param("hằng quý", QUARTER, id="quarterly"),
        pytest.param("03 tháng một lần", QUARTER, id="every three months"),
        pytest.param("định kỳ 6 tháng", HALF_YEAR, id="every six months"),
        pytest.param("định kỳ 16 tháng", MONTH, id="sixteen months are not six"),
        pytest.param("hằng năm", YEAR, id="yearly"),
        pytest.param("hàng tháng, quý, 06 tháng và năm", MONTH, id="the most frequent of several"),
    ],
)
def test_it_reads_how_often(recurrence: str | None, unit: PeriodUnit) -> None:
    assert stated_period(recurrence) is unit


@pytest.mark.parametrize(
    ("unit", "in_force_on", "key", "first", "last"),
    [
        pytest.param(
            MONTH, "2014-06-01", "2014-06", "2014-06-01", "2014-06-30", id="in force on its first day"
        ),
        pytest.param(MONTH, "2014-06-02", "2014-07", "2014-07-01", "2014-07-31", id="June was not whole"),
        pytest.param(MONTH, "2014-12-02", "2015-01", "2015-01-01", "2015-01-31", id="over the new year"),
        pytest.param(MONTH, "2016-02-01", "2016-02", "2016-02-01", "2016-02-29", id="a leap February"),
        pytest.param(WEEK, "2014-06-02", "2014-W23", "2014-06-02", "2014-06-08", id="a week from a Monday"),
        pytest.param(WEEK, "2014-06-03", "2014-W24", "2014-06-09", "2014-06-15", id="a week from a Tuesday"),
        pytest.param(
            WEEK, "2014-12-28", "2015-W01", "2014-12-29", "2015-01-04", id="the week of the new year"
        ),
        pytest.param(QUARTER, "2014-05-15", "2014-Q3", "2014-07-01", "2014-09-30", id="a quarter"),
        pytest.param(HALF_YEAR, "2014-05-15", "2014-H2", "2014-07-01", "2014-12-31", id="a half-year"),
        pytest.param(HALF_YEAR, "2014-08-01", "2015-H1", "2015-01-01", "2015-06-30", id="the next half-year"),
        pytest.param(YEAR, "2014-05-15", "2015", "2015-01-01", "2015-12-31", id="a year"),
    ],
)
def test_the_first_period_is_the_first_whole_one_in_force(
    unit: PeriodUnit, in_force_on: str, key: str, first: str, last: str
) -> None:
    assert next(whole_periods(unit, day(in_force_on))) == Period(key, day(first), day(last))


@pytest.mark.parametrize(
    ("on", "keys", "next_on"),
    [
        pytest.param("2014-06-03", [], "2014-08-01", id="in force in June: nothing yet"),
        pytest.param("2014-07-31", [], "2014-08-01", id="July's last day: not ended"),
        pytest.param("2014-08-01", ["2014-07"], "2014-09-01", id="the day after its end"),
        pytest.param(
            "2014-10-15", ["2014-07", "2014-08", "2014-09"], "2014-11-01", id="months without a run"
        ),
    ],
)
def test_a_period_is_opened_the_day_after_its_end(on: str, keys: list[str], next_on: str) -> None:
    assert [period.key for period in ended_periods(MONTH, day("2014-06-02"), day(on))] == keys
    assert next_end(MONTH, day("2014-06-02"), day(on)) == day(next_on)


@pytest.mark.parametrize(
    ("last", "recurrence", "due_on"),
    [
        pytest.param("2014-06-30", None, "2014-07-07", id="the 5th working day: 1, 2, 3, 4 and 7/7"),
        pytest.param("2014-04-30", None, "2014-05-09", id="not counting 1/5 and 2/5"),
        pytest.param("2014-08-31", None, "2014-09-08", id="counting Saturday 6/9, not 1/9 and 2/9"),
        pytest.param("2014-06-30", "trước ngày 20 hàng tháng", "2014-07-19", id="a stated day, a Saturday"),
        pytest.param("2014-06-30", "trước ngày 05 hằng tháng", "2014-07-04", id="a stated day with a nought"),
        pytest.param("2014-01-31", "trước ngày 31 hàng tháng", "2014-02-27", id="a day February has not"),
        pytest.param("2014-06-30", "trước ngày 01 hàng tháng", "2014-07-31", id="before the next 1st"),
        pytest.param("2014-06-30", "hàng tháng", "2014-07-07", id="a recurrence without a day"),
    ],
)
def test_it_says_by_when_a_period_is_attested(last: str, recurrence: str | None, due_on: str) -> None:
    term = attestation_term(Period("any", day(last), day(last)), recurrence)
    assert derive(term, CALENDAR).last_day == day(due_on)


@given(st.sampled_from(PeriodUnit), st.dates(dt.date(2013, 1, 1), dt.date(2026, 12, 31)))
def test_periods_follow_each_other_without_a_gap(unit: PeriodUnit, in_force_on: dt.date) -> None:
    periods = list(islice(whole_periods(unit, in_force_on), 8))
    assert periods[0].first >= in_force_on
    assert all(one.last + ONE_DAY == following.first for one, following in pairwise(periods))
    assert len({period.key for period in periods}) == len(periods)
