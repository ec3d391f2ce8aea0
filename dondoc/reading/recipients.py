"""The lists "Nơi nhận" and "Kính gửi": who gets the document, each with the purpose it states."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names
from dondoc.reading.heads import is_body
from dondoc.reading.markers import Level
from dondoc.reading.outline import ADDRESSEES, RECIPIENTS, is_on_behalf
from dondoc.reading.result import Purpose, Recipient
from dondoc.reading.text import Span, phrases, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dondoc.reading.blocks import Block
    from dondoc.reading.text import Text

PURPOSES: tuple[tuple[str, Purpose], ...] = (
    (r"p/h,? chỉ đạo|phối hợp,? chỉ đạo|chỉ đạo|c/đ", "direct"),
    (r"b/c|bc|báo cáo", "report"),
    (r"t/h|th|thực hiện|thi hành|triển khai", "execute"),
    (r"p/h|ph|phối hợp", "coordinate"),
    (r"đưa tin|đăng|công bố|công khai|đưa lên|niêm yết", "publish"),
    (r"biết|b/biết|theo dõi|t/d|k/t|kiểm tra|giám sát", "know"),
)
PURPOSE = re.compile(
    spell(
        r"\(?(?<!\w)để (?P<what>[^();]{1,60})\)?"
        r"|\((?P<short>(?:b/c|t/h|p/h|c/đ|báo cáo|thực hiện|phối hợp|chỉ đạo|đăng|đưa tin|theo dõi)"
        r"[^()]{0,40})\)"
    )
)
ARCHIVE = re.compile(spell(r"lưu(?!\w)\s*+:?\s*+"))
AS_ABOVE = phrases("như trên", "như kính gửi", "các đơn vị như trên")
ENDS = re.compile(r"[;.][\s.*]*$")
KNOWN = re.compile(spell(r"(?:các )?đồng chí|ông|bà|vpcp"))


def read_recipients(text: Text, head: list[Block], tail: list[Block]) -> tuple[Recipient, ...]:
    """Return the recipients in order; "Như trên" stands for those of "Kính gửi"."""
    addressees = read_addressees(text, head)
    listed: list[Recipient] = []
    for entry in _entries(text, tail, RECIPIENTS):
        as_above = bool(AS_ABOVE.match(text.folded, entry.start))
        listed += addressees if as_above and addressees else _read_entry(text, entry)
    return tuple(listed or addressees)


def read_addressees(text: Text, head: list[Block]) -> tuple[Recipient, ...]:
    """Return those a letter or dispatch is addressed to."""
    entries = _entries(text, head, ADDRESSEES)
    return tuple(recipient for entry in entries for recipient in _read_entry(text, entry))


def _entries(text: Text, blocks: list[Block], opening: re.Pattern[str]) -> Iterator[Span]:
    """Yield the lines of a list, one that runs over several lines as one."""
    start = next(
        (place for place, block in enumerate(blocks) if opening.match(text.folded, *block.words)), None
    )
    if start is None:
        return
    opened = text.words(blocks[start].words).partition(":")[2].strip()
    if opened and opening is ADDRESSEES:
        words = blocks[start].words
        yield text.strip(Span(text.folded.index(":", *words) + 1, words.end), ";.,/")
    yield from (text.strip(span, ";.,/") for span in _joined(text, blocks[start + 1 :]))


def _joined(text: Text, blocks: Iterable[Block]) -> Iterator[Span]:
    entry: Span | None = None
    for block, below in pairwise((*blocks, None)):
        if block is None or _is_beside(text, entry, block, below):
            continue
        if block.marker.level is not Level.NONE:
            if entry:
                yield entry
            entry = block.words
        elif entry and not ENDS.search(text.words(entry)) and not _closes(text, entry, block):
            entry = Span(entry.start, block.words.end)
        else:
            break
    if entry:
        yield entry


def _is_beside(text: Text, entry: Span | None, block: Block, below: Block | None) -> bool:
    """Tell a line of the signature that plain text sets beside the list: the list goes on below it."""
    goes_on = below is not None and below.marker.level is Level.DASH
    signs = text.is_capitals(block.words) and block.marker.level is Level.NONE
    return signs and goes_on and not (entry and ARCHIVE.match(text.folded, entry.start))


def _closes(text: Text, entry: Span, block: Block) -> bool:
    """Tell whether a list ends with an entry: the archive stands last, and a signature may follow."""
    return (
        bool(ARCHIVE.match(text.folded, entry.start))
        or is_on_behalf(text, block)
        or text.is_capitals(block.words)
    )


def _read_entry(text: Text, entry: Span) -> Iterator[Recipient]:
    if kept := ARCHIVE.match(text.folded, *entry):
        yield _recipient(text, text.strip(Span(kept.end(), entry.end), ";.,"), "archive")
        return
    stated = PURPOSE.search(text.folded, *entry)
    whole = text.strip(Span(entry.start, stated.start() if stated else entry.end), ";.,(")
    for name in _parted(text, whole) if whole.start < whole.end else ():
        yield _recipient(text, name, _purpose(stated["what"] or stated["short"]) if stated else None)


def _parted(text: Text, entry: Span) -> list[Span]:
    """Part an entry that names several bodies; a person with posts and an office with a list stay whole."""
    if KNOWN.match(text.folded, entry.start) or ":" in text.folded[entry.start : entry.end]:
        return [entry]
    return names(text, entry) if is_body(text, entry.start) else [entry]


def _purpose(words: str) -> Purpose | None:
    for pattern, purpose in PURPOSES:
        if re.match(rf"(?:{spell(pattern)})(?!\w)", words):
            return purpose
    return None


def _recipient(text: Text, span: Span, purpose: Purpose | None) -> Recipient:
    quote = text.quote(span)
    return Recipient(quote.text, purpose, quote.span)
