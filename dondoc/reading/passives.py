"""Orders without a subject in front: what somebody is said to do, and what is to be sent by a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading.bodies import names_from
from dondoc.reading.text import Span, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text

AGENT = re.compile(
    spell(
        r"(?!(?:cuộc|buổi|phiên|hội nghị|lễ|đoàn|tổ|dự án|công trình|đề tài) )[^.;:,()]{3,90}? "
        r"(?<!đã\s)(?<!được\s)(?P<by>do) "
    )
)
ANSWERS = re.compile(
    spell(
        r"(?:trực tiếp )?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đảm nhiệm|đảm nhận|bảo đảm|đảm bảo"
        r"|bố trí|chi trả)(?!\w)"
    )
)
"""Behind who does something, "do Phòng A thực hiện"; other verbs tell where a thing comes from."""
SENT = re.compile(
    spell(
        r"(?:văn bản|kết quả|danh sách|ý kiến|hồ sơ|số liệu|thông tin|đề xuất|phiếu)(?: [^\s.;:,]+){0,8}? "
        r"(?:xin |đề nghị )?(?:gửi|nộp) (?:về|đến|tới|cho) (?=[^.;]*(?:trước|chậm nhất|trong) )"
    )
)


class Doing(NamedTuple):
    """What is to be done: where its words stand, and who does it where that is said."""

    start: int
    end: int
    leads: tuple[Span, ...]


def done_by(text: Text, sentence: Span) -> Doing | None:
    """Return who is said to do what the sentence begins with: "Việc sửa kho do Phòng A thực hiện"."""
    agent = AGENT.match(text.folded, *sentence)
    leads, end = names_from(text, agent.end(), sentence.end) if agent else ((), 0)
    does = ANSWERS.match(text.folded, text.strip(Span(end, sentence.end)).start) if leads else None
    return Doing(agent.start("by"), does.end(), tuple(leads)) if agent and does else None


def sent_by(text: Text, sentence: Span) -> Doing | None:
    """Return what is to be sent by a day: "Kết quả gửi về Sở trước ngày 05/3/2026"."""
    sent = SENT.match(text.folded, *sentence)
    return Doing(*sent.span(), ()) if sent else None
