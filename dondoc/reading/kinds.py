"""Which of the four kinds an item is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reading.circumstances import behind_competence
from dondoc.reading.directives import orders
from dondoc.reading.heads import BODY
from dondoc.reading.naming import expand
from dondoc.reading.order import Force
from dondoc.reading.result import Reason
from dondoc.reading.text import Span, Text, any_of, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dondoc.reading.result import ItemKind, Words

ON_THE_WAY = phrases(
    "tiếp tục", "chủ động", "tập trung", "phải", "cần", "tích cực", "đặc biệt", "trực tiếp", r"được"
)
STANDING = any_of("""
    thường xuyên; tăng cường; siết chặt; nâng cao; nâng tầm; đẩy mạnh; duy trì; giữ vững; phát huy;
    nêu cao; thực hiện (?:tốt|nghiêm|có hiệu quả|hiệu quả|đúng); (?:chấn chỉnh )?thực hiện nghiêm;
    chấp hành; phối hợp (?:chặt chẽ|thường xuyên|tốt); quán triệt; theo dõi; tranh thủ;
    (?:kiên quyết|tuyệt đối) không; bảo đảm; đảm bảo; cao độ; quan tâm; chú trọng; rèn luyện; nắm chắc;
    bám sát; không được; nghiêm cấm; củng cố
""")


@dataclass(frozen=True)
class Authority:
    """The issuer of a document that has another body as its subject; folded names, abbreviations in full."""

    issuer: str

    @classmethod
    def of(cls, issuer: str | None, subject: str | None) -> Authority | None:
        """Return the authority, None for a document without issuer or without subject."""
        return cls(expand(Text.of(issuer).folded)) if issuer and subject and issuer != subject else None

    def owes(self, lead: str) -> bool:
        """Tell whether a folded name is the issuer's or that of a body of it: "Văn phòng Tổng cục"."""
        head = BODY.match(self.issuer)
        short = head.group() if head else self.issuer
        name = expand(lead)
        return name in (self.issuer, short) or (
            name.endswith((f" {self.issuer}", f" {short}")) and not name.endswith("cán bộ")
        )


@dataclass(frozen=True)
class Signs:
    """The words that the kind of a passage is told by; the first of them there are decides."""

    owed: Words | None
    threshold: Words | None
    term: Words | None
    output: Words | None
    recurrence: Words | None
    lasting: Words | None


KINDS: Mapping[str, ItemKind] = {
    "owed": "authority",
    "threshold": "target",
    "term": "deliverable",
    "output": "deliverable",
    "recurrence": "standing",
    "lasting": "standing",
    "once": "deliverable",
}
"""What tells the kind -> the kind; `once` is a passage without a sign."""


def read_kind(signs: Signs) -> tuple[ItemKind, Reason]:
    """Return the kind of a passage, and why."""
    told = ((name, words) for name, words in vars(signs).items() if words)
    name, words = next(told, ("once", None))
    return KINDS[name], Reason(f"kind.{name}", words.text, words.span) if words else Reason(f"kind.{name}")


def lasting(text: Text, ordering: Iterable[Span]) -> Span | None:
    """Return the words by which the first thing ordered is never done: "tăng cường …", "siết chặt …"."""
    first = next((order for sentence in ordering for order in orders(text, sentence)), None)
    if first is None:
        return None
    named = first.leads[-1].end if first.force is Force.NAMED and first.leads else first.end
    place = text.strip(Span(named if first.leads else first.start, len(text.folded)), ",").start
    place = behind_competence(text, place, len(text.folded))
    while skipped := ON_THE_WAY.match(text.folded, place):
        place = text.strip(Span(skipped.end(), len(text.folded))).start
    stands = STANDING.match(text.folded, place)
    return Span(*stands.span()) if stands else None
