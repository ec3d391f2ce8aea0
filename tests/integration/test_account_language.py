"""`dondoc account language`: one's own language chosen by command, and a file that names another says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

FILE = """
units:
  - {code: TC, name: Tổng cục, kind: general_department}
people:
  - {code: an, name: An, language: vi, posts: [{unit: TC, role: head, title: Tổng cục trưởng}]}
"""


@pytest.fixture(autouse=True)
def organisation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data folder with an organisation of one."""
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    file = tmp_path / "co-cau.yaml"
    file.write_text(FILE, encoding="utf-8")
    assert run(["init"]) == 0
    assert run(["org", "load", str(file), "--as", "admin"]) == 0
    capsys.readouterr()
    return file


def test_a_choice_is_kept_until_a_file_says_another_aloud(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["account", "language", "an", "en", "--as", "an"]) == 0
    assert "Từ nay" in capsys.readouterr().err
    organisation.write_text(FILE.replace(" language: vi,", ""), encoding="utf-8")
    assert run(["org", "load", str(organisation), "--as", "admin"]) == 0
    assert "tự chọn" not in capsys.readouterr().err
    organisation.write_text(FILE, encoding="utf-8")
    assert run(["org", "load", str(organisation), "--as", "admin"]) == 0
    assert "an đã tự chọn ngôn ngữ" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["an", "en", "--as", "admin"], 1, id="somebody else's"),
        pytest.param(["an", "fr", "--as", "an"], 2, id="a language there is not"),
    ],
)
def test_it_is_ones_own(arguments: list[str], code: int) -> None:
    assert run(["account", "language", *arguments]) == code
