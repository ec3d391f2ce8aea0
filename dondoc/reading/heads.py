"""How the name of a body or post begins, alone or in a list.

The pattern of all heads is long and compiled at each start: it stands in `BODY` alone, and lists look it up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading import lexicon
from dondoc.reading.text import EDGE, END, Span, Text, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

CONNECTIVE = re.compile(
    spell(
        r"(?:(?:và|hoặc|cùng với|cùng|nhất là|đặc biệt là|trước hết là|trong đó có|kể cả|cũng như)"
        rf"{END}\s*+)?"
        r"(?:(?:cá nhân|cơ quan)(?=\s++(?:đồng chí|công an|kiểm sát|toà))\s++)?"
    )
)
BODY = re.compile(
    spell(
        rf"(?:(?:(?:{'|'.join(lexicon.COUNTED)}){END}\s*+)*"
        rf"(?:{'|'.join(lexicon.BODIES)}){END}"
        rf"|(?:các|từng|mỗi) (?:xã|phường|huyện|quận|tỉnh|thôn|khu phố|thị xã){END})"
    )
)
MARK = re.compile(rf"[,;]\s*+|{EDGE}(?={spell('(?:và|hoặc|cùng với|cùng)')}{END})")
PERSON = re.compile(spell(rf"{EDGE}(?:đồng chí|ông|bà) (?P<who>[^,;.]{{4,40}}), (?P<post>(?:phó |nguyên )?)"))
SEVERAL = re.compile(spell("đồng chí|các"))


def is_body(text: Text, place: int) -> bool:
    """Tell whether the name of a body or post begins at a place."""
    return bool(BODY.match(text.folded, place))


def head_at(text: Text, place: int, limit: int) -> re.Match[str] | None:
    """Return the head of the name that begins at a place, perhaps behind "và", "nhất là"."""
    link = CONNECTIVE.match(text.folded, place, limit)
    return BODY.match(text.folded, link.end() if link else place, limit)


class Joint(NamedTuple):
    """What joins two names of a list, from start to end; `head` is where the head of the next ends."""

    start: int
    end: int
    head: int


def joints(text: Text, span: Span) -> Iterator[Joint]:
    """Yield what joins two names of a list: a comma or "và" with a name behind it."""
    last = span.start
    for mark in MARK.finditer(text.folded, *span):
        link = CONNECTIVE.match(text.folded, mark.end(), span.end)
        end = link.end() if link else mark.end()
        if mark.start() >= last and (head := BODY.match(text.folded, end, span.end)):
            last = end
            yield Joint(mark.start(), end, head.end())


def persons(text: Text, span: Span) -> Iterator[Span]:
    """Yield persons named with their post: "đồng chí Lò Văn Tám, Phó Cục trưởng" is one name."""
    for person in PERSON.finditer(text.folded, *span):
        post = person.start("post")
        named = is_body(text, post) or is_body(text, person.end())
        if named and not is_body(text, person.start("who")) and not SEVERAL.match(text.folded, person.end()):
            yield Span(*person.span())
