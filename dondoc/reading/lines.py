"""From physical lines to logical ones: table cells taken apart, sentences wrapped over lines put together."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading.folding import fold
from dondoc.reading.text import Span, Text, phrases, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROW = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
LINE_END = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
BORDER = re.compile(r"<br\s*+/?>|\t\s*+|\|", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"[-\s]*\d{1,3}[-\s]*")
RULE = re.compile(r"[-–—=_*#~:.\s|]*")
MARK = re.compile(r"\s*+(?:[-+*•]|\(?\w{1,4}(?:\.\d{1,2})*[.)/])?\s*+")
POINT = re.compile(r"\d{1,2}(?:\.\d{1,2})+\s+")
"""A number without a stop behind it; a capital follows."""
GAP = re.compile(r"(?<=\S)[ \xa0]{4,}(?=\S)")
FRAME = re.compile(
    spell(
        r"cộng ho[àã] xã hội|độc lập\W+tự do|đảng cộng sản|[^\W\d_][^.;:\d/]{1,29}, ngày\b"
        r"|(?:t/m|k/t|t/l|kt|tl|tm|tuq)\b"
    )
)
"""What stands on the right beside a letterhead or beside the recipients."""
BESIDE = re.compile(spell(r"-|nơi nhận|lưu"))
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)-]\s|[a-zđ][.)]\s|\(\d{1,2}\)\s")
BULLET = re.compile(r"[-+*•]")
ALONE = phrases("nơi nhận", "kính gửi", r"\(?đã ký", edge=False)
"""What begins a line of its own whatever the line above looks like."""
ENDS_SENTENCE = re.compile(r"""[.:;!?…][”"')\]*_\s]*$""")
HANGS = re.compile(
    spell(
        r"(?<!\w)(?:ngày|tháng|số:?|của|và|các|với|cho|theo|trong|trước|từ|để|khoản|chủ tịch|giám đốc|"
        r"thủ trưởng|(?:điểm|khoản) [\da-zđ]{1,2})$"
    )
)
"""Words that end no line of their own: what they belong to follows."""
LAST = 12
"""So many last characters show how a line ends."""
FEW = 2
LONGEST_NAME = 5
FULL = 0.8
"""A wrapped line is at least this much as long as the others; a shorter one ends its paragraph."""
WRAPPED = 50
LONGER = 1.4
"""A text none of whose lines is longer than the wrapped ones by this much is wrapped throughout."""
MANY = 0.3
"""The share of lines going on in a small letter from which a text counts as hard-wrapped."""


class Piece(NamedTuple):
    """A physical line or a cell of one; `apart` says that it begins anew whatever stands above it."""

    span: Span
    apart: bool


def logical_lines(text: Text, taken: Sequence[Span] = ()) -> list[Span]:
    """Return the lines of a text as its writer meant them, in order, without those `taken` by tables."""
    pieces = list(_pieces(text, {line.start for line in taken}))
    width = _wrap_width(text, pieces)
    lines: list[Span] = []
    above = Span(0, 0)
    for span, apart in pieces:
        if lines and not apart and _goes_on(text, above, span, width):
            lines[-1] = Span(lines[-1].start, span.end)
        else:
            lines.append(span)
        above = span
    return lines


def _pieces(text: Text, taken: set[int]) -> Iterator[Piece]:
    """Yield the lines and cells that hold words; page numbers, ruled lines and what is taken left out."""
    after = 0
    page_number = False
    for row in ROW.finditer(text.raw):
        if not row.group().strip() or (taken and text.at(row.start()) in taken):
            continue
        apart = len(LINE_END.findall(text.raw, after, row.start())) > 1 and not page_number
        after = row.end()
        cells = [_strip(text, text.span_of(*cell)) for cell in _cells(row)]
        page_number = not any(cell.start < cell.end for cell in cells) and bool(
            PAGE_NUMBER.fullmatch(row.group())
        )
        for cell in cells:
            if cell.start < cell.end and not RULE.fullmatch(text.words(cell)):
                yield Piece(cell, apart)
            apart = apart or not page_number


def _cells(row: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Cut a row at <br>, at tabs that follow more than a number or bullet, and a table's row at its bars.

    Plain text sets the two columns of a letterhead and of a signature side by side with blanks.
    """
    table = row.group().lstrip().startswith("|")
    start = row.start()
    for gap in GAP.finditer(row.string, row.start(), row.end()):
        if not table and _is_frame(
            row.string[start : gap.start()].strip(), row.string[gap.end() : row.end()].strip()
        ):
            yield start, gap.start()
            start = gap.end()
            break
    for border in BORDER.finditer(row.string, start, row.end()):
        after_mark = MARK.fullmatch(row.string, start, border.start())
        if (border.group() == "|" and not table) or (border.group().isspace() and after_mark):
            continue
        yield start, border.start()
        start = border.end()
    yield start, row.end()


def _is_frame(left: str, right: str) -> bool:
    """Tell two columns of a letterhead or signature from blanks in a line of text or of a table."""
    words = right.split()
    person = right.istitle() and FEW <= len(words) <= LONGEST_NAME and BESIDE.match(fold(left).text)
    capitals = right.isupper() and len(words) >= FEW and (left.isupper() or BESIDE.match(fold(left).text))
    return bool(person or capitals or FRAME.match(fold(right).text))


def _strip(text: Text, span: Span) -> Span:
    """Strip a line of blanks and marks, but not of the star that is its bullet."""
    start, end = text.strip(span, "#")
    starred = start - 2 >= span.start and text.folded[start - 2 : start] == "* "
    return Span(start - 2, end) if starred and start < end else Span(start, end)


def _goes_on(text: Text, above: Span, line: Span, width: float) -> bool:
    """Tell whether `line` goes on with the sentence of the line above it."""
    full = 0 < FULL * width <= above.end - above.start
    ended = ENDS_SENTENCE.search(text.folded[max(above.start, above.end - LAST) : above.end])
    if BULLET.match(text.folded, line.start):
        # a wrapped dash ("kinh tế" / "- xã hội", "2025" / "- 2030") stands inside a sentence; a bullet
        # follows a finished one
        behind = text.strip(line, "-+•").start
        years = text.folded[above.end - 1].isdigit() and text.folded[behind].isdigit()
        return full and not ended and (text.is_lower(behind) or years)
    capitals = text.is_upper(line.start) and text.is_capitals(line) and not text.is_capitals(above)
    point = POINT.match(text.folded, line.start, line.end)
    if (
        capitals
        or (point and text.is_upper(point.end()))
        or NUMBER.match(text.folded, line.start)
        or ALONE.match(text.folded, line.start)
    ):
        return False
    if ended:
        return full
    hangs = text.folded[line.start] in "(,;" or HANGS.search(text.folded[above.start : above.end])
    return full or text.is_lower(line.start) or bool(hangs and not text.is_capitals(above))


def _wrap_width(text: Text, pieces: list[Piece]) -> float:
    """Return the usual length of a wrapped line, 0 for a text whose paragraphs are one line each."""
    adjacent = [(above.span, line.span) for above, line in pairwise(pieces) if not line.apart]
    wrapped = [
        above.end - above.start
        for above, line in adjacent
        if text.is_lower(line.start) and not ENDS_SENTENCE.search(text.words(above))
    ]
    if not wrapped:
        return 0
    width = median(wrapped)
    longest = max(piece.span.end - piece.span.start for piece in pieces)
    fits = width >= WRAPPED and longest <= LONGER * width
    return width if fits or len(wrapped) >= max(FEW, MANY * len(adjacent)) else 0
