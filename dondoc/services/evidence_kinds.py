"""What may be handed in as a file: how large, and of which kinds, told by the content and not by the name."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from dondoc.errors import BadInput
from dondoc.reading.forms.form import Form, form_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from dondoc.services.evidence import File

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE
HEAD = 4096
"""Bytes by which a kind is told."""
KINDS = ("pdf", "docx", "xlsx", "doc", "xls", "odt", "ods", "jpg", "jpeg", "png", "txt", "zip")
"""What is taken, by the ending of its name; `_kinds` says which endings a content may bear."""
PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb"}
"""What stands in an archive that is an office document."""
PICTURES = {b"\xff\xd8\xff": ("jpg", "jpeg"), b"\x89PNG\r\n": ("png",)}
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def require_fit(files: Iterable[File]) -> None:
    """Refuse files that are empty, too large, of a kind that is not taken, or not what their name says.

    Raises BadInput, naming the file and what to do.
    """
    for file in files:
        size = file.content.seek(0, os.SEEK_END)
        if not size:
            raise BadInput("The file %(file)s is empty: it proves nothing.", file=file.name)
        if size > LARGEST:
            raise BadInput(
                "The file %(file)s is larger than %(limit)s MB: hand in a smaller one, or cite the document.",
                file=file.name,
                limit=LARGEST // MEGABYTE,
            )
        ending = PurePath(file.name).suffix.removeprefix(".").lower()
        if ending not in KINDS or ending not in _kinds(file.content):
            raise BadInput(
                "The file %(file)s is not what can be handed in, or not what its name says. Taken are: "
                "%(kinds)s.",
                file=file.name,
                kinds=", ".join(KINDS),
            )
        file.content.seek(0)


def _kinds(content: BinaryIO) -> tuple[str, ...]:
    """Return the endings that a file of this content may have."""
    content.seek(0)
    head = content.read(HEAD)
    match form_of(head):
        case Form.PDF:
            return ("pdf",)
        case Form.OLD_WORD:
            return ("doc", "xls")
        case Form.PICTURE:
            return next((endings for mark, endings in PICTURES.items() if head.startswith(mark)), ())
        case Form.ARCHIVE:
            return _of_archive(content)
        case Form.TEXT if _is_text(head):
            return ("txt",)
    return ()


def _of_archive(content: BinaryIO) -> tuple[str, ...]:
    try:
        with ZipFile(content) as archive:
            names = set(archive.namelist())
            mark = archive.open("mimetype").read(HEAD).strip() if "mimetype" in names else b""
    except (BadZipFile, OSError, RuntimeError, NotImplementedError):
        return ()
    if mark in OPEN_DOCUMENT:
        return (OPEN_DOCUMENT[mark],)
    return tuple(kind for part, kind in PARTS.items() if part in names) or ("zip",)


def _is_text(head: bytes) -> bool:
    """Say whether a file begins as a text does: with the mark of UTF-16, or without zero bytes."""
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in head
