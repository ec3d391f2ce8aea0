"""Verbs that belong together: chains that share an object, and "và" between two that each have their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, names_from
from dondoc.reading.directives import MODAL
from dondoc.reading.heads import is_body
from dondoc.reading.text import EDGE, END, Span, any_of, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.order import Order
    from dondoc.reading.text import Text

AND = re.compile(rf"{EDGE}và{END}")
BESIDE = re.compile(spell(r"(?:chủ trì,? )?(?:phối hợp )?(?:với )?"))
CARRIED_OUT = any_of("thực hiện; tổ chức; tiến hành")
MANNER = re.compile(rf"\s++{any_of('nghiêm; ngay; kịp thời; dứt điểm').pattern}")
OBJECT = re.compile(r"\s+[^\s,.;:)]+\s+[^\s,.;:)]+\s")
INSIDE = any_of("""
    để; nhằm; mà; trong (?:việc|quá trình|công tác); về; cho; của; theo; với; các; những; bảo đảm; từ; do
""")
"""Behind one of these "và" joins words of one phrase."""
OBJECT_WORDS = 3


def is_chain(text: Text, since: int, place: int, found: Sequence[Order]) -> bool:
    """Tell whether only verbs stand in front of the comma at `place`: they share the object behind it."""
    end = text.strip(Span(since, place), ",").end
    ends = [order.end for order in found if since <= order.start < end]
    marks = (text.folded.rfind(mark, since, end) + 1 for mark in ",:")
    start = text.strip(Span(max([since, *marks, *ends]), end)).start
    beside = BESIDE.match(text.folded, start, end)
    if beside and is_body(text, beside.end()):
        start = text.strip(Span(names_from(text, beside.end(), end)[1], end)).start
    return _behind_verbs(text, start, end) >= end


def _behind_verbs(text: Text, place: int, limit: int) -> int:
    """Return where the verbs, modals and "và" that begin at a place end."""
    while word := next(
        (match for each in (ACT, MODAL, AND) if (match := each.match(text.folded, place, limit))), None
    ):
        place = text.strip(Span(word.end(), limit)).start
    return place


def joins_duties(text: Text, joint: int, place: int, limit: int, since: int) -> bool:
    """Tell whether "và" at `joint` joins two obligations: the verbs on both sides have their own object."""
    head = ACT.match(text.folded, since, joint)
    while head and (more := ACT.match(text.folded, text.strip(Span(head.end(), joint)).start, joint)):
        head = more
    if not head or "," in text.folded[since:joint] or INSIDE.search(text.folded, head.end(), joint):
        return False
    has_object = len(text.folded[head.end() : joint].split()) >= OBJECT_WORDS
    return has_object and _is_carried_out(text, place, limit)


def _is_carried_out(text: Text, place: int, limit: int) -> bool:
    """Tell a verb that plainly orders something of its own: "thực hiện …", "xử lý nghiêm …"."""
    verb = ACT.match(text.folded, place, limit)
    if not verb or not OBJECT.match(text.folded, verb.end(), limit):
        return False
    return bool(CARRIED_OUT.match(text.folded, place, limit) or MANNER.match(text.folded, verb.end(), limit))
