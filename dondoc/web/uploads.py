"""Uploaded files as the readers take them: under their own name, in a folder that goes away."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dondoc.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import UploadFile


@contextmanager
def kept(upload: UploadFile) -> Iterator[Path]:
    """Give the upload as a file; raises BadInput where none was chosen."""
    name = Path(upload.filename or "").name
    if not name:
        raise BadInput("Choose a file first.")
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        with file.open("wb") as copy:
            shutil.copyfileobj(upload.file, copy)
        yield file
