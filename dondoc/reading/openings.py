"""What opens another obligation behind a comma or "và", each rule with its name.

Purposes ("để", "nhằm", "qua đó"), results ("sớm đưa …") and manners ("bảo đảm đúng thời hạn") open nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT
from dondoc.reading.conditions import condition_end
from dondoc.reading.conjunctions import is_chain
from dondoc.reading.directives import MODAL
from dondoc.reading.heads import is_body
from dondoc.reading.order import Force
from dondoc.reading.outputs import OUTPUT
from dondoc.reading.text import END, Span, any_of, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.order import Order
    from dondoc.reading.text import Text


class Opening(StrEnum):
    """Why a part begins where it does."""

    SENTENCE = "sentence"
    SEMICOLON = "semicolon"
    ASIDE = "aside"
    LINK = "link"
    ORDER = "order"
    SUBJECT = "subject"
    ADVERB = "adverb"
    REPORT = "report"
    OUTPUT = "output"
    ASSURANCE = "assurance"
    CONDITION = "condition"
    AND = "and"


LINKS = re.compile(
    spell(rf"(?:đồng thời|trong đó|trên cơ sở đó|theo đó|bên cạnh đó|ngoài ra){END}")
    + r"[, ]*+|"
    + spell("đặc biệt,")
    + r"\s*+"
)
"""What joins an obligation to the one in front of it."""
AMONG = re.compile(spell(rf"(?:(?:đặc biệt|nhất là|trước hết|có việc){END}[, ]*+)+"))
ADVERB = any_of("""
    khẩn trương; kịp thời; chủ động; tích cực; tập trung; tiếp tục; nghiêm túc; thường xuyên; định kỳ;
    trước mắt; trực tiếp; quyết liệt; kiên quyết; kiên trì; cương quyết; đồng thời; đột xuất; triệt để;
    tuyệt đối; đồng loạt
""")
"""How something else is to be done; "sớm", "cùng nhau" rather tell of the result of what is ordered."""
REPORT = re.compile(spell(r"(?:định kỳ )?báo cáo(?! viên| và| hoặc)(?= )"))
SUBMITS = re.compile(spell(r"(?:trình|gửi|tham mưu|đề xuất|kiến nghị)(?:,? (?:với|cho|trình|về|báo cáo))? "))
"""An order to report too where a body stands behind it."""
ASSURANCE = re.compile(spell(r"(?:bảo đảm|đảm bảo) (?=việc |mọi |tất cả |100\s?%)"))
FAR = 120
RELATIVE = any_of("mà; để; nhằm; nếu; khi; do; vì; người; những; qua; từ đó")


def opening(
    text: Text, place: int, limit: int, since: int, found: Sequence[Order]
) -> tuple[int, Opening] | None:
    """Return where and by which rule an obligation begins behind the comma in front of `place`.

    `since` is where the obligation in front of it begins, `found` are the orders of the clause.
    """
    start = place
    if link := LINKS.match(text.folded, place, limit):
        start = link.end()
        if _follows(text, start, limit, found):
            among = AMONG.match(text.folded, start, limit)
            inside = among and text.folded.startswith("có", among.start())
            return (among.end() if among and inside else start), Opening.LINK
    if any(order.force >= Force.MODAL and start in _begins(order) for order in found):
        return start, Opening.ORDER
    if condition_end(text, start, limit):
        return start, Opening.CONDITION
    if not ACT.match(text.folded, start, limit) and _has_subject(text, start, limit, found):
        return start, Opening.SUBJECT
    if is_chain(text, since, place, found):
        return None
    rule = _by_verb(text, start, limit, since)
    return (start, rule) if rule else None


def _follows(text: Text, start: int, limit: int, found: Sequence[Order]) -> bool:
    """Tell whether an order stands behind "đồng thời", "trong đó"."""
    among = AMONG.match(text.folded, start, limit)
    start = among.end() if among else start
    return bool(ACT.match(text.folded, start, limit) or MODAL.match(text.folded, start, limit)) or any(
        start in _begins(order) for order in found
    )


def _begins(order: Order) -> tuple[int, ...]:
    return (order.start, *(lead.start for lead in order.leads[:1]))


def _by_verb(text: Text, start: int, limit: int, since: int) -> Opening | None:
    adverb = ADVERB.match(text.folded, start, limit)
    if adverb and ACT.match(text.folded, text.strip(Span(adverb.end(), limit)).start, limit):
        return Opening.ADVERB
    submits = SUBMITS.match(text.folded, start, limit)
    if REPORT.match(text.folded, start, limit) or (submits and is_body(text, submits.end())):
        return Opening.REPORT
    if OUTPUT.match(text.folded, start, limit):
        return Opening.OUTPUT
    assured = ASSURANCE.match(text.folded, start, limit)
    if assured and assured.group().split()[0] not in text.folded[since:start]:
        return Opening.ASSURANCE
    return None


def _has_subject(text: Text, start: int, limit: int, found: Sequence[Order]) -> bool:
    """Tell whether what stands from here up to a modal, without a comma, is the subject of it."""
    comma = text.folded.find(",", start, limit)
    end = min(comma if comma >= 0 else limit, start + FAR)
    modal = next((order for order in found if order.force is Force.MODAL and start < order.start < end), None)
    if modal is None or any(lead.start < start for lead in modal.leads):
        return False
    return not RELATIVE.search(text.folded, start, modal.start)
