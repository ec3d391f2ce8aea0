"""Which files are taken as evidence: told by their content, refused with a sentence."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from dondoc.errors import BadInput
from dondoc.services import evidence_kinds
from dondoc.services.evidence import File
from dondoc.services.evidence_kinds import require_fit

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"


def archive(**parts: str) -> bytes:
    """Return an archive with these parts, a double underscore standing for a slash."""
    kept = io.BytesIO()
    with ZipFile(kept, "w") as zipped:
        for name, text in parts.items():
            zipped.writestr(name.replace("__", "/"), text)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.pdf", b"%PDF-1.7\n", id="a PDF"),
        pytest.param("A.PDF", b"\n%PDF-1.4", id="its name in capitals, a byte before its mark"),
        pytest.param("a.docx", archive(**{"word__document.xml": "<x/>"}), id="Word"),
        pytest.param("a.xlsx", archive(**{"xl__workbook.xml": "<x/>"}), id="Excel"),
        pytest.param("a.odt", archive(mimetype="application/vnd.oasis.opendocument.text"), id="Writer"),
        pytest.param("a.zip", archive(note="x"), id="an archive"),
        pytest.param("a.doc", OLD_OFFICE, id="old Word"),
        pytest.param("a.jpg", b"\xff\xd8\xff\xe0", id="a photograph"),
        pytest.param("a.jpeg", b"\xff\xd8\xff\xe0", id="the same by its longer name"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n", id="a screenshot"),
        pytest.param("a.txt", "đã xong".encode(), id="a text"),
        pytest.param("a.txt", "đã xong".encode("utf-16"), id="a text as Windows saves it"),
    ],
)
def test_it_takes(name: str, content: bytes) -> None:
    require_fit([File(name, io.BytesIO(content))])


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("a.pdf", b"MZ\x90\0", "not what its name says", id="a program that is called a PDF"),
        pytest.param("a.exe", b"%PDF-1.7", "can be handed in", id="a PDF that is called a program"),
        pytest.param("a.txt", b"a\0b", "can be handed in", id="no text"),
        pytest.param("a.html", b"<!doctype html>", "can be handed in", id="a page"),
        pytest.param("a.txt", b"<html><script>", "can be handed in", id="a page that is called a text"),
        pytest.param("a.docx", archive(note="x"), "its name says", id="any archive called Word"),
        pytest.param("a.zip", b"PK\x03\x04 cut off", "its name says", id="a broken archive"),
        pytest.param("a", b"%PDF-1.7", "can be handed in", id="a name without an ending"),
        pytest.param("a.pdf", b"", "is empty", id="nothing"),
    ],
)
def test_it_refuses(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        require_fit([File(name, io.BytesIO(content))])


def test_it_refuses_what_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_kinds, "LARGEST", 20)
    require_fit([File("a.txt", io.BytesIO(b"x" * 20))])
    with pytest.raises(BadInput, match="larger than"):
        require_fit([File("a.txt", io.BytesIO(b"x" * 21))])
