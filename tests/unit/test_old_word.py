"""Old Word documents: what LibreOffice makes of them, and one sentence where it cannot."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput
from dondoc.reading.file import text_of
from dondoc.reading.forms import doc
from word_file import WordFile

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Giao Cục A lập sổ kho trước ngày 05/8/2026."
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
OFFICE = shutil.which("soffice")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program named soffice and nothing else that could be found; the test says what it does."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return program


def does(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.mark.parametrize("content", [pytest.param(OLD, id=".doc"), pytest.param(b"{\\rtf1}", id=".rtf")])
def test_it_reads_what_libreoffice_makes_of_it(office: Path, tmp_path: Path, content: bytes) -> None:
    file = WordFile()
    file.document.add_paragraph(WORDS)
    (tmp_path / "made.docx").write_bytes(file.content())
    does(office, f'for last in "$@"; do :; done\ncp {tmp_path}/made.docx "${{last%.*}}.docx"')
    assert text_of(content, "notice.doc") == WORDS


@pytest.mark.parametrize(
    "script", [pytest.param("exit 1", id="it fails"), pytest.param("exit 0", id="it makes nothing")]
)
def test_it_says_that_libreoffice_could_not(office: Path, script: str) -> None:
    does(office, script)
    with pytest.raises(BadInput, match=r"LibreOffice could not read notice\.doc"):
        text_of(OLD, "notice.doc")


def test_it_gives_up_what_libreoffice_hangs_on(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "SECONDS", 0.2)
    does(office, "sleep 60 & wait")
    with pytest.raises(BadInput, match="could not read"):
        text_of(OLD, "notice.doc")


def test_it_says_that_libreoffice_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadInput, match=r"needs LibreOffice.*Save the document as \.docx"):
        text_of(OLD, "notice.doc")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_the_real_libreoffice_keeps_numbers(tmp_path: Path) -> None:
    rich = tmp_path / "notice.rtf"
    rich.write_text(r"{\rtf1\ansi\uc1 1. Giao Ph\u242?ng Kho l\u7853?p s\u7893?.\par 2. Ki\u7875?m k\u234?.}")
    assert text_of(rich.read_bytes(), rich.name).split("\n") == ["1. Giao Phòng Kho lập sổ.", "2. Kiểm kê."]
