"""The working calendar: weekends, holidays, and the documents that win over both."""

import datetime as dt
import pickle
from pathlib import Path

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from dondoc.errors import BadInput
from dondoc.reading.calendar import load_entries
from dondoc.reading.shipped_calendar import shipped_calendar, shipped_entries
from dondoc.rules import calendar
from dondoc.rules.calendar import Entry, WorkCalendar

CALENDAR = shipped_calendar()
DAYS = st.dates(dt.date(2007, 1, 1), dt.date(2040, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "working"),
    [
        pytest.param("2014-05-09", True, id="an ordinary Friday"),
        pytest.param("2014-05-10", False, id="a Saturday"),
        pytest.param("2014-05-11", False, id="a Sunday"),
        pytest.param("2014-04-30", False, id="Reunification Day"),
        pytest.param("2014-05-01", False, id="Labour Day"),
        pytest.param("2014-05-02", False, id="off, swapped with 26/4/2014"),
        pytest.param("2014-04-26", True, id="a Saturday worked for 2/5/2014"),
        pytest.param("2014-09-01", False, id="off, swapped with 6/9/2014"),
        pytest.param("2014-09-02", False, id="National Day"),
        pytest.param("2014-09-06", True, id="a Saturday worked for 1/9/2014"),
        pytest.param("2014-12-27", True, id="a Saturday worked for 2/1/2015"),
        pytest.param("2015-01-02", False, id="off, swapped with a day of the year before"),
        pytest.param("2026-01-02", False, id="off by document; the package says it is worked"),
        pytest.param("2026-01-10", True, id="worked by document; the package says it is off"),
        pytest.param("2026-02-17", False, id="the lunar New Year"),
        pytest.param("2026-08-22", True, id="a Saturday worked for 31/8/2026"),
        pytest.param("2026-08-31", False, id="off, swapped with 22/8/2026"),
        pytest.param("2026-11-24", False, id="Culture Day, new in 2026"),
        pytest.param("2025-11-24", True, id="not yet Culture Day in 2025"),
    ],
)
def test_it_knows_the_days_that_are_worked(text: str, working: bool) -> None:
    assert CALENDAR.is_working(day(text)) is working


def test_it_takes_nothing_from_other_years_than_the_one_asked() -> None:
    # the package keeps 2014-12-27 and 2019-01-05 among the worked weekends of every year
    assert {known.year for known in calendar._seed(2025)} == {2025}


@pytest.mark.parametrize("year", range(2012, 2031))
def test_it_knows_what_the_package_says_with_all_its_countries(year: int) -> None:
    seen = country_holidays("VN", years=year, language="vi")
    alone = calendar._vietnam()(years=year, language="vi")
    assert dict(alone) == dict(seen)
    assert alone.weekend_workdays == seen.weekend_workdays


def test_it_lets_an_entry_win_over_weekend_and_holiday() -> None:
    worked = Entry(day("2014-09-02"), working=True, name="Trực", document="Công văn 1")
    off = Entry(day("2014-09-03"), working=False, name="Nghỉ bão", document="Công điện 2")
    changed = WorkCalendar.of([*shipped_entries(), worked, off])
    assert changed.is_working(worked.day)
    assert not changed.is_working(off.day)


def test_it_lets_the_later_of_two_entries_win() -> None:
    first = Entry(day("2014-09-03"), working=False, name="Nghỉ", document="Công văn 1")
    second = Entry(day("2014-09-03"), working=True, name="Làm việc", document="Công văn 2")
    assert WorkCalendar.of([first, second]).is_working(first.day)


@pytest.mark.parametrize(
    ("method", "text", "expected"),
    [
        pytest.param("last_working_day", "2014-05-09", "2014-05-09", id="itself when worked"),
        pytest.param("last_working_day", "2014-05-04", "2014-04-29", id="over the swapped long weekend"),
        pytest.param("last_working_day", "2026-01-04", "2025-12-31", id="over the turn of the year"),
        pytest.param("working_day_from", "2014-05-09", "2014-05-09", id="itself when worked, forward"),
        pytest.param("working_day_from", "2014-04-30", "2014-05-05", id="after the long weekend"),
        pytest.param("next_working_day", "2014-05-09", "2014-05-12", id="strictly after a Friday"),
        pytest.param("next_working_day", "2014-04-25", "2014-04-26", id="a Saturday that is worked"),
    ],
)
def test_it_finds_the_nearest_working_day(method: str, text: str, expected: str) -> None:
    assert getattr(CALENDAR, method)(day(text)) == day(expected)


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        pytest.param("2014-05-09", 9, "2014-05-22", id="9 working days from 10 to 22/5/2014"),
        pytest.param("2014-05-09", 0, "2014-05-09", id="no step"),
        pytest.param("2014-05-10", 1, "2014-05-12", id="from a Saturday"),
        pytest.param("2014-05-05", -1, "2014-04-29", id="back over the long weekend"),
        pytest.param("2014-04-28", -1, "2014-04-26", id="back to a Saturday that is worked"),
        pytest.param("2014-08-29", 1, "2014-09-03", id="over 1 and 2/9/2014"),
        pytest.param("2014-09-05", 1, "2014-09-06", id="to a Saturday that is worked, forward"),
    ],
)
def test_it_steps_by_working_days(text: str, count: int, expected: str) -> None:
    assert CALENDAR.add_working_days(day(text), count) == day(expected)


