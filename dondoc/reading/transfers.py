"""To whom a matter is passed on, or time is given: who has to act where nobody above does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.text import EDGE, END, Span, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text

PASSES = re.compile(spell(r"(?:kính )?(?P<straight>chuyển) |(?:gia hạn|kéo dài|điều chỉnh) (?:thời|tiến)"))
TO = re.compile(EDGE + spell("(?:đến|tới|cho|về|đối với)") + END + r"\s*+")
ACTS = re.compile(
    spell(
        r"(?:để |nhằm )?(?:xem xét|nghiên cứu|giải quyết|xử lý|tham mưu|kiểm tra|rà soát|thực hiện|trả lời"
        r"|chủ trì|tổng hợp|theo dõi|thẩm định|phối hợp|xác minh|biết)(?!\w)"
    )
)


def passed_on(text: Text, sentence: Span) -> tuple[Span, ...]:
    """Return to whom a sentence passes a matter on, "Chuyển đơn đến Phòng A để giải quyết", or gives time."""
    passes = PASSES.match(text.folded, *sentence)
    if not passes:
        return ()
    straight = [passes.end()] if passes["straight"] else []
    places = (*straight, *(to.end() for to in TO.finditer(text.folded, passes.end(), sentence.end)))
    for place in places:
        named, end = names_from(text, place, sentence.end)
        behind = text.strip(Span(end, sentence.end)).start
        if named and (not straight or ACTS.match(text.folded, behind)):
            return tuple(named)
    return ()
