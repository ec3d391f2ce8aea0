"""`dondoc plan export` and `dondoc plan import`, as people and programs call them, on both databases."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from databases import engine_of
from dondoc import db
from dondoc.cli.main import run
from models import Installation
from plan_office import NOTE, PERSON, TERM
from small_plan import CODE, EIGHT, MEETING, SmallPlan
from workbooks import Desk

if TYPE_CHECKING:
    from pathlib import Path


class Shell:
    """A simulated folder with the small plan, and a workbook in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = folder / "ke-hoach.xlsx"
        self._capsys = capsys

    def does(self, command: str, *more: str) -> tuple[int, str, str]:
        """Run a command of the plan and its workbook; return its exit code, data and talk."""
        on = ["--on", "2014-05-12"] + (["--as", "chanh"] if command == "import" else [])
        code = run(["plan", command, CODE, str(self.file), *on, *more])
        return (code, *self._capsys.readouterr())

    def fill_in(self, **written: Any) -> None:
        """Write in the row of the first item."""
        desk = Desk(self.file.read_bytes())
        for heading, value in written.items():
            desk.write("3.1", {"person": PERSON, "term": TERM, "note": NOTE}[heading], value)
        self.file.write_bytes(desk.save())

    def item(self) -> Any:
        assert run(["plan", "show", CODE, "--on", "2014-05-12", "--json"]) == 0
        return json.loads(self._capsys.readouterr().out)["items"][0]


@pytest.fixture
def shell(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    with engine_of(database) as engine, db.session(engine) as session:
        SmallPlan(session)
        made = dt.datetime.combine(MEETING, EIGHT, dt.UTC)
        session.add(Installation(simulated=True, created_at=made))
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path))
    monkeypatch.setenv("DONDOC_DATABASE_URL", database)
    return Shell(tmp_path, capsys)


def test_a_plan_is_filled_in_looked_at_and_taken(shell: Shell) -> None:
    assert shell.does("export") == (0, "", f"Đã xuất {CODE} ra {shell.file}.\n")
    shell.fill_in(person="Mai Phòng (phong)", term="trước ngày 30/6/2014")
    code, out, err = shell.does("import", "--check")
    assert (code, err) == (0, f"01 nội dung của {CODE} sẽ thay đổi; hiện chưa ghi gì.\n")
    assert [line.split() for line in out.splitlines() if "người phụ trách" in line] == [
        [f"{CODE}.3.1", "người", "phụ", "trách", "vien", "phong"]
    ]
    assert "29/6/2014" in out
    assert shell.item()["assignee"] == "vien"
    assert shell.does("import")[2] == f"Đã ghi 01 nội dung của {CODE}.\n"
    assert (shell.item()["assignee"], shell.item()["due_on"]) == ("phong", "2014-06-29")
    assert shell.does("import") == (0, "", f"Tệp không có gì khác với {CODE}: không thay đổi gì.\n")


def test_a_program_gets_the_difference_as_data(shell: Shell) -> None:
    shell.does("export")
    shell.fill_in(note="Gấp")
    code, out, err = shell.does("import", "--check", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "plan": CODE,
        "changes": [{"item": f"{CODE}.3.1", "fields": {"note": [None, "Gấp"]}}],
    }


def test_every_mistake_is_said_and_nothing_is_taken(shell: Shell) -> None:
    shell.does("export")
    shell.fill_in(person="Mai Phong", term="5/8/26", note="Gấp")
    code, out, err = shell.does("import")
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "Chưa nhập ke-hoach.xlsx, chưa có gì thay đổi:",
        "trang 'Kế hoạch', ô G5: không có “Mai Phong”: có phải là Mai Phòng (phong) không?",
        "trang 'Kế hoạch', ô H5: năm trong “5/8/26” chỉ có hai chữ số: hãy ghi “5/8/2026”.",
    ]
    assert (shell.item()["assignee"], shell.item()["note"]) == ("vien", None)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_nobodys_work_is_written_over_unasked(shell: Shell) -> None:
    shell.file.write_text("cả buổi sáng", encoding="utf-8")
    code, _out, err = shell.does("export")
    assert (code, shell.file.read_text(encoding="utf-8")) == (1, "cả buổi sáng")
    assert "--replace" in err
    assert shell.does("export", "--replace")[0] == 0
    assert shell.file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("command", "name", "sentence"),
    [
        pytest.param("export", "ke-hoach.xls", "phải có đuôi .xlsx", id="another ending"),
        pytest.param("import", "khong-co.xlsx", "Không có tệp", id="no such file"),
    ],
)
def test_a_wrong_file_is_bad_input(shell: Shell, command: str, name: str, sentence: str) -> None:
    shell.file = shell.file.with_name(name)
    code, out, err = shell.does(command)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert sentence in err


def test_help_opens_no_workbook() -> None:
    program = "import sys, dondoc.cli.main as m; m.run(['plan', '--help']); print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
