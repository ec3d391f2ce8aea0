"""`dondoc account token`: what a program comes in by, made, listed and revoked by command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dondoc.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A data folder in which the administrator acts."""
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DONDOC_PERSON", "admin")
    assert run(["init"]) == 0
    capsys.readouterr()


def test_a_token_is_printed_once_and_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["account", "token", "make", "admin", "--name", "kho số liệu", "--days", "30"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("dondoc_")
    assert out.count("\n") == 1
    assert "chỉ hiển thị một lần" in err
    assert run(["account", "token", "list", "admin", "--json"]) == 0
    listed = capsys.readouterr().out
    assert out.strip() not in listed
    assert [(row["name"], row["last_used_on"]) for row in json.loads(listed)] == [("kho số liệu", None)]


def test_a_revoked_token_is_listed_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    run(["account", "token", "make", "admin", "--name", "cũ"])
    assert run(["account", "token", "revoke", "admin", "--name", "cũ"]) == 0
    assert run(["account", "token", "list", "admin"]) == 0
    assert "chưa có mã truy cập" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["make", "admin", "--name", " "], "phải có tên", id="without a name"),
        pytest.param(["make", "admin", "--name", "a", "--days", "366"], "365 ngày", id="for too long"),
        pytest.param(["make", "ai-do", "--name", "a"], "ai-do", id="for nobody"),
        pytest.param(["revoke", "admin", "--name", "a"], "không có mã truy cập", id="one that is not there"),
    ],
)
def test_it_says_what_is_wrong(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["account", "token", *arguments]) == 2
    assert said in capsys.readouterr().err
