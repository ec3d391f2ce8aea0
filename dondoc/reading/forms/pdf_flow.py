"""Paragraphs of a PDF document: lines that a margin broke are put together again, over pages too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise, zip_longest
from statistics import median
from typing import TYPE_CHECKING

from dondoc.reading.forms.pdf_columns import Table
from dondoc.reading.forms.pdf_lines import MARK, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.forms.pdf_pieces import Piece

INDENT = 0.8
"""A first line begins this many letters' sizes to the right of the others."""
WIDER = 0.4
"""Capitals are wider than other letters by this part."""
PARTED = 1.3
"""Lines of one paragraph stand no farther apart than this many times the usual distance."""
LIKE = 0.15
"""Letters of one paragraph differ in size by no more than this part."""
DASH = re.compile(r"[-–]\s*(?P<next>\S)")
CLOSED = re.compile(r"\./\.$")
"""The sign that ends the words of an official document."""
ENDED = re.compile(r"[.:;!?…][”\"')\]]*$")


@dataclass(frozen=True)
class Margins:
    """Where lines of the body begin and end, and how far apart they stand."""

    left: float
    right: float
    pitch: float


@dataclass
class Paragraph:
    """Lines that go on with one another."""

    lines: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the lines as one."""
        return reduce(joined, (line.text for line in self.lines))


def paragraphs(pages: Iterable[list[Piece | Table]]) -> list[str]:
    """Return the lines of a document as its writer meant them."""
    pages = list(pages)
    margins = _margins(pages)
    found: list[Paragraph | Table] = []
    for page in pages:
        first = True
        for block in page:
            last = found[-1] if found else None
            if isinstance(block, Table):
                found.append(_without_broken_row(last, block) if first else block)
            elif isinstance(last, Paragraph) and _goes_on(last, block, margins, over_page=first):
                last.lines.append(block)
            else:
                found.append(Paragraph([block]))
            first = False
    return [line for each in found for line in _lines(each)]


def _without_broken_row(last: Paragraph | Table | None, table: Table) -> Table:
    """Give the row above what the next page goes on with: a row whose first cell is empty begins none."""
    if not isinstance(last, Table) or not table.lines or not table.lines[0].startswith("\t"):
        return table
    cells = zip_longest(last.lines[-1].split("\t"), table.lines[0].split("\t"), fillvalue="")
    last.lines[-1] = "\t".join(
        joined(above, below) if above and below else above or below for above, below in cells
    )
    return Table(table.lines[1:])


def _lines(block: Paragraph | Table) -> list[str]:
    return ["", *block.lines, ""] if isinstance(block, Table) else [block.text]


def _margins(pages: list[list[Piece | Table]]) -> Margins:
    lines = [block for page in pages for block in page if not isinstance(block, Table)]
    if not lines:
        return Margins(0, 0, 0)
    lefts = Counter(round(line.left) for line in lines)
    # a short document may have more first lines than others: the margin is the leftmost edge in use
    left = min(edge for edge, count in lefts.items() if count >= max(lefts.values()) / 4)
    rights = sorted(line.right for line in lines)
    steps = [
        above.base - line.base
        for page in pages
        for above, line in pairwise(page)
        if not isinstance(above, Table) and not isinstance(line, Table) and above.base > line.base
    ]
    return Margins(left, rights[int(len(rights) * 0.98)], median(_tight(steps)) if steps else 0)


def _tight(steps: list[float]) -> list[float]:
    """Return the smaller half of the distances between lines: those inside paragraphs."""
    return sorted(steps)[: max(1, len(steps) // 2)]


def _goes_on(paragraph: Paragraph, line: Piece, margins: Margins, *, over_page: bool) -> bool:
    """Tell whether `line` goes on with the paragraph above it."""
    above = paragraph.lines[-1]
    alike = abs(above.size - line.size) <= LIKE * above.size
    if not alike or CLOSED.search(above.text) or not _is_full(above, line, margins):
        return False
    if not over_page and above.base - line.base > PARTED * margins.pitch:
        return False
    if MARK.match(line.text) and (ENDED.search(above.text) or not _is_dash(paragraph, line)):
        return False
    return not _is_first(paragraph, line, margins)


def _is_dash(paragraph: Paragraph, line: Piece) -> bool:
    """Tell a dash inside a sentence ("kinh tế" / "- xã hội", "2025" / "- 2030") from a bullet.

    Where first lines are set in, a dash at the margin begins none ("Điện Biên" / "- Lai Châu").
    """
    dash = DASH.match(line.text)
    if not dash:
        return False
    numbered = dash["next"].isdigit() and paragraph.lines[-1].text[-1:].isdigit()
    set_in = paragraph.lines[0].left > line.left + INDENT * line.size
    return dash["next"].islower() or numbered or set_in


def _is_full(above: Piece, line: Piece, margins: Margins) -> bool:
    """Tell whether the first word of `line` had no more room above."""
    words = line.text.split()
    word = (
        (len(words[0]) + WIDER * sum(map(str.isupper, words[0]))) * (line.right - line.left) / len(line.text)
    )
    return above.right + word + 0.25 * line.size > margins.right - 0.5 * line.size


def _is_first(paragraph: Paragraph, line: Piece, margins: Margins) -> bool:
    """Tell whether a line is set in as the first of a paragraph is; what is centred is not set in."""
    step = INDENT * line.size
    above = paragraph.lines[-1]
    alone = len(paragraph.lines) == 1 and above.left > margins.left + step
    if MARK.match(paragraph.lines[0].text):
        # what goes on stands at the margin or behind the mark, never below it
        if len(paragraph.lines) > 1:
            return line.left > above.left + step
        return (alone and abs(line.left - above.left) < step / 2) or line.left > above.left + 3 * step
    middle = (margins.left + margins.right) / 2
    if (
        all(abs((each.left + each.right) / 2 - middle) < line.size for each in (above, line))
        and margins.left + step < line.left
        and line.right < margins.right - step
    ):
        return False
    return line.left > above.left + step or (
        alone and line.left > margins.left + step and line.left > above.left - step
    )
