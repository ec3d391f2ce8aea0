"""Uploaded files as the readers take them: under their own name, read, or in a folder that goes away."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Generic, TypeVar

from dondoc.errors import BadInput
from dondoc.reading.file import LARGEST_OTHER
from dondoc.reading.notice import read_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fastapi import UploadFile

    from dondoc.reading.result import Reading

Read = TypeVar("Read")
LONGEST_NAME = 200


@dataclass(frozen=True)
class Document:
    """A document that was uploaded and read."""

    name: str
    reading: Reading


@dataclass(frozen=True)
class ReadFile(Generic[Read]):
    """A file as it came, and what it says."""

    name: str
    content: bytes
    said: Read

    def hash_with(self, told: str) -> str:
        """Return the hash of the file and of what follows from it."""
        return hashlib.sha256(hashlib.sha256(self.content).digest() + told.encode()).hexdigest()


def read_file(name: str, content: bytes, read: Callable[[Path], Read]) -> ReadFile[Read]:
    """Read content by a reader that takes files and names them in what is wrong."""
    with under_its_name(name, content) as path:
        return ReadFile(name, content, read(path))


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
    """Return the bare name of a file; "" where none was chosen."""
    return bare((file and file.filename) or "")


def bare(name: str) -> str:
    """Return the name of a file without its folder, and what a browser or a database could not show."""
    name = PurePath(name.replace("\\", "/")).name
    return "".join(letter for letter in name if letter.isprintable())[:LONGEST_NAME]


@contextmanager
def under_its_name(name: str, content: bytes) -> Iterator[Path]:
    """Give content as a file of that bare name, in a folder that goes away."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        yield file
