"""The signature: who signed, as what, and on whose behalf."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.heads import is_body
from dondoc.reading.markers import Level
from dondoc.reading.naming import one_line
from dondoc.reading.outline import ON_BEHALF, is_on_behalf
from dondoc.reading.result import Signer
from dondoc.reading.text import Span, phrases

if TYPE_CHECKING:
    from dondoc.reading.blocks import Block
    from dondoc.reading.text import Text

STANDARD = {"tl": "TL.", "kt": "KT.", "tm": "TM.", "tuq": "TUQ.", "q": "Q."}
SIGNED = phrases("đã ký", "ký tên", "đóng dấu", edge=False)
SURNAME = re.compile(r"đoàn(?! *(?:thanh|kiểm|công|giám|luật|đại)(?!\w))")
"""The family name that is also a body."""
WORDS_OF_A_NAME = range(2, 7)


def read_signer(text: Text, tail: list[Block]) -> Signer | None:
    """Return the signer named in the tail of a document, None where there is none."""
    start = next((place for place, block in enumerate(tail) if is_on_behalf(text, block)), None)
    below = tail[start:] if start is not None else _capitals_on(text, tail)
    lines = [block.line for block in below if block.marker.level is not Level.DASH]
    name = next((line for line in lines if _is_person(text, line)), None)
    if name is None:
        return None
    above = [line for line in lines if line.end <= name.start and not SIGNED.search(text.folded, *line)]
    behalf = ON_BEHALF.match(text.folded, *above[0]) if start is not None and above else None
    title = _title(text, above, behalf)
    how = STANDARD[re.sub(r"\W", "", behalf["how"])] if behalf else None
    return Signer(one_line(text, name), title, how)


def _capitals_on(text: Text, tail: list[Block]) -> list[Block]:
    """Return the tail from the last title in capitals on: the signature of one who signs as himself."""
    titles = [place for place, block in enumerate(tail) if _is_title(text, block)]
    return tail[titles[-1] :] if titles else []


def _is_title(text: Text, block: Block) -> bool:
    return text.is_capitals(block.line) and is_body(text, block.line.start)


def _title(text: Text, above: list[Span], behalf: re.Match[str] | None) -> str | None:
    """Return the signer's own post: below the line of whom is signed for, or, without one, that very line."""
    own = above[1:] if behalf else above[-1:]
    if own:
        return " ".join(one_line(text, line) for line in own)
    return one_line(text, Span(behalf.end(), above[0].end)) if behalf else None


def _is_person(text: Text, line: Span) -> bool:
    words = one_line(text, line).split()
    return (
        len(words) in WORDS_OF_A_NAME
        and all(word.istitle() for word in words)
        and (not is_body(text, line.start) or bool(SURNAME.match(text.folded, *line)))
    )
