"""What opens another obligation behind a comma or "và", each rule with its name.

Purposes ("để", "nhằm", "qua đó"), results ("sớm đưa …") and manners ("bảo đảm đúng thời hạn") open nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from dondoc.reading import lexicon
from dondoc.reading.bodies import HEAD, names_from
from dondoc.reading.directives import ACT, MODAL, Force
from dondoc.reading.outputs import OUTPUT
from dondoc.reading.text import EDGE, END, Span, any_of, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.directives import Order
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
BASIS = re.compile(spell("trên cơ sở ") + f"(?={ACT.pattern})")
"""What has to be done first: "Trên cơ sở rà soát …, kiện toàn …"."""
NO_ADVERBS = {
    "sớm", "ưu tiên", "tự", "cùng nhau", "chú ý", "chú trọng", "lưu ý", "phấn đấu", "quyết tâm", "tạm thời",
    "nhanh chóng", "đồng bộ",
}  # fmt: skip
"""Of the adverbs, those that go on with what is ordered already, or tell of its result."""
ADVERB = any_of("; ".join(word for word in lexicon.ADVERBS if word not in NO_ADVERBS) + "; khẩn trương")
VERB = any_of("; ".join(lexicon.VERBS))
REPORT = re.compile(
    spell(
        r"(?:định kỳ )?báo cáo(?! viên| và| hoặc)(?= )"
        rf"|(?:trình|gửi|tham mưu|đề xuất|kiến nghị)(?:,? (?:với|cho|trình|về|báo cáo))? (?={HEAD})"
    )
)
ASSURANCE = re.compile(spell(r"(?:bảo đảm|đảm bảo) (?=việc |mọi |tất cả |100\s?%)"))
CONDITION = re.compile(
    spell(
        rf"(?:trường hợp|nếu) [^.;:]{{3,160}}?,\s*+(?:thì |phải |cần |đề nghị )?(?:{HEAD} )?(?={ACT.pattern})"
        r"|(?:khi|đối với|trong quá trình|trong trường hợp|sau khi) [^.;:,]{3,120},\s*+(?:thì )?(?:cần|phải) "
    )
)
"""What is to be done in a case that may come: "trường hợp có khó khăn, báo cáo …"."""
CARRIED_OUT = re.compile(
    spell(
        r"(?:(?:tổ chức )?thực hiện|tổ chức|tiến hành|"
        rf"{VERB.pattern}(?= (?:nghiêm|ngay|kịp thời|dứt điểm){END}))"
    )
    + r"(?=\s+[^\s,.;:)]+\s+[^\s,.;:)]+\s)"
)
"""A verb behind "và" that has an object of its own."""
INSIDE = any_of("""
    để; nhằm; mà; trong (?:việc|quá trình|công tác); về; cho; của; theo; với; các; những; bảo đảm; từ; do
""")
"""Behind one of these "và" joins words of one phrase."""
ONLY_VERBS = re.compile(rf"(?:(?:{ACT.pattern}|{MODAL.pattern}|{EDGE}và{END})\s*+)+")
BESIDE = re.compile(spell(rf"(?:chủ trì,? )?(?:phối hợp )?(?:với )?(?={HEAD})"))
OBJECT_WORDS = 3
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
    if CONDITION.match(text.folded, start, limit):
        return start, Opening.CONDITION
    if not ACT.match(text.folded, start, limit) and _has_subject(text, start, limit, found):
        return start, Opening.SUBJECT
    if _is_chain(text, since, place, found):
        return None
    rule = _by_verb(text, start, limit, since)
    return (start, rule) if rule else None


def _is_chain(text: Text, since: int, place: int, found: Sequence[Order]) -> bool:
    """Tell whether only verbs stand in front of the comma: they share the object of those behind it."""
    end = text.strip(Span(since, place), ",").end
    ends = [order.end for order in found if since <= order.start < end]
    start = text.strip(Span(max([since, text.folded.rfind(",", since, end) + 1, *ends]), end)).start
    if beside := BESIDE.match(text.folded, start, end):
        start = text.strip(Span(names_from(text, beside.end(), end)[1], end)).start
    return start >= end or bool(ONLY_VERBS.fullmatch(text.folded, start, end))


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
    if REPORT.match(text.folded, start, limit):
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


def and_opens(text: Text, joint: int, place: int, limit: int, since: int) -> bool:
    """Tell whether "và" at `joint` joins two obligations: both verbs have an object of their own."""
    before = text.folded[since:joint]
    head = ACT.match(text.folded, since, joint)
    while head and (more := ACT.match(text.folded, text.strip(Span(head.end(), joint)).start, joint)):
        head = more
    if not head or "," in before or INSIDE.search(text.folded, head.end(), joint):
        return False
    has_object = len(text.folded[head.end() : joint].split()) >= OBJECT_WORDS
    return has_object and bool(CARRIED_OUT.match(text.folded, place, limit))
