"""`dondoc read`: for people a table, for programs the document of the contract."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from dondoc.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """Kính gửi: Chi cục A

Yêu cầu Chi cục A khóa kho trước ngày 05/8/2026.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""
LIGHT = """
import sys
from dondoc.cli.main import run
assert run(["read", sys.argv[1]]) == 0
heavy = {"prefect", "sqlmodel", "sqlalchemy", "apprise", "docx", "lxml", "pypdfium2"} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.fixture
def notice(tmp_path: Path) -> str:
    file = tmp_path / "notice.txt"
    file.write_text(WORDS, encoding="utf-8")
    return str(file)


def test_it_prints_the_document_of_the_contract(notice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", notice, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    (item,) = printed["items"]
    assert item["term"]["last_day"] == "2026-08-04"
    for quoted in (item, item["leads"][0] | {"text": item["leads"][0]["name"]}):
        assert WORDS[slice(*quoted["span"])] == quoted["text"]


def test_it_prints_tables_for_people(notice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", notice]) == 0
    printed = capsys.readouterr().out
    for words in ("công văn", "Chi cục A", "04/8/2026 (trước ngày 05/8/2026)", "nhiệm vụ có sản phẩm"):
        assert words in printed


def test_a_document_without_orders_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Lịch trực của cơ quan.", encoding="utf-8")
    assert run(["read", str(file)]) == 0
    assert "không giao nhiệm vụ" in capsys.readouterr().err


def test_a_bad_file_is_one_sentence_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "empty.txt"
    file.touch()
    assert run(["read", str(file)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Tệp empty.txt trống.")
    assert printed.err.count("\n") == 1


def test_it_loads_neither_tables_nor_flows(notice: str) -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT, notice], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
