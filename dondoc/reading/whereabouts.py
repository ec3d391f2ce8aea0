"""Where words that a person gives stand in a document."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.reading.folding import fold

if TYPE_CHECKING:
    from dondoc.reading.text import Text

CLOSING = re.compile(r"[.,;:!?…)\]”\"'/]*")
"""What stands behind a last word and belongs to it."""


def beginning(text: Text, words: str, start: int, end: int) -> int:
    """Return the raw place between `start` and `end` where `words` begin.

    Raises BadInput as `place` does.
    """
    return place(text, words, start, end)[0]


def ending(text: Text, words: str, start: int, end: int) -> int:
    """Return the raw place between `start` and `end` where `words`, and the punctuation behind, end.

    Raises BadInput as `place` does.
    """
    return place(text, words, start, end)[1]


def place(text: Text, words: str, start: int, end: int) -> tuple[int, int]:
    """Return the raw span between `start` and `end` where `words` and the punctuation behind them stand.

    Blanks, capitals and the place of tone marks do not count. Raises BadInput where the words are no whole
    words of the document there, or stand there more than once.
    """
    within = text.span_of(start, end)
    found = occurrences(text, words, *within)
    if not found:
        raise BadInput('The words "%(words)s" do not stand there: copy them from the document.', words=words)
    if len(found) > 1:
        raise BadInput(
            'The words "%(words)s" stand there more than once: add the words beside them.', words=words
        )
    begins, ends = found[0]
    closing = CLOSING.match(text.folded, ends, within.end)
    return text.offsets[begins], text.offsets[closing.end() if closing else ends]


def occurrences(text: Text, words: str, start: int = 0, end: int = sys.maxsize) -> list[tuple[int, int]]:
    """Return the folded spans between two folded places at which `words` stand as whole words."""
    wanted = [re.escape(word) for word in fold(words).text.split()]
    if not wanted:
        return []
    spelled = r"\s+".join(wanted)
    pattern = re.compile(rf"(?<!\w){spelled}(?!\w)")
    return [match.span() for match in pattern.finditer(text.folded, start, end)]
