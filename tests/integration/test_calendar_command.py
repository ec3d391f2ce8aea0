"""`dondoc calendar`: entries loaded by command, a year shown with its sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dondoc.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

TET = """\
entries:
  - {day: 2027-02-05, working: false, name: Nghỉ Tết Nguyên đán, document: Thông báo số 1/TB}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A data folder in which the administrator acts."""
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DONDOC_PERSON", "admin")
    assert run(["init"]) == 0
    capsys.readouterr()


def shown(capsys: pytest.CaptureFixture[str], year: int) -> dict[str, dict[str, object]]:
    assert run(["calendar", "show", str(year), "--json"]) == 0
    return {day["day"]: day for day in json.loads(capsys.readouterr().out)["days"]}


def test_it_shows_the_official_swap_and_its_document(capsys: pytest.CaptureFixture[str]) -> None:
    days = shown(capsys, 2026)
    assert [days[day]["working"] for day in ("2026-01-02", "2026-01-10")] == [False, True]
    assert days["2026-01-02"]["document"] == "Công văn số 12729/VPCP-KGVX ngày 25/12/2025"
    assert "2026-01-03" not in days, "an ordinary Saturday is no exception"


def test_it_prints_the_year_as_officials_write_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", "show", "2014"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["01/5/2014", "Thứ", "Năm", "nghỉ"] in [line[:4] for line in lines]


def test_a_loaded_entry_wins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tet.yaml"
    file.write_text(TET, encoding="utf-8")
    assert run(["calendar", "load", str(file), "--json"]) == 0
    loaded = json.loads(capsys.readouterr().out)
    assert loaded == {"added": ["2027-02-05"], "changed": [], "unchanged": [], "moved": 0}
    assert shown(capsys, 2027)["2027-02-05"]["source"] == "Nghỉ Tết Nguyên đán: Thông báo số 1/TB"
    assert run(["calendar", "load", str(file)]) == 0
    assert "00 ngày mới, 00 ngày sửa đổi, 01 ngày giữ nguyên." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["show", "20145"], "Không dùng được", id="no such year"),
        pytest.param(["load", "none.yaml"], "Không đọc được none.yaml: không có tệp này.", id="no file"),
    ],
)
def test_it_refuses(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", *arguments]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert sentence in said.err
