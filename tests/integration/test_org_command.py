"""`dondoc org`: the organisation loaded and shown by command."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from dondoc.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = str(resources.files("dondoc") / "data" / "organisation-2014.yaml")
ON = ("--on", "2014-05-09")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A simulated data folder in which the administrator acts."""
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DONDOC_PERSON", "admin")
    assert run(["init", "--simulated"]) == 0
    capsys.readouterr()


def test_it_loads_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["org", "load", SHIPPED, *ON]) == 0
    assert capsys.readouterr() == (
        "",
        "224 mục mới, 00 mục sửa đổi, 00 mục hết hiệu lực, 00 mục giữ nguyên.\n",
    )
    assert run(["org", "load", SHIPPED, "--json", *ON]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["added"], again["changed"], again["ended"]) == ([], {}, [])


def test_it_says_what_is_lacking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "to-chuc.yaml"
    file.write_text("units:\n  - {code: TC, name: Tổng cục, kind: general_department}\n", encoding="utf-8")
    assert run(["org", "load", str(file), *ON]) == 0
    said = capsys.readouterr().err
    assert "TC chưa có Văn phòng" in said
    assert "TC chưa có ai phụ trách" in said


def test_it_shows_the_tree(capsys: pytest.CaptureFixture[str]) -> None:
    run(["org", "load", SHIPPED, *ON])
    capsys.readouterr()
    assert run(["org", "show", "--json", *ON]) == 0
    shown = json.loads(capsys.readouterr().out)
    units = {unit["code"]: unit for unit in shown["units"]}
    assert [unit["code"] for unit in shown["units"]][:2] == ["TC", "TC-VP"]
    assert (units["HP-TCKT"]["depth"], units["HP-TCKT"]["parent"]) == (2, "HP")
    assert [one["role"] for one in units["HP"]["people"]] == ["acting_head", "deputy", "deputy", "deputy"]
    assert shown["people_without_post"] == [{"code": "admin", "name": "Quản trị viên", "administrator": True}]


def test_it_prints_codes_first(capsys: pytest.CaptureFixture[str]) -> None:
    run(["org", "load", SHIPPED, *ON])
    capsys.readouterr()
    assert run(["org", "show", *ON]) == 0
    lines = capsys.readouterr().out.splitlines()
    head = next(line for line in lines if "Phó Cục trưởng phụ trách" in line)
    assert head.lstrip().startswith("hp-")
    assert any(line.split()[:1] == ["HP-TCKT"] for line in lines)


def test_it_shows_nothing_before_the_first_loading(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["org", "show", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["units"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        pytest.param(("--as", ""), 2, "Chưa rõ ai thực hiện", id="nobody acts"),
        pytest.param(
            ("--as", "hp-khong-co"), 2, "Không có người mang mã hp-khong-co", id="nobody of that code"
        ),
        pytest.param(("--on", "2014-02-30"), 2, '"2014-02-30" không phải là ngày', id="no such day"),
    ],
)
def test_it_refuses(
    arguments: tuple[str, ...],
    code: int,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DONDOC_PERSON")
    assert run(["org", "load", SHIPPED, *arguments]) == code
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert sentence in said.err


def test_a_bad_file_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "hai-phong.yaml"
    file.write_text("units:\n  - {code: TC, name: Tổng cục, kind: general_department, parent: TX}\n")
    assert run(["org", "load", str(file)]) == 2
    assert "hai-phong.yaml, dòng 2, units[1].parent: " in capsys.readouterr().err
    run(["org", "show", "--json"])
    assert json.loads(capsys.readouterr().out)["units"] == []


def test_another_day_needs_a_simulated_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    real = str(tmp_path / "real")
    run(["init", "--dir", real])
    assert run(["org", "load", SHIPPED, "--dir", real, *ON]) == 1
    assert "Ngày 09/5/2014 không phải hôm nay" in capsys.readouterr().err
