"""Due dates: each rule of the design, the line that says how, and the day of the reminder."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.reading.shipped_calendar import shipped_calendar
from dondoc.rules.terms import DueDate, Operator, Term, Unit, derive

CALENDAR = shipped_calendar()
DAYS = st.dates(dt.date(2007, 1, 1), dt.date(2040, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def named(operator: Operator, text: str, time: dt.time | None = None) -> DueDate:
    return derive(Term("…", operator, date=day(text), time=time), CALENDAR)


def counted(amount: int, unit: Unit, anchor_day: str, operator: Operator = Operator.WITHIN) -> DueDate:
    return derive(Term("…", operator, amount=amount, unit=unit), CALENDAR, day(anchor_day))


@pytest.mark.parametrize(
    ("operator", "text", "last_day", "reminder_day"),
    [
        pytest.param(Operator.BEFORE, "2014-05-23", "2014-05-22", "2014-05-22", id="before: the day before"),
        pytest.param(Operator.BEFORE, "2026-01-05", "2026-01-04", "2025-12-31", id="before: a Sunday stays"),
        pytest.param(Operator.BEFORE, "2026-09-01", "2026-08-31", "2026-08-28", id="before a month"),
        pytest.param(Operator.BY, "2014-05-23", "2014-05-23", "2014-05-23", id="by: the day itself"),
        pytest.param(Operator.BY, "2014-05-02", "2014-05-02", "2014-04-29", id="by: a swapped day off stays"),
        pytest.param(Operator.BY, "2014-09-06", "2014-09-06", "2014-09-06", id="by: a worked Saturday"),
        pytest.param(Operator.BY, "2026-01-02", "2026-01-02", "2025-12-31", id="by: off by a shipped entry"),
        pytest.param(Operator.BETWEEN, "2026-08-15", "2026-08-15", "2026-08-14", id="between: its end"),
    ],
)
def test_a_named_day_never_rolls(operator: Operator, text: str, last_day: str, reminder_day: str) -> None:
    due = named(operator, text)
    assert (due.last_day, due.reminder_day) == (day(last_day), day(reminder_day))


@pytest.mark.parametrize(
    ("amount", "unit", "anchor_day", "last_day"),
    [
        pytest.param(1, Unit.DAY, "2014-05-12", "2014-05-13", id="the first day does not count"),
        pytest.param(10, Unit.DAY, "2014-05-09", "2014-05-19", id="10 days"),
        pytest.param(15, Unit.DAY, "2014-05-09", "2014-05-26", id="ends on a Saturday, so on Monday"),
        pytest.param(3, Unit.DAY, "2014-04-28", "2014-05-05", id="ends on 1/5, so after the long weekend"),
        pytest.param(1, Unit.DAY, "2014-04-25", "2014-04-26", id="ends on a Saturday that is worked"),
        pytest.param(9, Unit.WORKING_DAY, "2014-05-09", "2014-05-22", id="9 working days"),
        pytest.param(
            1, Unit.WORKING_DAY, "2014-04-29", "2014-05-05", id="a working day over the long weekend"
        ),
        pytest.param(2, Unit.WORKING_DAY, "2014-05-10", "2014-05-13", id="working days from a Saturday"),
        pytest.param(1, Unit.WEEK, "2014-05-09", "2014-05-16", id="the same weekday"),
        pytest.param(1, Unit.WEEK, "2014-04-24", "2014-05-05", id="a week that ends on a holiday"),
        pytest.param(1, Unit.MONTH, "2014-05-09", "2014-06-09", id="the same day of the month"),
        pytest.param(1, Unit.MONTH, "2014-01-31", "2014-02-28", id="a month without that day"),
        pytest.param(1, Unit.MONTH, "2016-01-31", "2016-02-29", id="a leap year"),
        pytest.param(3, Unit.MONTH, "2013-11-30", "2014-02-28", id="over the year's end to a short month"),
        pytest.param(12, Unit.MONTH, "2014-05-09", "2015-05-11", id="a year that ends on a Saturday"),
    ],
)
def test_a_counted_period_rolls_to_the_next_working_day(
    amount: int, unit: Unit, anchor_day: str, last_day: str
) -> None:
    due = counted(amount, unit, anchor_day)
    assert due.last_day == due.reminder_day == day(last_day)


@pytest.mark.parametrize(
    ("amount", "unit", "last_day", "reminder_day"),
    [
        pytest.param(5, Unit.WORKING_DAY, "2014-05-16", "2014-05-16", id="working days back"),
        pytest.param(5, Unit.DAY, "2014-05-18", "2014-05-16", id="days back to a Sunday, which stays"),
        pytest.param(1, Unit.MONTH, "2014-04-23", "2014-04-23", id="a month back"),
    ],
)
def test_a_count_back_from_an_event_never_rolls(
    amount: int, unit: Unit, last_day: str, reminder_day: str
) -> None:
    due = counted(amount, unit, "2014-05-23", Operator.BEFORE)
    assert (due.last_day, due.reminder_day) == (day(last_day), day(reminder_day))


@pytest.mark.parametrize(
    ("term", "anchor_day", "line"),
    [
        pytest.param(
            Term("trước ngày 23/5/2014", Operator.BEFORE, date=day("2014-05-23")),
            None,
            '"trước ngày 23/5/2014" nên ngày đến hạn là 22/5/2014 (thứ Năm)',
            id="before a day",
        ),
        pytest.param(
            Term("trước ngày 05/01/2026", Operator.BEFORE, date=day("2026-01-05")),
            None,
            '"trước ngày 05/01/2026" nên ngày đến hạn là 04/01/2026 (Chủ nhật); đây là ngày nghỉ, '
            "ngày làm việc cuối cùng trước đó là 31/12/2025 (thứ Tư)",
            id="a day off names the working day before",
        ),
        pytest.param(
            Term("trước 15 giờ 00 ngày 17/9/2026", Operator.BY, date=day("2026-09-17"), time=dt.time(15)),
            None,
            '"trước 15 giờ 00 ngày 17/9/2026" nên ngày đến hạn là 17/9/2026 (thứ Năm), chậm nhất 15 giờ 00',
            id="by an hour",
        ),
        pytest.param(
            Term("trong 03 ngày", Operator.WITHIN, amount=3, unit=Unit.DAY),
            "2026-08-12",
            '"trong 03 ngày": 03 ngày kể từ ngày 12/8/2026, không tính ngày đầu (Điều 147, 148 Bộ luật '
            "Dân sự 2015), hết vào ngày nghỉ 15/8/2026 (thứ Bảy), nên ngày đến hạn là ngày làm việc "
            "tiếp theo, 17/8/2026 (thứ Hai)",
            id="a rolled count cites the law in force",
        ),
        pytest.param(
            Term("trong 10 ngày\n làm việc", Operator.WITHIN, amount=10, unit=Unit.WORKING_DAY),
            "2014-05-09",
            '"trong 10 ngày làm việc": 10 ngày làm việc kể từ ngày 09/5/2014, không tính ngày đầu '
            "(Điều 152, 153 Bộ luật Dân sự 2005), nên ngày đến hạn là 23/5/2014 (thứ Sáu)",
            id="before 2017 the older law, and a wrapped phrase on one line",
        ),
        pytest.param(
            Term(
                "trong 10 ngày kể từ ngày nhận", Operator.WITHIN, amount=10, unit=Unit.DAY, anchor="ngày nhận"
            ),
            None,
            '"trong 10 ngày kể từ ngày nhận" chưa xác định được ngày đến hạn, còn chờ ngày nhận',
            id="an event that is awaited",
        ),
        pytest.param(
            Term("trong 10 ngày sau khi họp", Operator.WITHIN, amount=10, unit=Unit.DAY, anchor="khi họp"),
            None,
            '"trong 10 ngày sau khi họp" chưa xác định được ngày đến hạn, còn chờ ngày họp',
            id="khi is the day of",
        ),
        pytest.param(
            Term("trước ngày 15/12", Operator.BEFORE),
            None,
            '"trước ngày 15/12" chưa nêu đủ ngày, tháng, năm nên chưa xác định được ngày đến hạn, '
            "cần xác nhận",
            id="no year",
        ),
    ],
)
def test_it_says_how_in_one_line(term: Term, anchor_day: str | None, line: str) -> None:
    assert str(derive(term, CALENDAR, day(anchor_day) if anchor_day else None).derivation) == line


@pytest.mark.parametrize(
    ("term", "anchor_day", "line"),
    [
        pytest.param(
            Term("trước ngày 05/01/2026", Operator.BEFORE, date=day("2026-01-05")),
            None,
            '"trước ngày 05/01/2026", so the due date is 2026-01-04 (Sunday); that is a day off, and the '
            "last working day before it is 2025-12-31 (Wednesday)",
            id="a sentence within another",
        ),
        pytest.param(
            Term("trước 15 giờ ngày 17/9/2026", Operator.BY, date=day("2026-09-17"), time=dt.time(15)),
            None,
            '"trước 15 giờ ngày 17/9/2026", so the due date is 2026-09-17 (Thursday), at 15:00 at the latest',
            id="an hour as English has it",
        ),
        pytest.param(
            Term("trong 03 ngày", Operator.WITHIN, amount=3, unit=Unit.DAY),
            "2026-08-12",
            '"trong 03 ngày": 3 days from 2026-08-12, the first day not counted (Civil Code 2015, articles '
            "147 and 148), ending on the day off 2026-08-15 (Saturday), so the due date is the next working "
            "day, 2026-08-17 (Monday)",
            id="a rolled count, without a nought",
        ),
        pytest.param(
            Term("01 tháng trước", Operator.BEFORE, amount=1, unit=Unit.MONTH),
            "2014-06-23",
            '"01 tháng trước": 1 month before 2014-06-23, so the due date is 2014-05-23 (Friday)',
            id="one has no plural",
        ),
        pytest.param(
            Term("sau khi họp", Operator.WITHIN, amount=10, unit=Unit.DAY, anchor="khi họp"),
            None,
            '"sau khi họp": the due date is not known yet, as the day of this event is not: “ngày họp”',
            id="the event in the document's words",
        ),
    ],
)
def test_it_says_how_in_english(term: Term, anchor_day: str | None, line: str) -> None:
    due = derive(term, CALENDAR, day(anchor_day) if anchor_day else None)
    assert due.derivation.said("en") == line


@pytest.mark.parametrize(
    "term",
    [
        pytest.param(
            Term("…", Operator.WITHIN, amount=3, unit=Unit.DAY, anchor="ngày nhận"), id="no anchor yet"
        ),
        pytest.param(Term("…", Operator.BEFORE), id="no date"),
        pytest.param(Term("…", Operator.BY, time=dt.time(10)), id="an hour without a day"),
    ],
)
def test_it_has_no_day_until_the_day_is_known(term: Term) -> None:
    due = derive(term, CALENDAR)
    assert (due.last_day, due.reminder_day, due.time) == (None, None, term.time)


def test_it_takes_the_anchor_that_the_phrase_states_unless_another_is_known() -> None:
    term = Term("…", Operator.WITHIN, amount=1, unit=Unit.DAY, anchor_day=day("2014-05-12"))
    assert derive(term, CALENDAR).last_day == day("2014-05-13")
    assert derive(term, CALENDAR, day("2014-05-19")).last_day == day("2014-05-20")


@given(st.integers(1, 400), st.sampled_from(Unit), DAYS)
def test_a_counted_term_always_ends_on_a_working_day(amount: int, unit: Unit, anchor_day: dt.date) -> None:
    due = derive(Term("…", Operator.WITHIN, amount=amount, unit=unit), CALENDAR, anchor_day)
    assert due.last_day is not None
    assert due.last_day > anchor_day
    assert CALENDAR.is_working(due.last_day)


@given(st.sampled_from(Operator), DAYS)
def test_a_named_term_stays_and_its_reminder_is_a_working_day(operator: Operator, date: dt.date) -> None:
    due = derive(Term("…", operator, date=date), CALENDAR)
    assert due.last_day == (date - dt.timedelta(days=1) if operator is Operator.BEFORE else date)
    assert due.reminder_day == CALENDAR.last_working_day(due.last_day)
