"""Footnotes that plain text carries behind the signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.markers import PRIVATE_USE
from dondoc.reading.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.outline import Outline
    from dondoc.reading.text import Text

MARK = re.compile(rf"(?:[\ufffd{PRIVATE_USE}¹²³⁴-⁹]+|\[\d{{1,2}}\])\s*+(?=\w)")
"""What a footnote begins with; text layers lose the glyph of some."""


def footnotes(text: Text, outline: Outline) -> Iterator[tuple[str, Span]]:
    """Yield the mark and the words of each footnote."""
    for block in outline.tail:
        if mark := MARK.match(text.folded, *block.line):
            yield mark.group().strip(), without_mark(text, block.line)


def without_mark(text: Text, line: Span) -> Span:
    """Return a line without the mark that makes it a footnote."""
    mark = MARK.match(text.folded, *line)
    return text.strip(Span(mark.end(), line.end)) if mark else line
