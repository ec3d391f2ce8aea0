"""What a run did, in the reader's words."""

from __future__ import annotations

import datetime as dt

import pytest

from dondoc.services.day_report import DayReport, Noted
from dondoc.services.outcome import sentences

DAY = dt.date(2014, 5, 8)


@pytest.mark.parametrize(
    ("what", "language", "said"),
    [
        pytest.param(
            "2014-05-08",
            "vi",
            "Bỏ qua: 08/5/2014: Không phải ngày làm việc.",
            id="a day passed over as a whole",
        ),
        pytest.param(
            "2014-05-08", "en", "Passed over: 8 May 2014: It is not a working day.", id="in English"
        ),
        pytest.param("hp-an", "vi", "Bỏ qua: hp-an: Không phải ngày làm việc.", id="a person stays a code"),
    ],
)
def test_it_says_what_was_passed_over(what: str, language: str, said: str) -> None:
    report = DayReport(DAY, skipped=(Noted(what, "It is not a working day."),))
    assert sentences(report, language)[1:] == [said]
