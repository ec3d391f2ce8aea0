"""`dondoc run daily` as its user sees it: the real flow, clean streams, exit codes."""

from __future__ import annotations

import json
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from notifications.folder import folder_address
from shell import dondoc

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

LATE = "2014-05-23"
NOISE = ("prefect", "Prefect", "Traceback", "http", "\x1b")


def is_quiet(done: subprocess.CompletedProcess[str]) -> bool:
    return not any(word in done.stdout + done.stderr for word in NOISE)


def break_on_insert(folder: Path, table: str) -> None:
    with sqlite3.connect(folder / "dondoc.sqlite3") as connection:
        connection.execute(
            f"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'it is broken'); END"
        )


def make_all_due(folder: Path) -> None:
    with sqlite3.connect(folder / "dondoc.sqlite3") as connection:
        connection.execute("UPDATE deliveries SET next_try_at = '2014-05-23 00:00:00'")


def test_it_lives_a_day_with_a_server_of_its_own(lived_in: Path, prefect_home: Path) -> None:
    shutil.copytree(prefect_home, lived_in / "prefect")
    done = dondoc("run", "daily", "--on", LATE, "--json", "--dir", lived_in)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert [(one["step"], one["due_on"]) for one in report["raised"]][-1] == ("late", LATE)
    assert (report["messages"], report["failed"]) == (2, [])
    assert done.stderr.splitlines() == [
        "Đang chạy việc hằng ngày...",
        "Ngày 23/5/2014: 05 lượt nhắc việc, đôn đốc; 02 bản tin.",
    ]
    assert is_quiet(done)
    assert len(list(lived_in.glob(f"messages/{LATE}/*.eml"))) == 2


def test_the_same_day_again_tells_nobody(lived_in: Path, prefect_server: str) -> None:
    for messages in (2, 0):
        done = dondoc(
            "run", "daily", "--on", LATE, "--json", "--dir", lived_in, PREFECT_API_URL=prefect_server
        )
        assert (done.returncode, json.loads(done.stdout)["messages"]) == (0, messages)
    earlier = dondoc("run", "daily", "--on", "2014-05-22", "--dir", lived_in, PREFECT_API_URL=prefect_server)
    assert (earlier.returncode, earlier.stdout) == (0, "")


def test_a_broken_department_is_told_to_the_operator(lived_in: Path, prefect_server: str) -> None:
    break_on_insert(lived_in, "escalations")
    operator = folder_address(lived_in / "operator")
    done = dondoc(
        "run",
        "daily",
        *("--on", LATE, "--json", "--dir", lived_in),
        PREFECT_API_URL=prefect_server,
        DONDOC_OPERATOR=operator,
    )
    assert done.returncode == 1
    (failed,) = json.loads(done.stdout)["failed"]
    assert failed["what"] == "HP"
    assert "it is broken" in failed["reason"]
    assert len(done.stderr.splitlines()) == 3  # at work, what was done, what failed
    (alarm,) = lived_in.glob("operator/*/*.eml")
    assert "Lỗi: HP: " in alarm.read_text(encoding="utf-8")


def test_an_operator_who_cannot_be_told_is_shown(lived_in: Path, prefect_server: str) -> None:
    break_on_insert(lived_in, "escalations")
    nowhere = "dmail://127.0.0.1:9/it@thads.example?from=dondoc@thads.example&tls=none"
    variables = {"PREFECT_API_URL": prefect_server, "DONDOC_OPERATOR": nowhere}
    done = dondoc("run", "daily", "--on", LATE, "--json", "--dir", lived_in, **variables)
    assert done.returncode == 1
    failed = {one["what"]: one["reason"] for one in json.loads(done.stdout)["failed"]}
    assert list(failed) == ["HP", "DONDOC_OPERATOR"]
    assert "refused" in failed["DONDOC_OPERATOR"]


def test_a_run_that_breaks_down_says_why(lived_in: Path, prefect_server: str) -> None:
    break_on_insert(lived_in, "daily_runs")
    done = dondoc("run", "daily", "--on", LATE, "--dir", lived_in, PREFECT_API_URL=prefect_server)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 2
    assert "it is broken" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "variables", "sentence"),
    [
        pytest.param(
            ["--on", "2100-01-01"], {}, "--dry-run", id="a day to come, where the folder is not simulated"
        ),
        pytest.param(["--on", LATE, "--as", "vien"], {}, "An Viên", id="somebody who may not"),
        pytest.param(
            ["--on", LATE],
            {"PREFECT_API_URL": "http://127.0.0.1:9/api"},
            "http://127.0.0.1:9/api",
            id="a Prefect server that is away",
        ),
    ],
)
def test_it_refuses_in_one_sentence(
    lived_in: Path, arguments: list[str], variables: dict[str, str], sentence: str
) -> None:
    with sqlite3.connect(lived_in / "dondoc.sqlite3") as connection:
        connection.execute("UPDATE installation SET simulated = 0")
    done = dondoc("run", "daily", *arguments, "--dir", lived_in, **variables)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr.splitlines()[-1]


def test_a_dry_run_changes_nothing_and_starts_nothing(lived_in: Path) -> None:
    before = (lived_in / "dondoc.sqlite3").read_bytes()
    done = dondoc("run", "daily", "--dry-run", "--on", LATE, "--json", "--dir", lived_in)
    assert done.returncode == 0, done.stderr
    assert [one["step"] for one in json.loads(done.stdout)["raised"]] == ["late"]
    assert (lived_in / "dondoc.sqlite3").read_bytes() == before
    assert not (lived_in / "prefect").exists()
    assert not (lived_in / "messages").exists()


def test_what_could_not_leave_is_delivered_later(lived_in: Path, prefect_server: str) -> None:
    (lived_in / "messages").write_text("a file where the folder should be")
    daily = dondoc("run", "daily", "--on", LATE, "--json", "--dir", lived_in, PREFECT_API_URL=prefect_server)
    assert (daily.returncode, len(json.loads(daily.stdout)["failed"])) == (1, 2)
    again = dondoc("run", "deliver", "--dir", lived_in)
    assert (again.returncode, again.stdout, again.stderr.splitlines()[0]) == (1, "", "Đã gửi 00 bản tin.")
    (lived_in / "messages").unlink()
    make_all_due(lived_in)
    assert dondoc("run", "deliver", "--dir", lived_in).stderr == "Đã gửi 02 bản tin.\n"
