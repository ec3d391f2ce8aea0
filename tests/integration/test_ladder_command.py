"""`dondoc ladder`: what it shows it takes back, changed, and open tasks go on by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import col, select

from dondoc import db
from dondoc.cli.main import run
from models import LedgerLine

if TYPE_CHECKING:
    from pathlib import Path

Ladders = dict[str, list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A data folder in which the administrator acts."""
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DONDOC_PERSON", "admin")
    assert run(["init"]) == 0
    capsys.readouterr()


@pytest.fixture
def file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """What `ladder show --json` gave."""
    written = tmp_path / "thang.yaml"
    written.write_text(json.dumps(shown(capsys)), encoding="utf-8")
    return written


def shown(capsys: pytest.CaptureFixture[str]) -> Ladders:
    assert run(["ladder", "show", "--json"]) == 0
    ladders: Ladders = json.loads(capsys.readouterr().out)
    return ladders


def with_head_on_the_second_day(file: Path) -> None:
    ladders: Ladders = json.loads(file.read_text(encoding="utf-8"))
    ladders["ladders"][0]["steps"].insert(5, {"code": "head2", "at": 2, "audience": "head"})
    file.write_text(json.dumps(ladders), encoding="utf-8")


def written(tmp_path: Path) -> list[str]:
    with db.session(db.engine(f"sqlite:///{tmp_path}/data/dondoc.sqlite3"), read_only=True) as session:
        lines = select(LedgerLine.code).where(LedgerLine.operation == "ladder.load")
        return list(session.exec(lines.order_by(col(LedgerLine.id))))


def test_it_shows_each_step_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ladder", "show"]) == 0
    out = capsys.readouterr().out
    assert "Thang đôn đốc chung" in out
    assert "+20" in out


def test_what_it_shows_changes_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ladder", "load", str(file)]) == 0
    assert "không có gì thay đổi" in capsys.readouterr().err
    assert written(tmp_path) == []


def test_a_step_is_added_after_it_was_shown(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = shown(capsys)
    with_head_on_the_second_day(file)
    assert run(["ladder", "load", str(file), "--check"]) == 0
    out, err = capsys.readouterr()
    assert ("+2" in out, "Chưa có gì" in err) == (True, True)
    assert (shown(capsys), written(tmp_path)) == (before, [])
    assert run(["ladder", "load", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["default"] == {"+2": {"audience": [None, "head"]}}
    assert [step["at"] for step in shown(capsys)["ladders"][0]["steps"]][4:7] == [1, 2, 3]
    assert written(tmp_path) == ["default"]


@pytest.mark.parametrize(
    ("content", "acting", "code", "said"),
    [
        pytest.param("ladders: [", "admin", 2, "thang.yaml", id="no YAML"),
        pytest.param(
            "ladders: [{code: x, name: x, steps: [{code: a, at: 1, audience: head}]}]",
            "admin",
            2,
            "Không có thang",
            id="a ladder there is not, and the whole file with it",
        ),
        pytest.param(
            "ladders: [{code: default, name: x, steps: [{code: a, at: 1, audience: head},"
            " {code: a, at: 2, audience: office}]}]",
            "admin",
            2,
            "đã có mã này",
            id="two steps of one code",
        ),
        pytest.param(None, "ai-do", 2, "ai-do", id="nobody"),
    ],
)
def test_what_is_wrong_changes_nothing(
    file: Path, capsys: pytest.CaptureFixture[str], content: str | None, acting: str, code: int, said: str
) -> None:
    before = shown(capsys)
    with_head_on_the_second_day(file)
    if content is not None:
        file.write_text(content, encoding="utf-8")
    assert run(["ladder", "load", str(file), "--as", acting]) == code
    assert said in capsys.readouterr().err
    assert shown(capsys) == before


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        pytest.param("assignee_and_head", "Bậc +1 của thang default giữ nguyên mã late", id="two steps swap"),
        pytest.param(
            "office", "Bậc +3 của thang default giữ nguyên mã department", id="one of them for somebody else"
        ),
    ],
)
def test_codes_are_not_swapped(
    file: Path, capsys: pytest.CaptureFixture[str], audience: str, said: str
) -> None:
    before = shown(capsys)
    ladders: Ladders = json.loads(file.read_text(encoding="utf-8"))
    late, department = (step for step in ladders["ladders"][0]["steps"] if step["at"] in {1, 3})
    late["code"], department["code"], late["audience"] = department["code"], late["code"], audience
    file.write_text(json.dumps(ladders), encoding="utf-8")
    assert run(["ladder", "load", str(file)]) == 1
    assert said in capsys.readouterr().err
    assert shown(capsys) == before
