"""The command as a whole process: what a shell sees."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from databases import engine_of
from dondoc import db
from dondoc.cli.main import run
from small_world import SmallWorld

DONDOC = Path(sys.executable).with_name("dondoc")
TASK = "HP-2014-01.3.2.2a"


def dondoc(*arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [str(DONDOC), *(str(argument) for argument in arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | variables, check=False
    )


@pytest.fixture
def folder(migrated_sqlite: Path, tmp_path: Path) -> Path:
    """Return a data folder with one task."""
    file = shutil.copy(migrated_sqlite, tmp_path)
    with engine_of(f"sqlite:///{file}") as engine, db.session(engine) as session:
        SmallWorld(session).task(TASK, dt.date(2014, 5, 22), dt.date(2014, 5, 9))
    return tmp_path


def test_it_reports_on_a_task(folder: Path) -> None:
    done = dondoc("task", "report", TASK, "--percent", 40, "--as", "vien", "--dir", folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "40" in done.stderr
    shown = dondoc("task", "list", "--json", "--dir", folder)
    assert [(line["task"], line["percent"]) for line in json.loads(shown.stdout)] == [(TASK, 40)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--as", "vu"], 1, id="someone who may not"),
        pytest.param(["--as", "nobody"], 2, id="someone unknown"),
        pytest.param([], 2, id="nobody"),
        pytest.param(["--as", "vien", "--on", "2014-05-12"], 1, id="another day than today"),
    ],
)
def test_it_refuses_in_one_sentence(folder: Path, arguments: list[str], code: int) -> None:
    done = dondoc("task", "report", TASK, "--percent", 40, "--dir", folder, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_newer_database_is_left_alone(folder: Path) -> None:
    with sqlite3.connect(folder / "dondoc.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    done = dondoc("task", "list", "--dir", folder, DONDOC_LANGUAGE="en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The database is of a newer Dondoc (9999): update this program.\n"


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "dondoc.sqlite3").write_bytes(b"Kinh gui: " * 500)
    done = dondoc("task", "list", "--dir", tmp_path, DONDOC_LANGUAGE="en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The database file is not a SQLite database, or it is damaged.\n"


def test_a_server_that_is_away_is_said_so(tmp_path: Path) -> None:
    url = "postgresql+psycopg://dondoc@127.0.0.1:9/dondoc"
    done = dondoc("task", "list", "--dir", tmp_path, DONDOC_LANGUAGE="en", DONDOC_DATABASE_URL=url)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The database server cannot be reached: look at DONDOC_DATABASE_URL.\n"


def test_a_database_that_another_program_holds_is_said_so(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "BUSY_SECONDS", 0.1)
    with sqlite3.connect(folder / "dondoc.sqlite3") as holder:
        holder.execute("BEGIN IMMEDIATE")
        code = run(["task", "report", TASK, "--percent", "40", "--as", "vien", "--dir", str(folder)])
        assert run(["task", "list", "--dir", str(folder)]) == 0  # looking waits for nobody
    assert code == 1
    assert "Cơ sở dữ liệu đang bận" in capsys.readouterr().err


def test_no_folder_is_said_and_not_made(tmp_path: Path) -> None:
    done = dondoc("task", "list", "--dir", tmp_path / "none")
    assert (done.returncode, done.stdout) == (1, "")
    assert list(tmp_path.iterdir()) == []


def test_it_speaks_vietnamese_on_a_terminal_of_another_age() -> None:
    assert "Cách dùng" in dondoc("--help", PYTHONIOENCODING="ascii").stdout


def test_reporting_does_not_import_prefect(folder: Path) -> None:
    arguments = ["task", "report", TASK, "--percent", "5", "--as", "vien", "--dir", str(folder)]
    program = (
        f"import sys; from dondoc.cli.main import run; print(run({arguments}), 'prefect' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "0 False\n"
