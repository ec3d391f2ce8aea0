"""The frame of the command: exit codes, one sentence, two languages, nothing on the wrong stream."""

from __future__ import annotations

import errno
import json
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

import probe
from dondoc.cli.commands import COMMANDS, Entry
from dondoc.cli.main import run
from dondoc.errors import BadInput, Refused


@pytest.fixture(autouse=True)
def probe_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "probe", Entry("probe", "A probe."))
    monkeypatch.setenv("DONDOC_LANGUAGE", "en")


def database_says(sentence: str) -> OperationalError:
    return OperationalError("SELECT 1", {}, sqlite3.OperationalError(sentence))


@pytest.mark.parametrize(
    ("failure", "code", "sentence"),
    [
        pytest.param(Refused("No %(what)s.", what="way"), 1, "No way.", id="a refusal"),
        pytest.param(BadInput("Empty: %(file)s.", file="a.txt"), 2, "Empty: a.txt.", id="bad input"),
        pytest.param(database_says("database is locked"), 1, "busy", id="another writer"),
        pytest.param(database_says("attempt to write a readonly database"), 1, "read-only", id="no right"),
        pytest.param(database_says("database disk image is malformed"), 1, "damaged", id="a cut file"),
        pytest.param(database_says("database or disk is full"), 1, "disk is full", id="full disk, database"),
        pytest.param(
            database_says("near x: syntax"), 1, "database refused: near x", id="anything else it says"
        ),
        pytest.param(OSError(errno.ENOSPC, "No space"), 1, "disk is full", id="full disk, file"),
        pytest.param(PermissionError(13, "Permission denied", "b.txt"), 1, "b.txt: Permission", id="a file"),
        pytest.param(KeyboardInterrupt(), 1, "Stopped by the user.", id="Ctrl-C"),
        pytest.param(KeyError("x"), 1, "fault in Dondoc itself: KeyError at probe.py", id="a fault of ours"),
    ],
)
def test_it_says_one_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    code: int,
    sentence: str,
) -> None:
    monkeypatch.setattr(probe, "failure", failure)
    assert run(["probe", "fail"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nonsense"], "There is no command nonsense. See `dondoc --help`."),
        (["--nonsense"], "There is no option --nonsense. See `dondoc --help`."),
        (["probe", "nonsense"], "There is no command nonsense. See `dondoc probe --help`."),
        (["probe", "leave"], "The argument code is missing. See `dondoc probe leave --help`."),
        (
            ["probe", "leave", "x"],
            "code cannot be used: it must be a whole number. See `dondoc probe leave --help`.",
        ),
        (["probe", "show", "--on"], "The option --on needs a value. See `dondoc --help`."),
        (["probe", "show", "--json=1"], "The option --json takes no value. See `dondoc --help`."),
        (["probe", "show", "more"], "Too much was given: more. See `dondoc probe show --help`."),
        (
            ["probe", "show", "--on", "9/5/2014"],
            '"9/5/2014" is not a day: write it as YYYY-MM-DD, such as 2014-05-09.',
        ),
        (
            ["probe", "show", "--on", "20140509"],
            '"20140509" is not a day: write it as YYYY-MM-DD, such as 2014-05-09.',
        ),
    ],
)
def test_wrong_usage_is_2(capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_a_command_may_choose_its_code() -> None:
    assert run(["probe", "leave", "1"]) == 1
    assert run(["probe", "leave", "0"]) == 0


def test_data_is_json_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["probe", "show", "--json", "--on", "2014-05-23"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {"on": "2014-05-23", "name": "Đỗ Thị Hạnh"}
    assert "Đỗ Thị Hạnh" in out
    assert err == ""


def test_a_table_off_a_terminal_is_plain_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    run(["probe", "show"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "Đỗ Thị Hạnh [xem]" in out
    assert "x" * 90 in out


def test_it_speaks_vietnamese_unless_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DONDOC_LANGUAGE")
    assert run(["probe", "leave", "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Cách dùng: dondoc probe leave")
    assert "Tùy chọn" in out
    assert "Hiện hướng dẫn này rồi kết thúc." in out
    assert run(["nonsense"]) == 2
    assert "Không có lệnh nonsense." in capsys.readouterr().err


def test_a_wrong_language_is_refused_by_name_whatever_the_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DONDOC_LANGUAGE", "fr")
    assert run(["probe", "show"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "Không dùng được thiết lập DONDOC_LANGUAGE. Giá trị phải là vi hoặc en.\n")


def test_a_group_says_the_whole_sentence_of_each_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    assert run(["plan", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "dondoc plan [TÙY_CHỌN] LỆNH [THAM_SỐ]..." in said
    assert "thời hạn xây dựng bắt đầu được tính." in said


def test_bare_dondoc_shows_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "A probe." in capsys.readouterr().err
