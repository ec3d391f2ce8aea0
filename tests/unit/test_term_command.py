"""`dondoc term`: a phrase in, a due date out, no database."""

import json

import pytest

from dondoc.cli.main import run


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONDOC_LANGUAGE", "en")


def test_it_prints_the_line_that_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["term", "trước ngày 23/5/2014"]) == 0
    out, err = capsys.readouterr()
    assert out == '"trước ngày 23/5/2014", so the due date is 2014-05-22 (Thursday)\n'
    assert err == ""


def test_it_says_how_in_the_language_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    assert run(["term", "trước ngày 23/5/2014"]) == 0
    assert capsys.readouterr().out == '"trước ngày 23/5/2014" nên ngày đến hạn là 22/5/2014 (thứ Năm)\n'


def test_it_proposes_a_day_where_the_year_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["term", "trước ngày 15/12", "--from", "2026-07-01"]) == 0
    assert "Proposed day, to be confirmed: 2026-12-15 (Tuesday)." in capsys.readouterr().out


def test_it_prints_a_term_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    phrase = "trước 15 giờ 00 ngày 17/9/2026"
    assert run(["term", phrase, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "phrase": phrase,
        "span": [0, 30],
        "operator": "by",
        "date": "2026-09-17",
        "time": "15:00",
        "amount": None,
        "unit": None,
        "anchor": None,
        "basis": None,
        "last_day": "2026-09-17",
        "derivation": f'"{phrase}" nên ngày đến hạn là 17/9/2026 (thứ Năm), chậm nhất 15 giờ 00',
        "reminder_day": "2026-09-17",
        "proposed": None,
    }


@pytest.mark.parametrize(
    ("arguments", "last_day"),
    [
        pytest.param([], None, id="its anchor is awaited"),
        pytest.param(["--from", "2014-05-09"], "2014-05-23", id="counted from the day given"),
        pytest.param(["--from", "2025-12-22"], "2026-01-07", id="over a swap shipped with its document"),
    ],
)
def test_it_counts_from_the_day_given(
    capsys: pytest.CaptureFixture[str], arguments: list[str], last_day: str | None
) -> None:
    phrase = "trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản này"
    assert run(["term", phrase, "--json", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["last_day"] == last_day


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["khẩn trương"], "is not understood. Write it like: trước ngày 23/5/2014", id="no term"),
        pytest.param(["trước ngày 31/02/2026"], "no such day", id="a day there is not"),
        pytest.param(["trong 05 ngày làm việc", "--from", "9999-12-31"], "1945 to 2100", id="a far anchor"),
        pytest.param(
            ["trong 05 ngày làm việc", "--from", "31/5"], "YYYY-MM-DD", id="an anchor that is no day"
        ),
    ],
)
def test_it_refuses_bad_input_in_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(["term", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert len(err.splitlines()) == 1
