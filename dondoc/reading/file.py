"""From a file to its text, or one sentence that says why not."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.files import unreadable

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5 * 1024 * 1024
"""Bytes; a notice of a hundred pages is a tenth of this."""
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CUT_OFF = ("unexpected end of data", "truncated data")
BINARY = N_("%(file)s is not a text: it holds binary data. Save the document as .txt in UTF-8.")
OLD_CODE = N_(
    "%(file)s, line %(line)s: the text is not in UTF-8, perhaps in an old Vietnamese code such as TCVN3 "
    "or VNI. Save the document as .txt in UTF-8."
)
LATIN = re.compile("[\u00a1-\u00ff]")
VIETNAMESE = re.compile("[đĐăĂơƠưƯẠ-ỹ\u0300-\u0323]")
STRANGE = 0.05
"""So large a share of Latin letters with marks, and none that only Vietnamese has, is an old code misread."""
CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\v\f\r\x1b")


def load(path: Path) -> tuple[str, str]:
    """Return the text of a .txt file, without byte order mark and with its line ends, and the file's hash.

    Raises BadInput, naming file and remedy, for anything but a text in UTF-8, or in UTF-16 with its mark.
    """
    content = _content(path)
    text = _decode(content, path.name)
    if CONTROLS & set(text):
        raise BadInput(BINARY, file=path.name)
    if not text.strip():
        raise BadInput("%(file)s holds nothing but blanks. Save the document again as .txt.", file=path.name)
    if _is_old_code(text):
        raise BadInput(OLD_CODE, file=path.name, line=1)
    return text, hashlib.sha256(content).hexdigest()


def _is_old_code(text: str) -> bool:
    """Tell a text in an old code that was taken for Latin letters and saved as UTF-8."""
    strange = len(LATIN.findall(text))
    return strange > STRANGE * len(text) and not VIETNAMESE.search(text)


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise BadInput(
            "%(file)s is a folder. Name the file of the document in it.", file=path.name or str(path)
        )
    if not path.exists():
        raise BadInput("There is no file %(file)s. Check its name and folder.", file=str(path))
    if path.suffix.lower() != ".txt":
        raise BadInput(
            "%(file)s: files of this kind cannot be read yet. Save the document as .txt in UTF-8.",
            file=path.name,
        )
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        raise unreadable(path.name, error) from error
    if len(content) > LARGEST:
        raise BadInput(
            "%(file)s is larger than %(limit)s MB, too large for a notice. Check that it is the right file.",
            file=path.name,
            limit=LARGEST // 1024 // 1024,
        )
    if not content:
        raise BadInput("The file %(file)s is empty. Save the document again as .txt.", file=path.name)
    return content


def _decode(content: bytes, name: str) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decode_as(content[len(mark) :], encoding, name)
    return _decode_as(content, "utf-8", name)


def _decode_as(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(content, error, name) from error


def _undecodable(content: bytes, error: UnicodeDecodeError, name: str) -> BadInput:
    """Return the likeliest reason why a file is no text in its encoding."""
    if b"\0" in content and error.encoding == "utf-8":
        return BadInput(BINARY, file=name)
    if error.end == len(content) and error.reason in CUT_OFF:
        return BadInput(
            "%(file)s is cut off in the middle of a character. Copy or save the document again.", file=name
        )
    return BadInput(OLD_CODE, file=name, line=content[: error.start].count(b"\n") + 1)
