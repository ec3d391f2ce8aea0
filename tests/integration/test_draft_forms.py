"""A plan drafted from a Word file, and its document put in again as a PDF: the same, to the last item."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import dondoc
from dondoc.cli.main import run
from pdf_file import pdf_file
from sheet import sheet_of
from word_file import word_file

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(dondoc.__file__).parent / "data"
ON = ("--on", "2014-05-07")


@pytest.fixture
def draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Any]:
    """Puts a file's bytes in and returns what `dondoc draft --json` says."""
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    assert run(["init", "--simulated"]) == 0
    assert run(["org", "load", str(DATA / "organisation-2014.yaml"), "--as", "admin", *ON]) == 0

    def put_in(name: str, content: bytes, *more: str) -> Any:
        file = tmp_path / name
        file.write_bytes(content)
        capsys.readouterr()
        command = ("draft", str(file), "--subject", "LG", "--as", "tc-hoang-ngoc-xuan", "--json")
        assert run([*command, *ON, *more]) == 0
        return json.loads(capsys.readouterr().out)

    return put_in


def test_the_same_document_in_another_form_changes_nothing(draft: Callable[..., Any]) -> None:
    sheet = sheet_of((DATA / "notice-sample.txt").read_text(encoding="utf-8"))
    word, pdf = word_file(sheet), pdf_file(sheet)
    assert hashlib.sha256(word).digest() != hashlib.sha256(pdf).digest()
    drafted = draft("notice.docx", word)
    again = draft("notice.pdf", pdf, "--plan", drafted["plan"])
    difference = again.pop("difference")
    assert again | {"new": True} == {key: drafted[key] for key in again}
    assert len(difference.pop("kept")) == drafted["items"] == 10
    assert not any(difference.values())
