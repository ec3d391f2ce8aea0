"""Uploaded files as the readers take them: under their own name, read, or in a folder that goes away."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.reading.file import LARGEST_OTHER
from dondoc.reading.notice import read_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import UploadFile

    from dondoc.reading.result import Reading

LONGEST_NAME = 200


@dataclass(frozen=True)
class Document:
    """A document that was uploaded and read."""

    name: str
    reading: Reading


def read_document(file: UploadFile | None) -> Document:
    """Read an uploaded document; raises BadInput where none was chosen, or one that cannot be read."""
    name = name_of(file)
    if file is None or not name:
        raise BadInput("Choose the file of the document.")
    content = file.file.read(LARGEST_OTHER + 1)
    if not content:
        raise BadInput("The file %(file)s is empty. Save the document again.", file=name)
    return Document(name, read_content(content, name))


def name_of(file: UploadFile | None) -> str:
    """Return the bare name of a file, without what a browser or a database could not show."""
    name = PurePath(((file and file.filename) or "").replace("\\", "/")).name
    return "".join(letter for letter in name if letter.isprintable())[:LONGEST_NAME]


@contextmanager
def kept(upload: UploadFile) -> Iterator[Path]:
    """Give the upload as a file; raises BadInput where none was chosen."""
    name = name_of(upload)
    if not name:
        raise BadInput("Choose a file first.")
    with under_its_name(name, upload.file.read()) as file:
        yield file


@contextmanager
def under_its_name(name: str, content: bytes) -> Iterator[Path]:
    """Give content as a file of that bare name, in a folder that goes away."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        yield file
