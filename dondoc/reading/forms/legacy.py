"""Old Vietnamese codes, in which one letter is kept as another: named, so that it can be converted."""

from __future__ import annotations

import re

from dondoc.errors import BadInput

TCVN3 = re.compile("(?<=[A-Za-z])[µ\u00b8¶·¹¨»¾¼½©ª«¬®\u00ad]|[©ª«¬®¨\u00ad](?=[A-Za-z])")
VNI = re.compile("[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüë]")
MISREAD = re.compile(
    "\u00e1[\u00ba\u00bb]"
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""A Vietnamese letter of three UTF-8 bytes, each read as a letter of its own (Latin-1 or Windows-1252)."""
CODES = {"TCVN3": (TCVN3, 2), "VNI": (VNI, 5)}
"""The marks of a code, and in how many places a text in it bears them at least."""
SHARE = 0.02
"""A text in an old code bears its marks on every fiftieth character at least."""
UNICODE = re.compile("[ạ-ỹđăơưĐĂƠƯ\u0300-\u0323]")
"""Letters that only Unicode has; nearly every third Vietnamese syllable is written with one."""
REST = 0.1
FEWEST_MISREAD = 2


def refuse_legacy(text: str, name: str) -> None:
    """Raise BadInput for a text in an old code, wherever it was kept (fonts such as .VnTime, VNI-Times).

    A text that was saved after its UTF-8 had been read as another code is refused as well.
    """
    if len(MISREAD.findall(text)) >= max(FEWEST_MISREAD, SHARE * len(text)):
        raise BadInput(
            "%(file)s was saved in a wrong code: its UTF-8 was read as Latin letters. "
            "Take the original file, or open it as UTF-8 and save it again.",
            file=name,
        )
    if code := legacy_code(text):
        raise refusal(code, name)


def legacy_code(text: str) -> str | None:
    """Return the name of the old code a text is written in, None for Unicode."""
    for code, (marks, fewest) in CODES.items():
        found = len(marks.findall(text))
        if found >= max(fewest, SHARE * len(text)) and len(UNICODE.findall(text)) <= REST * found:
            return code
    return None


def refusal(code: str, name: str) -> BadInput:
    """Return what is said of a document in an old code."""
    return BadInput(
        "%(file)s is written in the old Vietnamese code %(code)s. Convert it to Unicode (for instance with "
        "UniKey) and save it again.",
        file=name,
        code=code,
    )
