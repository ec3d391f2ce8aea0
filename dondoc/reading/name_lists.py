"""Titles that only list names, though these hold verbs: "Khoa Cấp cứu và Khoa Giải phẫu"."""

from __future__ import annotations

import re

from dondoc.reading.bodies import names
from dondoc.reading.heads import is_body
from dondoc.reading.name_words import NAMED_BY_ROLE, PART_OF_NAME
from dondoc.reading.text import Span, Text, spell

SEVERAL = re.compile(spell("(?:các|những|từng|mỗi) "))


def names_listed(text: Text, title: Span, verb: Span) -> tuple[Span, ...]:
    """Return the names of a title that lists them, where words from `verb` on would end the first."""
    if not is_body(text, title.start) or NAMED_BY_ROLE.search(text.folded, title.start, verb.start - 1):
        return ()
    listed = names(text, title)
    last = PART_OF_NAME.match(text.folded, *verb)
    ends = bool(last and last.end() >= verb.end)
    behind = [each for each in listed if each.end > verb.start]
    apart = len(behind) > 1 and not any(_names_another(text, each, verb.start) for each in behind)
    return tuple(listed) if ends or apart else ()


def _names_another(text: Text, name: Span, behind: int) -> bool:
    """Tell a body and whom its verb is about, "Phòng A kiểm tra Đội B", from one name."""
    places = range(max(name.start + 1, behind), name.end)
    named = (place for place in places if text.is_upper(place) or SEVERAL.match(text.folded, place))
    return any(is_body(text, place) for place in named)
