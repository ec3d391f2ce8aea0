"""The three parts of a document: its head, its body as a tree, and its tail of recipients and signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from dondoc.reading.blocks import SECTIONS, Block, Node, grow, introduces, read_blocks
from dondoc.reading.heads import is_body
from dondoc.reading.markers import Level
from dondoc.reading.text import Span, phrases, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.text import Text

RECIPIENTS = phrases(r"nơi nhận\s*+(?::|$|-)", edge=False)
ON_BEHALF = re.compile(r"(?P<how>(?:t/[lm]|k/t)(?=[\s.])|(?:tl|kt|tm|tuq|q)(?=\s*+[./]))\s*+[./]?\s*+(?=\w)")
ADDRESSEES = re.compile(spell(r"kính gửi|.{0,80}(?<!\w)điện\s?:$"))
FURNITURE = re.compile(
    spell(
        r"số\s*+:?\s*+[\d/.…-]|v/v|cộng ho[àã] xã|độc lập|đảng cộng sản|(?:(?:xã )?hội )?chủ nghĩa việt|"
        r".{0,40}, ngày .{0,12}tháng .{0,8}năm \d*$"
    )
)
APPENDIX = re.compile(
    spell(r"(?P<any>phụ lục)|kế hoạch|chương trình|danh mục|bảng phân công|phương án|đề án")
)
FORM = phrases("đề cương", "mẫu", "biểu", "danh sách", edge=True)
"""In the title of an appendix that is to be filled in, or only lists; it orders nothing."""
ISSUED_WITH = re.compile(spell(r"\((?:ban hành )?kèm theo "))
LINES_OF_A_TITLE = 6
SHORT_TITLE = 4
MANY_WORDS = 12
"""A line of capitals with more words than this is no title."""


@dataclass(frozen=True)
class Outline:
    """A document's parts; `preamble` is the paragraph at the end of the head that leads in the body.

    `appendices` are the bodies of what is issued with it and stands behind the signature; their titles are
    of the tail.
    """

    head: list[Block]
    preamble: Block | None
    root: Node
    tail: list[Block]
    appendices: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """Yield what stands in the body, then in the appendices."""
        for root in (self.root, *self.appendices):
            yield from root.walk()


def read_outline(text: Text) -> Outline:
    """Take a document apart."""
    blocks = read_blocks(text)
    end = _end_of_body(text, blocks)
    start = _start_of_body(text, blocks[:end])
    head, body, tail = blocks[:start], blocks[start:end], blocks[end:]
    preamble = head[-1] if head and _leads_in(text, head[-1]) else None
    titles = [*_titles_of_appendices(text, tail), len(tail)]
    issued = [_titled(text, tail[title:end]) for title, end in pairwise(titles)]
    tail = [*tail[: titles[0]], *(block for title, _words in issued for block in title)]
    return Outline(
        head, preamble, grow(text, body), tail, tuple(grow(text, words) for _title, words in issued)
    )


def _titled(text: Text, blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part an appendix into its title and what it says."""
    begins = _start_of_body(text, blocks)
    title = blocks[: max(begins, 1)][:LINES_OF_A_TITLE]
    forms = (form for block in title for form in FORM.finditer(text.folded, *block.words))
    if any(text.is_capitals(Span(*form.span())) for form in forms):
        return blocks, []
    return blocks[:begins], blocks[begins:]


def _titles_of_appendices(text: Text, tail: list[Block]) -> Iterator[int]:
    """Yield where the titles stand of what is issued with the document; words say below each that it is."""
    said = -1
    for place, block in enumerate(tail):
        named = _names_appendix(text, block)
        below = range(max(place, said + 1), min(place + LINES_OF_A_TITLE, len(tail))) if named else ()
        if issued := [each for each in below if ISSUED_WITH.search(text.folded, *tail[each].words)]:
            said = issued[0]
            yield place


def _names_appendix(text: Text, block: Block) -> bool:
    """Tell a line that may be the title of what is issued with a document; a signature's post is none."""
    title = APPENDIX.match(text.folded, *block.words)
    if title and (title["any"] or text.is_capitals(Span(*title.span()))):
        return True
    words = len(text.words(block.words).split())
    return words > SHORT_TITLE and text.is_capitals(block.words) and not is_body(text, block.words.start)


def _end_of_body(text: Text, blocks: list[Block]) -> int:
    """Return where the recipients or the signature begin."""
    for place, block in enumerate(blocks[1:], start=1):
        if RECIPIENTS.match(text.folded, *block.words) or is_on_behalf(text, block):
            return place
    return len(blocks) - 2 if _ends_signed(text, blocks[-2:]) else len(blocks)


def _ends_signed(text: Text, last: list[Block]) -> bool:
    """Tell a signature without either mark: a post in capitals with nothing but a name below."""
    if len(last) < len(("post", "name")) or any(block.marker.level is not Level.NONE for block in last):
        return False
    post, name = (block.words for block in last)
    return text.is_capitals(post) and is_body(text, post.start) and text.words(name).istitle()


def is_on_behalf(text: Text, block: Block) -> bool:
    """Tell whether a line opens a signature with TL., KT. or TM. and the post signed for."""
    return bool(ON_BEHALF.match(text.folded, *block.words)) and text.is_capitals(block.words)


def _start_of_body(text: Text, blocks: list[Block]) -> int:
    """Return where the first section begins, or without sections the first paragraph that is no furniture."""
    addressed = _end_of_addressees(text, blocks)
    for place, block in enumerate(blocks[addressed:], start=addressed):
        if block.marker.level in SECTIONS or block.row:
            return place
    furniture = [place for place, block in enumerate(blocks) if _is_furniture(text, block)]
    start = max(addressed, furniture[-1] + 1 if furniture else 0)
    while furniture and start < len(blocks) and _is_summary(text, blocks[start]):
        start += 1
    leads = (place for place in range(start, len(blocks)) if _leads_in(text, blocks[place]))
    return next(leads, start - 1) + 1


def _end_of_addressees(text: Text, blocks: list[Block]) -> int:
    """Return the place behind "Kính gửi" and its list, 0 without one."""
    for place, block in enumerate(blocks):
        if ADDRESSEES.match(text.folded, *block.words):
            listed = takewhile(lambda block: block.marker.level is not Level.NONE, blocks[place + 1 :])
            return place + 1 + (len(list(listed)) if introduces(text, block) else 0)
    return 0


def _is_furniture(text: Text, block: Block) -> bool:
    """Tell the lines every document has (number, place and date, title) from what it says."""
    short = len(text.words(block.words).split()) <= MANY_WORDS
    return bool(FURNITURE.match(text.folded, *block.words)) or (text.is_capitals(block.words) and short)


def _is_summary(text: Text, block: Block) -> bool:
    """Tell the line below a title that says what the document is about; it does not end as a sentence."""
    return block.marker.level is Level.NONE and text.folded[block.words.end - 1] not in ".;:/"


def _leads_in(text: Text, block: Block) -> bool:
    return (
        block.marker.level is Level.NONE
        and introduces(text, block)
        and not RECIPIENTS.match(text.folded, *block.words)
    )
