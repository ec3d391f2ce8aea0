"""Plain text: UTF-8, and UTF-16 with its mark or where nothing else can be meant."""

from __future__ import annotations

import codecs
import re

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.forms.legacy import legacy_code, refusal

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CUT_OFF = ("unexpected end of data", "truncated data")
BINARY = N_("%(file)s is not a text: it holds binary data. Save the document as .txt in UTF-8.")
CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\v\f\r\x1b")
VIETNAMESE = re.compile(r"[\t\n\r -~À-ỹ\u2010-\u2026]*")
"""What a Vietnamese text is written with; half of its characters are two bytes of which one is zero."""


def text_of(content: bytes, name: str) -> str:
    """Return the text of a .txt file without its byte order mark; raises BadInput where it is none."""
    text = _decode(content, name)
    if CONTROLS & set(text):
        raise BadInput(BINARY, file=name)
    return text


def _decode(content: bytes, name: str) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decode_as(content[len(mark) :], encoding, name)
    if b"\0" in content and (text := _unmarked_utf16(content)):
        return text
    return _decode_as(content, "utf-8", name)


def _unmarked_utf16(content: bytes) -> str | None:
    """Return a text in UTF-16 that lacks its mark, None where that is not certain."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, errors="replace")
        if VIETNAMESE.fullmatch(text):
            return text
    return None


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
    if code := legacy_code(content.decode("latin-1")):
        return refusal(code, name)
    return BadInput(
        "%(file)s, line %(line)s: the text is not in UTF-8, perhaps in an old Vietnamese code such as TCVN3 "
        "or VNI. Save the document as .txt in UTF-8.",
        file=name,
        line=content[: error.start].count(b"\n") + 1,
    )
