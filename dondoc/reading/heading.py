"""What a document says of itself in its head: kind, number, its own date and the meeting's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.dates import day_of
from dondoc.reading.term_patterns import DAY
from dondoc.reading.text import Span, phrases, spell

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.reading.blocks import Block
    from dondoc.reading.result import DocumentKind
    from dondoc.reading.text import Text

TITLES: tuple[tuple[str, DocumentKind], ...] = (
    ("kết luận (?:thanh tra|kiểm tra)", "inspection_conclusion"),
    ("thông báo kết luận|kết luận", "conclusion"),
    ("thông báo", "other"),
    ("chỉ thị", "directive"),
    ("công điện", "dispatch"),
    ("quyết định", "decision"),
    ("kế hoạch|phương án|chương trình", "plan"),
    ("báo cáo", "report"),
    ("giấy mời|tờ trình|biên bản|hướng dẫn|nghị quyết|quy chế|đề án", "other"),
)
NOTICE = phrases("thông báo")
CONCLUDES = phrases("kết luận", "ý kiến chỉ đạo")
INSPECTS = phrases("kết luận thanh tra", "kết luận kiểm tra")
LETTER = re.compile(spell(r"kính gửi|v/v"))
NUMBER = re.compile(spell(r"số\s*+:?\s*+(?P<number>\d+(?:\s{0,8}[-/]\s?[^\s,;]+|[^\s,;]*))"))
NUMBER_GAP = re.compile(r"\s+(?=[-/])|(?<=[-/])\s+")
CLOCK = r"(?:\s*+hồi [^,;]{3,20},?)?"
PLACE_AND_DATE = re.compile(spell(rf"[^.;:\d]{{1,40}},{CLOCK}\s*+ngày\s*+(?P<date>\d.{{5,30}})$"))
NAMED_DAY = re.compile(rf"ngày\s*+{DAY}")
MEETING = phrases(
    "cuộc họp",
    "buổi làm việc",
    "hội nghị",
    "phiên họp",
    "buổi họp",
    "họp",
    "làm việc",
    "cuộc làm việc",
    "kiểm tra",
    "tiếp công dân",
)
CHAIRED = phrases("chủ trì", "họp", "làm việc", "buổi", "cuộc", "hội nghị", "kiểm tra", "tiếp công dân")
FAR = 120


def read_kind(text: Text, head: list[Block]) -> DocumentKind:
    """Return the kind of a document, by the title in capitals in its head."""
    for block in head:
        if kind := _kind_of_title(text, block):
            return _kind_by_title(text, block, head, kind)
    return "letter" if any(LETTER.match(text.folded, *block.words) for block in head) else "other"


def is_title(text: Text, block: Block) -> bool:
    """Tell the line that says what kind of document it is, like THÔNG BÁO."""
    return _kind_of_title(text, block) is not None


def _kind_of_title(text: Text, block: Block) -> DocumentKind | None:
    for title, kind in TITLES:
        match = re.compile(spell(title)).match(text.folded, *block.words)
        if match and text.is_capitals(Span(*match.span())):
            return kind
    return None


def _kind_by_title(text: Text, title: Block, head: list[Block], kind: DocumentKind) -> DocumentKind:
    below = Span(title.words.start, max(block.words.end for block in head))
    if INSPECTS.search(text.folded, *below) and kind in ("conclusion", "other"):
        return "inspection_conclusion"
    concludes = NOTICE.match(text.folded, *title.words) and CONCLUDES.search(text.folded, *below)
    return "conclusion" if concludes else kind


def read_number(text: Text, head: list[Block]) -> str | None:
    """Return the number of a document, null where its place was left blank."""
    for block in head:
        if (match := NUMBER.match(text.folded, *block.words)) and re.search(r"[/-]", match["number"]):
            return NUMBER_GAP.sub("", text.words(Span(*match.span("number")))).rstrip(".*_")
    return None


def read_date(text: Text, head: list[Block]) -> dt.date | None:
    """Return the document's own date, from the line of place and date."""
    for block in head:
        if line := PLACE_AND_DATE.match(text.folded, *block.words):
            stated = re.compile(DAY).match(
                text.folded[line.start("date") : block.words.end].replace("*", " ")
            )
            return day_of(stated.groupdict(), None).date if stated else None
    return None


def read_meeting_date(text: Text, head: list[Block]) -> dt.date | None:
    """Return the day of the meeting a document reports on."""
    for block in head:
        for match in NAMED_DAY.finditer(text.folded, *block.words):
            opens = match.start() == block.words.start and CHAIRED.search(
                text.folded, match.end(), block.words.end
            )
            near = MEETING.search(text.folded, max(block.words.start, match.start() - FAR), match.start())
            if (opens or near) and not PLACE_AND_DATE.match(text.folded, *block.words):
                return day_of(match.groupdict(), None).date
    return None
