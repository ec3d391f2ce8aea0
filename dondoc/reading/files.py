"""Files in: their bytes, and what is said of one that cannot be read."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.i18n import N_

if TYPE_CHECKING:
    from pathlib import Path

_REASONS = {
    errno.ENOENT: N_("there is no such file"),
    errno.EACCES: N_("you may not read it"),
    errno.EISDIR: N_("it is a folder"),
}


def unreadable(name: str, error: OSError) -> BadInput:
    """Return the error for a file, with the reason in the reader's language where it is a common one."""
    reason = BadInput(_REASONS.get(error.errno or 0, "%(said)s"), said=error.strerror)
    return BadInput("%(file)s cannot be read: %(reason)s.", file=name, reason=reason)


def content_of(path: Path, largest: int) -> bytes:
    """Return the bytes of a file, one more than `largest` at most; raises BadInput where it has none."""
    if path.is_dir():
        raise BadInput(
            "%(file)s is a folder. Name the file of the document in it.", file=path.name or str(path)
        )
    if not path.exists():
        raise BadInput("There is no file %(file)s. Check its name and folder.", file=str(path))
    try:
        with path.open("rb") as opened:
            content = opened.read(largest + 1)
    except OSError as error:
        raise unreadable(path.name, error) from error
    if not content:
        raise BadInput("The file %(file)s is empty. Save the document again.", file=path.name)
    return content