@pytest.mark.parametrize(
    ("after", "until", "count"),
    [
        pytest.param("2014-05-09", "2014-05-22", 9, id="10 to 22/5/2014"),
        pytest.param("2014-05-09", "2014-05-09", 0, id="the same day"),
        pytest.param("2014-05-22", "2014-05-09", 0, id="backwards"),
        pytest.param("2014-04-29", "2014-05-04", 0, id="only days off"),
    ],
)
def test_it_counts_working_days(after: str, until: str, count: int) -> None:
    assert CALENDAR.working_days_between(day(after), day(until)) == count


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("2026-01-02", "12729/VPCP-KGVX", id="its document"),
        pytest.param("2014-05-02", "chưa xác nhận", id="provisional until the document is seen"),
        pytest.param("2014-04-30", "Ngày Chiến thắng: gói dữ liệu holidays", id="the holiday's name"),
        pytest.param("2019-01-05", "hoán đổi", id="a worked Saturday known from the package"),
        pytest.param("2014-05-10", "ngày nghỉ hằng tuần", id="a weekend"),
        pytest.param("2014-05-09", "ngày làm việc trong tuần", id="an ordinary day"),
    ],
)
def test_it_says_why(text: str, reason: str) -> None:
    assert reason in str(CALENDAR.source(day(text)))


@given(DAYS, st.integers(1, 60))
def test_it_steps_back_to_where_it_came_from(start: dt.date, count: int) -> None:
    worked = CALENDAR.working_day_from(start)
    there = CALENDAR.add_working_days(worked, count)
    assert CALENDAR.add_working_days(there, -count) == worked
    assert CALENDAR.working_days_between(worked, there) == count


def test_it_travels_between_processes() -> None:
    assert CALENDAR.is_working(day("2014-05-09"))
    copy = pickle.loads(pickle.dumps(CALENDAR))  # noqa: S301 - made here
    assert copy == CALENDAR
    assert not copy.is_working(day("2026-01-02"))


def test_every_shipped_swap_pairs_a_day_off_with_a_worked_weekend() -> None:
    worked = [entry for entry in shipped_entries() if entry.working]
    assert len(worked) * 2 == len(shipped_entries())
    assert all(entry.day.weekday() >= 5 for entry in worked)
    assert all(entry.provisional or "12729/VPCP-KGVX" in entry.document for entry in shipped_entries())


ENTRY = "{day: 2026-08-31, working: false, name: Nghỉ, document: Công văn 1}"


@pytest.mark.parametrize(
    ("content", "places"),
    [
        pytest.param("", ["empty"], id="an empty file"),
        pytest.param("entries: [", ["line 1"], id="no YAML"),
        pytest.param("days: []", ["entries"], id="no list of entries"),
        pytest.param(
            f"entries:\n- {ENTRY}\n- {{day: 2026-02-31}}", ["entries[2].day"], id="a day there is not"
        ),
        pytest.param(f"entries:\n- {ENTRY}\n- {ENTRY}", ["entries[2].day", "entry 1"], id="a day twice"),
        pytest.param(
            f"entries:\n- {ENTRY.replace('false', 'nghỉ')}", ["entries[1].working"], id="not true or false"
        ),
        pytest.param(
            f"entries:\n- {ENTRY.replace('Công văn 1', '')}", ["entries[1].document"], id="no document"
        ),
        pytest.param(f"entries:\n- {ENTRY.replace('name', 'nam')}", ["entries[1]"], id="an unknown field"),
    ],
)
def test_it_refuses_a_bad_file_naming_the_place(tmp_path: Path, content: str, places: list[str]) -> None:
    file = tmp_path / "lich.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        load_entries(file)
    assert all(place in str(refusal.value) for place in ["lich.yaml", *places])


def test_it_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"lich\.yaml"):
        load_entries(tmp_path / "lich.yaml")
