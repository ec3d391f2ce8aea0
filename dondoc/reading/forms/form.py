"""Which form a document has, told by its content: names of files lie."""

from __future__ import annotations

import re
from enum import Enum, auto

PDF_HEAD = 1024
"""A PDF file may have other bytes in front of its mark, so many at most."""
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\0", b"MM\0*", b"GIF8")
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml[^>]*\?>\s*<(?:html|w:worddocument))", re.IGNORECASE
)


class Form(Enum):
    """What a file is; TEXT is whatever bears no mark."""

    TEXT = auto()
    ARCHIVE = auto()
    PDF = auto()
    OLD_WORD = auto()
    RICH_TEXT = auto()
    PICTURE = auto()
    PAGE = auto()


def form_of(content: bytes) -> Form:
    """Return the form whose mark the content bears."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Form.ARCHIVE
    if b"%PDF-" in content[:PDF_HEAD]:
        return Form.PDF
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Form.OLD_WORD
    if content.startswith(b"{\\rtf"):
        return Form.RICH_TEXT
    if content.startswith(PICTURES):
        return Form.PICTURE
    return Form.PAGE if PAGE.match(content) else Form.TEXT
